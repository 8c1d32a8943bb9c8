namespace Bot.Search.Ranking;

/// <summary>
/// The constants of ranking. Those of the first two groups change results: measure a change with the benchmarks <c>questions</c> and
/// <c>retrieval</c>. The others trade time for memory: measure with <c>scale</c>.
/// </summary>
internal static class SearchTuning
{
    // BM25 and the weight of a term.

    /// <summary>How soon further mentions of a term count less (k1 of Robertson and Zaragoza 2009, section 3.4). With 1 a second mention adds a third of what the first does.</summary>
    public const float K1 = 1f;

    /// <summary>How much the length of a document counts against it, from 0 to 1 (b of Robertson and Zaragoza 2009, section 3.4, which recommends 0.5 to 0.8).</summary>
    public const float B = 0.75f;

    /// <summary>The exponent of the inverse document frequency in a term's weight: rare words count more than the IDF alone says.</summary>
    public const float IdfExponent = 1.3f;

    /// <summary>The IDF of a term that every document has: next to nothing.</summary>
    public const float MinIdf = 0.001f;

    /// <summary>The weight of one Han character, before its IDF, where a pair of them weighs 1: a pair says what a word says, one character says less.</summary>
    public const float HanUnigramWeight = 0.5f;

    /// <summary>How much of the weight of a sentence's extra terms counts against it, where the sentence penalizes them.</summary>
    public const float ExtraTermPenalty = 0.4f;

    /// <summary>A term with a smaller share of the query's weight than this is skipped: it changes no order that matters, and it is mostly one that is everywhere.</summary>
    public const float MinTermShare = 1 / 70f;

    // Similar words.

    /// <summary>How many terms of the index stand for one term of a query at most: the most similar ones.</summary>
    public const int MaxMatches = 48;

    /// <summary>The share of the common prefix in the similarity of two words; the rest is that of the shared trigrams. Inflection changes the ends of words.</summary>
    public const float PrefixShare = 0.2f;

    /// <summary>Similarity up to which a word does not stand for one that the index has. Higher than for unknown words, which need others more.</summary>
    public const float MinSimilarityKnown = 0.35f;

    /// <summary>Similarity up to which a word does not stand for one that the index does not have: less is chance.</summary>
    public const float MinSimilarityUnknown = 0.3f;

    /// <summary>With more words than this behind the trigrams of a word, only the rarer trigrams are read, and the others are looked for in the words found.</summary>
    public const int SmallPostingCount = 1 << 11;

    /// <summary>How many words the rarer trigrams bring in, about, before the reading stops.</summary>
    public const int MaxPostingsRead = 1 << 9;

    // Pruning in large indexes.

    /// <summary>From so many documents on it matters which postings are read, so that terms are read by weight and pruning is possible.</summary>
    public const int LargeIndexDocuments = 2048;

    /// <summary>
    /// With so many documents found by the heavier terms of a query, its lighter ones bring in no more (Moffat and Zobel, "Self-Indexing
    /// Inverted Files for Fast Text Retrieval", 1996, section 4: the strategy "continue").
    /// </summary>
    public const int MaxAccumulators = 1024;

    /// <summary>For a term with more postings than this it is checked whether the rest of the query can be pruned.</summary>
    public const int PruneCheckPostings = 4096;

    /// <summary>Documents are looked up in a list of postings, rather than the list read, where it is at least so many times longer than they are many.</summary>
    public const int SkipFactor = 16;

    // What searches keep for later ones.

    /// <summary>The bytes of cached impacts of known terms: all of a small base, the rarer words of a large one.</summary>
    public const long MaxCachedBytes = 8 << 20;

    /// <summary>The bytes of one term's impacts up to which they are cached.</summary>
    public const long MaxCachedBytesPerTerm = 64 << 10;

    /// <summary>How many unknown terms are cached before all of them are dropped.</summary>
    public const int MaxCachedUnknownTerms = 4096;
}
