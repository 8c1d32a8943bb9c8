using System.Runtime.CompilerServices;
using Bot.Search.Index;

namespace Bot.Search.Ranking;

/// <summary>Merges the postings of all terms that match a term of a query into its impacts on documents and sentences.</summary>
internal sealed class PostingsMerger
{
    private readonly Postings _postings;

    // The part of BM25's denominator that depends only on the document's length.
    private readonly float[] _norms;

    public PostingsMerger(Postings postings)
    {
        _postings = postings;
        var average = Math.Max(1, postings.Lengths.Sum() / Math.Max(1, postings.Lengths.Length));
        _norms = Array.ConvertAll(postings.Lengths, length => SearchTuning.K1 * (1 - SearchTuning.B + (SearchTuning.B * length / average)));
    }

    /// <summary>The memory that it occupies, without the postings, in bytes.</summary>
    public long SizeInBytes => _norms.Length * (long)sizeof(float);

    /// <summary>The number of postings to merge for a term whose impacts are not cached.</summary>
    public int CountPostings(in QueryTerm term, QueryBuffers buffers)
    {
        var count = 0;
        foreach (var match in buffers.Matches.AsSpan(term.FirstMatch, term.MatchCount))
        {
            count += _postings.Starts[match.Term + 1] - _postings.Starts[match.Term];
        }

        return count;
    }

    /// <summary>Computes the impacts of a term into <see cref="QueryBuffers.Impacts"/>.</summary>
    /// <param name="term">The term.</param>
    /// <param name="buffers">The buffers of the search.</param>
    /// <param name="isPruned">Whether only the documents that were touched before count. They must then be in ascending order.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public TermImpacts Merge(in QueryTerm term, QueryBuffers buffers, bool isPruned)
    {
        var impacts = buffers.Impacts;
        impacts.Clear();
        impacts.Weight = term.Weight;
        foreach (var match in buffers.Matches.AsSpan(term.FirstMatch, term.MatchCount))
        {
            var postings = _postings.Of(match.Term);
            if (!isPruned)
            {
                foreach (var posting in postings)
                {
                    Accumulate(posting, match.Similarity, buffers);
                }
            }
            else
            {
                MergeTouched(postings, match.Similarity, buffers);
            }
        }

        Finish(impacts, buffers);
        return impacts;
    }

    // Merges only the postings of touched documents.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MergeTouched(ReadOnlySpan<uint> postings, float similarity, QueryBuffers buffers)
    {
        if (postings.Length < SearchTuning.SkipFactor * buffers.TouchedCount)
        {
            foreach (var posting in postings)
            {
                if (buffers.Documents[_postings.DocumentOf[Postings.Sentence(posting)]].Covered > 0)
                {
                    Accumulate(posting, similarity, buffers);
                }
            }

            return;
        }

        foreach (var document in buffers.Touched.AsSpan(0, buffers.TouchedCount))
        {
            postings = SkipTo(Postings.Pack(_postings.FirstSentence[document]), postings);
            for (var end = _postings.FirstSentence[document + 1]; postings.Length > 0 && Postings.Sentence(postings[0]) < end; postings = postings[1..])
            {
                Accumulate(postings[0], similarity, buffers);
            }
        }
    }

    // Adds one posting to the impacts of the current term.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Accumulate(uint posting, float similarity, QueryBuffers buffers)
    {
        var sentence = Postings.Sentence(posting);
        var document = _postings.DocumentOf[sentence];
        ref var documentSimilarity = ref buffers.TermSimilarity[document];
        if (documentSimilarity == 0)
        {
            buffers.Impacts.AddDocument(document);
        }

        ref var sentenceSimilarity = ref buffers.SentenceSimilarity[sentence];
        if (sentenceSimilarity == 0)
        {
            buffers.Impacts.AddSentence(sentence);
        }

        var weight = _postings.WeightOf[sentence];
        buffers.TermFrequency[document] += similarity * weight * Postings.Count(posting);
        documentSimilarity = Math.Max(documentSimilarity, similarity * Math.Min(1, weight));
        sentenceSimilarity = Math.Max(sentenceSimilarity, similarity);
    }

    // Turns the sums into impacts, and resets all sums to zero.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Finish(TermImpacts impacts, QueryBuffers buffers)
    {
        var (frequency, similarity, sentenceSimilarity) = (buffers.TermFrequency, buffers.TermSimilarity, buffers.SentenceSimilarity);
        foreach (ref var impact in impacts.Documents)
        {
            var document = impact.Document;
            impact = new DocumentImpact(document, frequency[document] * (SearchTuning.K1 + 1) / (frequency[document] + _norms[document]), similarity[document]);
            (frequency[document], similarity[document]) = (0, 0);
        }

        foreach (ref var impact in impacts.Sentences)
        {
            impact = impact with { Similarity = sentenceSimilarity[impact.Sentence] };
            sentenceSimilarity[impact.Sentence] = 0;
        }
    }

    // The postings from a given one on, found by galloping search: steps that double, then a binary search.
    private static ReadOnlySpan<uint> SkipTo(uint posting, ReadOnlySpan<uint> postings)
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
}
