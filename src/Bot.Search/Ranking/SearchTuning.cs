namespace Bot.Search.Ranking;

/// <summary>
/// The constants of ranking. The first two groups affect results: measure changes with the benchmarks <c>questions</c> and
/// <c>retrieval</c>. The others trade time for memory: measure changes with <c>scale</c>.
/// </summary>
internal static class SearchTuning
{
    // BM25 and the weight of a term.

    /// <summary>How quickly further occurrences of a term count less (k1 of Robertson and Zaragoza 2009, section 3.4). With 1 a second occurrence adds a third of what the first adds.</summary>
    public const float K1 = 1f;

    /// <summary>How much the length of a document counts against it, from 0 to 1 (b of Robertson and Zaragoza 2009, section 3.4, which recommends 0.5 to 0.8).</summary>
    public const float B = 0.75f;

    /// <summary>The exponent of the inverse document frequency in a term's weight: rare words count more than by their IDF alone.</summary>
    public const float IdfExponent = 1.3f;

    /// <summary>The IDF of a term that every document has: close to 0.</summary>
    public const float MinIdf = 0.001f;

    /// <summary>The weight of one Han character, before its IDF, where a pair weighs 1: a pair is as specific as a word, and a single character is less so.</summary>
    public const float HanUnigramWeight = 0.5f;

    /// <summary>The share of the weight of a sentence's extra terms that counts against it, where the sentence penalizes them.</summary>
    public const float ExtraTermPenalty = 0.4f;

    /// <summary>A term with a smaller share of the query's weight than this is skipped. It is usually a very common term, and hardly affects the order of the hits.</summary>
    public const float MinTermShare = 1 / 70f;

    // Similar words.

    /// <summary>The maximum number of terms of the index that match one term of a query; the most similar ones are used.</summary>
    public const int MaxMatches = 48;

    /// <summary>The share of the common prefix in the similarity of two words; the rest is that of the shared trigrams. Inflection changes the ends of words.</summary>
    public const float PrefixShare = 0.2f;

    /// <summary>The similarity that a match for a word in the index must exceed. Higher than for unknown words, which depend on similar words.</summary>
    public const float MinSimilarityKnown = 0.35f;

    /// <summary>The similarity that a match for a word that is not in the index must exceed. A lower similarity is coincidence.</summary>
    public const float MinSimilarityUnknown = 0.3f;

    /// <summary>When the trigrams of a word occur in more words than this, only the words of the rarer trigrams are read. The other trigrams are looked up in the words found.</summary>
    public const int SmallPostingCount = 1 << 11;

    /// <summary>The approximate number of words that are read for the rarer trigrams.</summary>
    public const int MaxPostingsRead = 1 << 9;

    // Pruning in large indexes.

    /// <summary>The number of documents from which terms are processed by weight, so that pruning is possible. In smaller indexes all postings are read.</summary>
    public const int LargeIndexDocuments = 2048;

    /// <summary>
    /// When the heavier terms of a query have found this many documents, its lighter terms add no new ones (Moffat and Zobel, "Self-Indexing
    /// Inverted Files for Fast Text Retrieval", 1996, section 4: the strategy "continue").
    /// </summary>
    public const int MaxAccumulators = 1024;

    /// <summary>The number of postings of a term above which the rest of the query is checked for pruning.</summary>
    public const int PruneCheckPostings = 4096;

    /// <summary>A list of postings is searched for each touched document, instead of being read, when it is at least this many times as long as the number of touched documents.</summary>
    public const int SkipFactor = 16;

    // The cache of impacts.

    /// <summary>The maximum size of the cached impacts of known terms, in bytes: enough for all terms of a small base, or the rarer terms of a large one.</summary>
    public const long MaxCachedBytes = 8 << 20;

    /// <summary>The maximum size of one term's impacts to be cached, in bytes.</summary>
    public const long MaxCachedBytesPerTerm = 64 << 10;

    /// <summary>The number of cached unknown terms after which all of them are evicted.</summary>
    public const int MaxCachedUnknownTerms = 4096;
}
