using System.Runtime.CompilerServices;
using Bot.Search.Index;

namespace Bot.Search.Ranking;

/// <summary>Ranks the documents of an index: reads the query, adds up the impacts of its terms, and selects the best documents.</summary>
internal sealed class Ranker
{
    private readonly Postings _postings;
    private readonly QueryReader _reader;
    private readonly PostingsMerger _merger;
    private readonly ImpactCache _cache;
    private readonly Scorer _scorer;
    private readonly Stack<QueryBuffers> _idle = new();
    private readonly bool _isLarge;

    public Ranker(Postings postings)
    {
        var weights = new TermWeights(postings);
        (_postings, _cache, _merger) = (postings, new ImpactCache(postings.Terms.Count), new PostingsMerger(postings));
        (_reader, _scorer) = (new QueryReader(postings, weights, _cache), new Scorer(postings, weights));
        _isLarge = postings.Ids.Length >= SearchTuning.LargeIndexDocuments;
    }

    /// <summary>The memory that it occupies, without cached impacts, in bytes.</summary>
    public long SizeInBytes => _reader.SizeInBytes + _merger.SizeInBytes + _cache.EmptySizeInBytes;

    /// <summary>Finds the documents that match a query best.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Rank(ReadOnlySpan<char> query, Span<SearchHit> hits)
    {
        if (hits.IsEmpty)
        {
            return 0;
        }

        var buffers = Rent();
        buffers.ClearCharacters();
        var terms = buffers.Terms.AsSpan(0, _reader.Read(query, buffers));
        var total = 0f;
        foreach (ref readonly var term in terms)
        {
            total += term.Weight;
        }

        AddImpacts(terms, total, hits.Length, buffers);
        var count = total > 0 ? _scorer.TakeTopHits(buffers, total, hits) : 0;

        // After an exception the sums may not be zero, so the buffers are not returned then.
        Return(buffers);
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddImpacts(Span<QueryTerm> terms, float total, int hits, QueryBuffers buffers)
    {
        // In a large index the heaviest terms come first, so that the postings of the lightest need not all be read.
        if (_isLarge)
        {
            terms.Sort((a, b) => b.Weight.CompareTo(a.Weight));
        }

        var minWeight = total * SearchTuning.MinTermShare;
        var remaining = total;
        var isPruned = false;
        foreach (ref readonly var term in terms)
        {
            if (term.Weight >= minWeight)
            {
                if (_isLarge && !isPruned && buffers.TouchedCount >= hits && CountImpacts(term, buffers) > SearchTuning.PruneCheckPostings)
                {
                    isPruned = buffers.TouchedCount >= SearchTuning.MaxAccumulators || _scorer.IsDecided(buffers, remaining, total, hits);
                    buffers.Touched.AsSpan(0, isPruned ? buffers.TouchedCount : 0).Sort();
                }

                Apply(term.Known ?? Merge(term, buffers, isPruned), buffers, isPruned);
            }

            remaining -= term.Weight;
        }
    }

    private int CountImpacts(in QueryTerm term, QueryBuffers buffers) => term.Known is { } known ? known.Sentences.Length : _merger.CountPostings(term, buffers);

    private TermImpacts Merge(in QueryTerm term, QueryBuffers buffers, bool isPruned)
    {
        var impacts = _merger.Merge(term, buffers, isPruned);

        // Pruned impacts cover only this query's documents, so they are not cached.
        if (!isPruned)
        {
            _cache.Add(term.Number, buffers.Characters[term.Characters], impacts);
        }

        return impacts;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Apply(TermImpacts impacts, QueryBuffers buffers, bool isPruned)
    {
        var weight = impacts.Weight;
        var (documents, sentenceCovered, touched, touchedCount) = (buffers.Documents, buffers.SentenceCovered, buffers.Touched, buffers.TouchedCount);
        foreach (ref readonly var impact in impacts.Documents)
        {
            ref var sums = ref documents[impact.Document];
            if (sums.Covered == 0)
            {
                if (isPruned)
                {
                    continue;
                }

                touched[touchedCount++] = impact.Document;
            }

            sums.Frequency += weight * impact.Frequency;
            sums.Covered += weight * impact.Similarity;
        }

        buffers.TouchedCount = touchedCount;
        if (!isPruned)
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

    private QueryBuffers Rent()
    {
        lock (_idle)
        {
            if (_idle.TryPop(out var buffers))
            {
                return buffers;
            }
        }

        return new QueryBuffers(_postings.Ids.Length, _postings.DocumentOf.Length, _postings.Terms.Count);
    }

    private void Return(QueryBuffers buffers)
    {
        lock (_idle)
        {
            _idle.Push(buffers);
        }
    }
}
