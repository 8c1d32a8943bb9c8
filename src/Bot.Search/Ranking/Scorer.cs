using System.Runtime.CompilerServices;
using Bot.Search.Index;

namespace Bot.Search.Ranking;

/// <summary>Scores the touched documents of a query and selects the best.</summary>
internal sealed class Scorer
{
    private readonly Postings _postings;
    private readonly float _maxWeight;
    private readonly float _maxScale;

    // The total weight of the terms of each sentence that penalizes extra terms; 0 for other sentences.
    private readonly float[] _sentenceWeights;

    public Scorer(Postings postings, TermWeights weights)
    {
        _postings = postings;
        _maxWeight = postings.WeightOf.Length > 0 ? postings.WeightOf.Max() : 1;
        _maxScale = _maxWeight * MathF.Sqrt(_maxWeight);
        _sentenceWeights = WeighSentences(postings, weights);
    }

    /// <summary>
    /// Whether no untouched document can still reach the top hits: the lowest of them already scores more than a document
    /// that contains all remaining terms and nothing else (Turtle and Flood, "Query Evaluation:
    /// Strategies and Optimizations", 1995, max-score). Then only touched documents need to be considered.
    /// </summary>
    /// <param name="buffers">The buffers of the search.</param>
    /// <param name="remaining">The weight of the remaining terms.</param>
    /// <param name="total">The weight of the whole query.</param>
    /// <param name="count">The number of hits wanted.</param>
    public bool IsDecided(QueryBuffers buffers, float remaining, float total, int count)
    {
        var max = Score(2 * remaining / total, remaining / total, _maxWeight * remaining / total);
        var better = 0;
        foreach (var document in buffers.Touched.AsSpan(0, buffers.TouchedCount))
        {
            if (Score(buffers.Documents[document].Frequency / total, buffers.Documents[document].Covered / total, 0) > max && ++better == count)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Selects the best of the touched documents, and resets all sums to zero.</summary>
    /// <param name="buffers">The buffers of the search.</param>
    /// <param name="total">The weight of the whole query, above 0.</param>
    /// <param name="hits">Receives the hits, best first.</param>
    /// <returns>The number of hits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int TakeTopHits(QueryBuffers buffers, float total, Span<SearchHit> hits)
    {
        var count = 0;
        var share = 1 / total;
        var worst = 0f;
        foreach (var document in buffers.Touched.AsSpan(0, buffers.TouchedCount))
        {
            var frequencies = buffers.Documents[document].Frequency * share;
            var coverage = buffers.Documents[document].Covered * share;

            // No sentence covers more than its document.
            if (frequencies + (coverage * _maxScale) >= worst)
            {
                var sentence = ScoreBestSentence(document, buffers.SentenceCovered, total) * share;
                Insert(new SearchHit(document, Score(frequencies, coverage, sentence), coverage), hits, ref count);
                worst = count < hits.Length ? 0 : hits[count - 1].Score;
            }
        }

        Clear(buffers);
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float[] WeighSentences(Postings postings, TermWeights weights)
    {
        var sums = new float[postings.DocumentOf.Length];
        if (!postings.PenalizesExtraTerms.Contains(true))
        {
            return sums;
        }

        for (var term = 0; term < postings.Terms.Count; term++)
        {
            var weight = TermWeights.OfCharacters(postings.Terms[term]) * weights.OfFrequency(postings.Documents[term]);
            foreach (var posting in postings.Of(term))
            {
                var sentence = Postings.Sentence(posting);
                sums[sentence] += postings.PenalizesExtraTerms[sentence] ? weight : 0;
            }
        }

        return sums;
    }

    // When many documents were touched, clearing the whole arrays is faster.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Clear(QueryBuffers buffers)
    {
        var touched = buffers.Touched.AsSpan(0, buffers.TouchedCount);
        if (touched.Length >= buffers.Documents.Length / 4)
        {
            Array.Clear(buffers.Documents);
            Array.Clear(buffers.SentenceCovered);
        }
        else
        {
            foreach (var document in touched)
            {
                buffers.Documents[document] = default;
                SentencesOf(document, buffers.SentenceCovered).Clear();
            }
        }

        buffers.TouchedCount = 0;
    }

    // The weight that the best sentence of a document covers, reduced by the penalty for its extra terms.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float ScoreBestSentence(int document, float[] covered, float total)
    {
        var sentences = SentencesOf(document, covered);
        var weights = SentencesOf(document, _postings.WeightOf);
        var sizes = SentencesOf(document, _sentenceWeights);
        var best = 0f;
        for (var s = 0; s < sentences.Length; s++)
        {
            // Most sentences cover nothing of the query, or less than the best so far even without a penalty.
            var maxCoverage = sentences[s] * weights[s];
            if (maxCoverage > best)
            {
                best = Math.Max(best, maxCoverage * total / (total + (SearchTuning.ExtraTermPenalty * Math.Max(0, sizes[s] - sentences[s]))));
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

    // All arguments are shares of the query's weight: the document's frequencies, its coverage, and the coverage of its best sentence.
    private static float Score(float frequencies, float coverage, float sentence) =>
        (frequencies * MathF.Sqrt(MathF.Sqrt(coverage))) + (sentence * MathF.Sqrt(sentence));
}
