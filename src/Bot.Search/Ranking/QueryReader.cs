using System.Runtime.CompilerServices;
using Bot.Search.Index;
using Bot.Search.Text;

namespace Bot.Search.Ranking;

/// <summary>Reads the distinct terms of a query, with their weights and the terms of the index that match them.</summary>
internal sealed class QueryReader(Postings postings, TermWeights weights, ImpactCache cache)
{
    // Created by the first search, so that it does not slow the start.
    private readonly Lazy<FuzzyTermMatcher> _matcher = new(() => new FuzzyTermMatcher(postings.Terms));
    private readonly float _unknownWeight = weights.OfFrequency(0);

    /// <summary>The memory that it occupies, in bytes.</summary>
    public long SizeInBytes => _matcher.Value.SizeInBytes;

    /// <summary>Reads a query into <see cref="QueryBuffers.Terms"/>.</summary>
    /// <returns>The number of terms.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Read(ReadOnlySpan<char> query, QueryBuffers buffers)
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
                Add(words.Current, buffers, ref count, ref matches);
                continue;
            }

            han.Push(words.Current[0], words.FollowsHan);
            Add(han.Unigram, buffers, ref count, ref matches);
            if (han.HasBigram)
            {
                Add(han.Bigram, buffers, ref count, ref matches);
            }
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(ReadOnlySpan<char> term, QueryBuffers buffers, ref int count, ref int firstMatch)
    {
        var number = postings.Terms.Find(term);
        var identity = number >= 0 ? number : -1 - (long)TermDictionary.Hash(term);
        if (buffers.Identities.AsSpan(0, count).Contains(identity))
        {
            return;
        }

        buffers.Identities[count] = identity;
        if (cache.Find(number, term) is { } known)
        {
            buffers.Terms[count++] = new QueryTerm(number, 0, 0, known.Weight, known);
            return;
        }

        var matches = buffers.Matches.AsSpan(firstMatch, SearchTuning.MaxMatches);
        var found = Folding.IsHan(term[0]) ? FindHan(number, matches) : _matcher.Value.Find(term, number, buffers.Shared, buffers.Candidates, matches);
        var documents = 0f;
        foreach (var match in matches[..found])
        {
            documents += match.Similarity * postings.Documents[match.Term];
        }

        var weight = TermWeights.OfCharacters(term) * (found == 0 ? _unknownWeight : weights.OfFrequency(documents));
        buffers.Terms[count++] = new QueryTerm(number, firstMatch, found, weight, null)
        {
            Characters = number < 0 ? buffers.StoreCharacters(term) : default,
        };
        firstMatch += found;
    }

    // A Han term is similar only to itself.
    private static int FindHan(int number, Span<TermMatch> matches)
    {
        if (number >= 0)
        {
            matches[0] = new TermMatch(number, 1);
        }

        return number >= 0 ? 1 : 0;
    }
}
