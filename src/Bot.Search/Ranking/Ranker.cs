using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bot.Search.Index;
using Bot.Search.Text;

namespace Bot.Search.Ranking;

/// <summary>Ranks the documents of an index.</summary>
internal sealed class Ranker
{
    /// <summary>So many terms of the index stand for one of a query at most: those that are most like it.</summary>
    public const int MaxMatches = 48;

    // Robertson and Zaragoza 2009, section 3.4. With k1 = 1 a second mention counts a third of the first.
    private const float K1 = 1f;
    private const float B = 0.75f;

    // Rare words count more than the inverse document frequency alone says, and so do long ones.
    private const float IdfExponent = 1.3f;

    // Han characters in pairs say what words say; one by one they say less.
    private const float HanUnigramWeight = 0.5f;

    // Of what a sentence that is to be matched whole holds beside the query, so much counts against it.
    private const float ExtraTermPenalty = 0.4f;

    // A term in more documents than there are weighs next to nothing.
    private const float MinIdf = 0.001f;

    // What searches keep for later ones, in bytes: all of a small base, the rarer words of a large one.
    private const long MaxCachedBytes = 8 << 20;
    private const int MaxCachedUnknownTerms = 4096;
    private const long MaxCachedBytesPerTerm = 64 << 10;

    // A term that weighs less of a query than this changes no order worth keeping, and is mostly one that is everywhere.
    private const float MinTermShare = 1 / 70f;

    // In an index of so many documents it matters which postings are read.
    private const int LargeIndexDocuments = 2048;

    // With so many documents found by the rarer terms of a query, its common ones bring in no more (Moffat and Zobel, "Self-Indexing
    // Inverted Files for Fast Text Retrieval", 1996, section 4: the strategy "continue").
    private const int MaxAccumulators = 1024;

    // A document is looked for in a list of postings, rather than the list read, where the list is so many times longer than they are many.
    private const int SkipFactor = 16;

    // From so many postings on it is worth a look whether the rest of the query can still bring in documents.
    private const int PruneCheckPostings = 4096;

    private readonly Postings _postings;
    // Made by the first search, so that it is no part of the start.
    private readonly Lazy<FuzzyTermMatcher> _matcher;
    private readonly float[] _norms;
    private readonly TermImpacts?[] _known;
    private readonly ConcurrentDictionary<string, TermImpacts> _unknown = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TermImpacts>.AlternateLookup<ReadOnlySpan<char>> _unknownBySpan;
    private readonly Stack<QueryBuffers> _idle = new();
    private readonly float _maxWeight;
    private readonly float _maxScale;
    private readonly float[] _sizes;
    private readonly bool _isLarge;
    private readonly float _unknownWeight;
    private int _unknownCount;
    private long _cachedBytes;

    public Ranker(Postings postings)
    {
        (_postings, _matcher) = (postings, new Lazy<FuzzyTermMatcher>(() => new FuzzyTermMatcher(postings.Terms)));
        _known = new TermImpacts?[postings.Terms.Count];
        _unknownBySpan = _unknown.GetAlternateLookup<ReadOnlySpan<char>>();
        _maxWeight = postings.WeightOf.Length > 0 ? postings.WeightOf.Max() : 1;
        _maxScale = _maxWeight * MathF.Sqrt(_maxWeight);
        _sizes = SentenceSizes(postings);
        _isLarge = postings.Ids.Length >= LargeIndexDocuments;
        _unknownWeight = MathF.Pow(Idf(0), IdfExponent);
        var average = Math.Max(1, postings.Lengths.Sum() / Math.Max(1, postings.Lengths.Length));
        _norms = Array.ConvertAll(postings.Lengths, length => K1 * (1 - B + (B * length / average)));
    }

    /// <summary>The bytes that it occupies, without what it keeps for later searches.</summary>
    public long SizeInBytes => _matcher.Value.SizeInBytes + (_norms.Length * (long)sizeof(float)) + (_known.Length * (long)IntPtr.Size);

    /// <summary>Finds the documents that match a query best.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Rank(ReadOnlySpan<char> query, Span<SearchHit> hits)
    {
        if (hits.IsEmpty)
        {
            return 0;
        }

        var scratch = Rent();
        scratch.Forget();
        var count = ReadTerms(query, scratch);
        var total = 0f;
        foreach (ref readonly var term in scratch.Terms.AsSpan(0, count))
        {
            total += term.Weight;
        }

        var terms = scratch.Terms.AsSpan(0, count);

        // In a large index the heaviest first, so that the postings of the lightest need not all be read.
        if (_isLarge)
        {
            terms.Sort((a, b) => b.Weight.CompareTo(a.Weight));
        }

        var least = total * MinTermShare;
        var rest = total;
        var isClosed = false;
        foreach (ref readonly var term in terms)
        {
            if (term.Weight >= least)
            {
                if (_isLarge && !isClosed && scratch.TouchedCount >= hits.Length && Size(term, scratch) > PruneCheckPostings)
                {
                    isClosed = scratch.TouchedCount >= MaxAccumulators || IsDecided(scratch, rest, total, hits);
                    scratch.Touched.AsSpan(0, isClosed ? scratch.TouchedCount : 0).Sort();
                }

                Apply(term.Known ?? Merge(term, scratch, isClosed), scratch, isClosed);
            }

            rest -= term.Weight;
        }

        count = total > 0 ? TakeTopHits(scratch, total, hits) : 0;
        Return(scratch);
        return count;
    }

    // What each sentence that is to be matched whole weighs; nothing for others.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float[] SentenceSizes(Postings postings)
    {
        var sizes = new float[postings.DocumentOf.Length];
        if (!postings.PenalizesExtraTerms.Contains(true))
        {
            return sizes;
        }

        for (var term = 0; term < postings.Terms.Count; term++)
        {
            var characters = postings.Terms[term];
            var share = !Folding.IsHan(characters[0]) ? MathF.Sqrt(characters.Length) : characters.Length == 1 ? HanUnigramWeight : 1;
            var weight = share * MathF.Pow(Idf(postings.Documents[term]), IdfExponent);
            foreach (var posting in postings.Of(term))
            {
                var sentence = Postings.Sentence(posting);
                sizes[sentence] += postings.PenalizesExtraTerms[sentence] ? weight : 0;
            }
        }

        return sizes;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ReadTerms(ReadOnlySpan<char> query, QueryBuffers scratch)
    {
        Span<char> buffer = stackalloc char[Tokenizer.MaxLength];
        Span<char> hanBuffer = stackalloc char[HanNGrams.MaxLength];
        var words = new Tokenizer(query, buffer);
        var han = new HanNGrams(hanBuffer);
        var (count, matches) = (0, 0);
        while (words.MoveNext())
        {
            if (!words.IsHan)
            {
                Read(words.Current, MathF.Sqrt(words.Current.Length), scratch, ref count, ref matches);
                continue;
            }

            han.Push(words.Current[0], words.FollowsHan);
            Read(han.Unigram, HanUnigramWeight, scratch, ref count, ref matches);
            if (han.HasBigram)
            {
                Read(han.Bigram, 1, scratch, ref count, ref matches);
            }
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Read(ReadOnlySpan<char> term, float share, QueryBuffers scratch, ref int count, ref int firstMatch)
    {
        var number = _postings.Terms.Find(term);
        var identity = number >= 0 ? number : -1 - (long)TermDictionary.Hash(term);
        if (scratch.Identities.AsSpan(0, count).Contains(identity))
        {
            return;
        }

        scratch.Identities[count] = identity;
        if (number >= 0 && Volatile.Read(ref _known[number]) is { } known)
        {
            scratch.Terms[count++] = new QueryTerm(number, 0, 0, known.Weight, known);
            return;
        }

        if (number < 0 && _unknownBySpan.TryGetValue(term, out var unknown))
        {
            scratch.Terms[count++] = new QueryTerm(number, 0, 0, unknown.Weight, unknown);
            return;
        }

        var matches = scratch.Matches.AsSpan(firstMatch, MaxMatches);
        var found = Folding.IsHan(term[0]) ? FindHan(number, matches) : _matcher.Value.Find(term, number, scratch.Shared, scratch.Candidates, matches);
        var documents = 0f;
        foreach (var match in matches[..found])
        {
            documents += match.Similarity * _postings.Documents[match.Term];
        }

        scratch.Terms[count++] = new QueryTerm(number, firstMatch, found, share * (found == 0 ? _unknownWeight : MathF.Pow(Idf(documents), IdfExponent)), null)
        {
            Characters = number < 0 ? scratch.Remember(term) : default,
        };
        firstMatch += found;
    }

    private static int FindHan(int number, Span<TermMatch> matches)
    {
        if (number >= 0)
        {
            matches[0] = new TermMatch(number, 1);
        }

        return number >= 0 ? 1 : 0;
    }

    // Robertson and Zaragoza 2009, section 3.4, with one added inside the logarithm so that it is never negative.
    private float Idf(float documents)
    {
        var all = _postings.Ids.Length;
        return documents >= all ? MinIdf : MathF.Log(1 + ((all - documents + 0.5f) / (documents + 0.5f)));
    }

    private int Size(in QueryTerm term, QueryBuffers scratch)
    {
        if (term.Known is { } known)
        {
            return known.Sentences.Length;
        }

        var size = 0;
        foreach (var match in scratch.Matches.AsSpan(term.FirstMatch, term.MatchCount))
        {
            size += _postings.Starts[match.Term + 1] - _postings.Starts[match.Term];
        }

        return size;
    }

    // Whether the rest of the query weighs too little to bring a document among the best that none of its heavier terms has: so far the
    // worst of the best scores more than a document could that has all the rest and nothing else (Turtle and Flood, "Query Evaluation:
    // Strategies and Optimizations", 1995, max-score). Then only documents that were touched need be looked at.
    private bool IsDecided(QueryBuffers scratch, float rest, float total, Span<SearchHit> hits)
    {
        var max = Score(2 * rest / total, rest / total, _maxWeight * rest / total);
        var better = 0;
        foreach (var d in scratch.Touched.AsSpan(0, scratch.TouchedCount))
        {
            if (Score(scratch.Documents[d].Frequency / total, scratch.Documents[d].Covered / total, 0) > max && ++better == hits.Length)
            {
                return true;
            }
        }

        return false;
    }

    // Joins the postings of all terms that stand for one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private TermImpacts Merge(in QueryTerm term, QueryBuffers scratch, bool isClosed)
    {
        var impacts = scratch.Impacts;
        impacts.Clear();
        impacts.Weight = term.Weight;
        var (frequency, likeness, sentenceLikeness) = (scratch.TermFrequency, scratch.TermSimilarity, scratch.SentenceSimilarity);
        foreach (var match in scratch.Matches.AsSpan(term.FirstMatch, term.MatchCount))
        {
            var postings = _postings.Of(match.Term);
            if (!isClosed)
            {
                foreach (var posting in postings)
                {
                    Accumulate(posting, match.Similarity, scratch);
                }
            }
            else if (postings.Length < SkipFactor * scratch.TouchedCount)
            {
                foreach (var posting in postings)
                {
                    if (scratch.Documents[_postings.DocumentOf[Postings.Sentence(posting)]].Covered > 0)
                    {
                        Accumulate(posting, match.Similarity, scratch);
                    }
                }
            }
            else
            {
                foreach (var document in scratch.Touched.AsSpan(0, scratch.TouchedCount))
                {
                    postings = From(Postings.Pack(_postings.FirstSentence[document]), postings);
                    for (var behind = _postings.FirstSentence[document + 1]; postings.Length > 0 && Postings.Sentence(postings[0]) < behind; postings = postings[1..])
                    {
                        Accumulate(postings[0], match.Similarity, scratch);
                    }
                }
            }
        }

        foreach (ref var impact in impacts.Documents)
        {
            var document = impact.Document;
            impact = new DocumentImpact(document, frequency[document] * (K1 + 1) / (frequency[document] + _norms[document]), likeness[document]);
            (frequency[document], likeness[document]) = (0, 0);
        }

        foreach (ref var impact in impacts.Sentences)
        {
            impact = impact with { Similarity = sentenceLikeness[impact.Sentence] };
            sentenceLikeness[impact.Sentence] = 0;
        }

        if (!isClosed)
        {
            Cache(term, impacts, scratch);
        }

        return impacts;
    }

    // What one posting adds to what the term at hand does.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Accumulate(uint posting, float like, QueryBuffers scratch)
    {
        var sentence = Postings.Sentence(posting);
        var document = _postings.DocumentOf[sentence];
        ref var likeness = ref scratch.TermSimilarity[document];
        if (likeness == 0)
        {
            scratch.Impacts.AddDocument(document);
        }

        ref var sentenceLikeness = ref scratch.SentenceSimilarity[sentence];
        if (sentenceLikeness == 0)
        {
            scratch.Impacts.AddSentence(sentence);
        }

        var weight = _postings.WeightOf[sentence];
        scratch.TermFrequency[document] += like * weight * Postings.Count(posting);
        likeness = Math.Max(likeness, like * Math.Min(1, weight));
        sentenceLikeness = Math.Max(sentenceLikeness, like);
    }

    // The postings from one on, found in steps that double and then halve.
    private static ReadOnlySpan<uint> From(uint posting, ReadOnlySpan<uint> postings)
    {
        var step = 1;
        while (step < postings.Length && postings[step] < posting)
        {
            postings = postings[step..];
            step *= 2;
        }

        var at = postings[..Math.Min(step + 1, postings.Length)].BinarySearch(posting);
        return postings[(at < 0 ? ~at : at)..];
    }

    // For the searches to come: what words of the index do for good, what others do until there are too many.
    private void Cache(in QueryTerm term, TermImpacts impacts, QueryBuffers scratch)
    {
        if (impacts.SizeInBytes > MaxCachedBytesPerTerm)
        {
            return;
        }

        if (term.Number < 0)
        {
            if (Interlocked.Increment(ref _unknownCount) % MaxCachedUnknownTerms == 0)
            {
                _unknown.Clear();
            }

            _unknown[scratch.Characters[term.Characters].ToString()] = impacts.Copy();
        }
        else if (Interlocked.Read(ref _cachedBytes) + impacts.SizeInBytes <= MaxCachedBytes && Interlocked.CompareExchange(ref _known[term.Number], impacts.Copy(), null) is null)
        {
            Interlocked.Add(ref _cachedBytes, impacts.SizeInBytes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Apply(TermImpacts impacts, QueryBuffers scratch, bool isClosed)
    {
        var weight = impacts.Weight;
        var (documents, sentenceCovered, touched, touchedCount) = (scratch.Documents, scratch.SentenceCovered, scratch.Touched, scratch.TouchedCount);
        foreach (ref readonly var impact in impacts.Documents)
        {
            ref var sums = ref documents[impact.Document];
            if (sums.Covered == 0)
            {
                if (isClosed)
                {
                    continue;
                }

                touched[touchedCount++] = impact.Document;
            }

            sums.Frequency += weight * impact.Frequency;
            sums.Covered += weight * impact.Similarity;
        }

        scratch.TouchedCount = touchedCount;
        if (!isClosed)
        {
            foreach (ref readonly var impact in impacts.Sentences)
            {
                sentenceCovered[impact.Sentence] += weight * impact.Similarity;
            }

            return;
        }

        foreach (ref readonly var impact in impacts.Sentences)
        {
            if (documents[_postings.DocumentOf[impact.Sentence]].Covered > 0)
            {
                sentenceCovered[impact.Sentence] += weight * impact.Similarity;
            }
        }
    }

    // Gives the best of the touched documents, and leaves all sums zero.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int TakeTopHits(QueryBuffers scratch, float total, Span<SearchHit> hits)
    {
        var count = 0;
        var share = 1 / total;
        var touched = scratch.Touched.AsSpan(0, scratch.TouchedCount);
        var worst = 0f;
        foreach (var document in touched)
        {
            var frequencies = scratch.Documents[document].Frequency * share;
            var coverage = scratch.Documents[document].Covered * share;

            // No sentence covers more than its document.
            if (frequencies + (coverage * _maxScale) >= worst)
            {
                var sentence = BestSentence(document, scratch.SentenceCovered, total) * share;
                Insert(new SearchHit(document, Score(frequencies, coverage, sentence), coverage), hits, ref count);
                worst = count < hits.Length ? 0 : hits[count - 1].Score;
            }
        }

        if (touched.Length >= scratch.Documents.Length / 4)
        {
            Array.Clear(scratch.Documents);
            Array.Clear(scratch.SentenceCovered);
        }
        else
        {
            foreach (var document in touched)
            {
                scratch.Documents[document] = default;
                SentencesOf(document, scratch.SentenceCovered).Clear();
            }
        }

        scratch.TouchedCount = 0;
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float BestSentence(int document, float[] covered, float total)
    {
        var sentences = SentencesOf(document, covered);
        var weights = SentencesOf(document, _postings.WeightOf);
        var sizes = SentencesOf(document, _sizes);
        var best = 0f;
        for (var s = 0; s < sentences.Length; s++)
        {
            // Most sentences hold nothing of the query, or less than the best so far even if nothing counts against them.
            var own = sentences[s] * weights[s];
            if (own > best)
            {
                best = Math.Max(best, own * total / (total + (ExtraTermPenalty * Math.Max(0, sizes[s] - sentences[s]))));
            }
        }

        return best;
    }

    private Span<float> SentencesOf(int document, float[] values)
    {
        var first = _postings.FirstSentence[document];
        return values.AsSpan(first, _postings.FirstSentence[document + 1] - first);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Insert(SearchHit hit, Span<SearchHit> hits, ref int count)
    {
        if (count == hits.Length && (count == 0 || !IsBefore(hit, hits[count - 1])))
        {
            return;
        }

        var at = count < hits.Length ? count++ : count - 1;
        for (; at > 0 && IsBefore(hit, hits[at - 1]); at--)
        {
            hits[at] = hits[at - 1];
        }

        hits[at] = hit;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsBefore(in SearchHit one, in SearchHit other) =>
        one.Score > other.Score || (one.Score == other.Score && one.Document < other.Document);

    // All in shares of the query's weight: the document's frequencies, what it covers, what its best sentence covers.
    private static float Score(float frequencies, float coverage, float sentence) =>
        (frequencies * MathF.Sqrt(MathF.Sqrt(coverage))) + (sentence * MathF.Sqrt(sentence));

    private QueryBuffers Rent()
    {
        lock (_idle)
        {
            if (_idle.TryPop(out var scratch))
            {
                return scratch;
            }
        }

        return new QueryBuffers(_postings.Ids.Length, _postings.DocumentOf.Length, _postings.Terms.Count);
    }

    private void Return(QueryBuffers scratch)
    {
        lock (_idle)
        {
            _idle.Push(scratch);
        }
    }
}
