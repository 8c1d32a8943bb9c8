using System.Runtime.CompilerServices;
using Bot.Search.Index;
using Bot.Search.Text;

namespace Bot.Search.Ranking;

/// <summary>
/// Finds the words of an index that are similar to a word, such as other inflections and misspellings. Similarity combines the trigrams
/// that two words share, weighted by rarity (weighted Dice coefficient), and the length of their common prefix. It is independent of the language.
/// </summary>
internal sealed class FuzzyTermMatcher
{
    private readonly TermDictionary _terms;
    private readonly TrigramIndex _index;
    private readonly char[] _firstCharacters;
    private readonly bool[] _hasDigit;

    /// <summary>Indexes the trigrams of the words. A Han term is similar only to itself.</summary>
    public FuzzyTermMatcher(TermDictionary terms)
    {
        (_terms, _index) = (terms, new TrigramIndex(terms));
        (_firstCharacters, _hasDigit) = (new char[terms.Count], new bool[terms.Count]);
        for (var term = 0; term < terms.Count; term++)
        {
            _firstCharacters[term] = terms[term][0];
            _hasDigit[term] = HasDigit(terms[term]);
        }
    }

    /// <summary>The memory that it occupies, in bytes.</summary>
    public long SizeInBytes => _index.SizeInBytes + (_firstCharacters.Length * 3L);

    /// <summary>Finds the terms that match a word, including the word itself if the index has it.</summary>
    /// <param name="word">The folded word.</param>
    /// <param name="self">Its number; -1 when the index does not have it.</param>
    /// <param name="shared">A buffer with one element for each term of the index: all zeros before and after the call.</param>
    /// <param name="candidates">A buffer for one more element than the index has terms.</param>
    /// <param name="matches">Receives the terms, in no particular order; when more are found than fit, the most similar ones.</param>
    /// <returns>The number of matches.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ReadOnlySpan<char> word, int self, Span<float> shared, Span<int> candidates, Span<TermMatch> matches)
    {
        var found = 0;
        if (self >= 0)
        {
            matches[found++] = new TermMatch(self, 1);
        }

        Span<ulong> trigrams = stackalloc ulong[Tokenizer.MaxLength];
        var count = TrigramIndex.Extract(word, trigrams);
        if (count == 0 || HasDigit(word))
        {
            return found;
        }

        Span<int> numbers = stackalloc int[Tokenizer.MaxLength];
        var query = new TrigramQuery(word, self, trigrams[..count], numbers[..count]);
        LookUp(ref query);
        var candidateCount = CollectCandidates(ref query, shared, candidates);
        SelectMatches(query, shared, candidates[..candidateCount], matches, ref found);
        return found;
    }

    // Looks up the trigrams, and decides whether the words of all of them are read.
    private void LookUp(ref TrigramQuery query)
    {
        var words = 0;
        for (var i = 0; i < query.Trigrams.Length; i++)
        {
            query.Numbers[i] = _index.Find(query.Trigrams[i]);
            query.Weight += _index.Idf(query.Numbers[i]);
            words += _index.CountWords(query.Numbers[i]);
        }

        // In a large index the most common trigrams occur in too many words to read them all. Candidates come from the rarer trigrams only, and
        // the other trigrams that a candidate shares are looked up afterwards.
        query.IsPartial = words > SearchTuning.SmallPostingCount;
        if (query.IsPartial)
        {
            SortRarestFirst(query);
        }
    }

    // Reads the words of the trigrams, and adds up the weight that each shares with the query.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int CollectCandidates(ref TrigramQuery query, Span<float> shared, Span<int> candidates)
    {
        var max = query.IsPartial ? SearchTuning.MaxPostingsRead : SearchTuning.SmallPostingCount;
        var (count, read, postings, unreadWeight) = (0, 0, 0, query.Weight);
        for (; read < query.Numbers.Length && (!query.IsPartial || postings < SearchTuning.MaxPostingsRead); read++)
        {
            var number = query.Numbers[read];
            var idf = _index.Idf(number);
            unreadWeight -= idf;
            if (number < 0)
            {
                continue;
            }

            var words = _index.Words(number, max);
            postings += words.Length;
            foreach (var word in words)
            {
                // Whether the word is already a candidate is unpredictable, so the code avoids a branch on it.
                ref var common = ref shared[word];
                candidates[count] = word;
                count += common == 0 ? 1 : 0;
                common += idf;
            }
        }

        (query.ReadCount, query.UnreadWeight) = (read, unreadWeight);
        return count;
    }

    // Selects the candidates that are similar enough, and resets all sums to zero.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SelectMatches(in TrigramQuery query, Span<float> shared, ReadOnlySpan<int> candidates, Span<TermMatch> matches, ref int found)
    {
        const float TrigramShare = 1 - SearchTuning.PrefixShare;
        var min = query.Self >= 0 ? SearchTuning.MinSimilarityKnown : SearchTuning.MinSimilarityUnknown;

        // The share of the sum of their weights that two words must have in common to be similar enough: with the longest possible common prefix, and without one.
        var minWithPrefix = (min - SearchTuning.PrefixShare) / TrigramShare / 2;
        var minWithoutPrefix = min / TrigramShare / 2;
        foreach (var other in candidates)
        {
            var common = shared[other];
            shared[other] = 0;
            var weights = query.Weight + _index.Weight(other);
            var hasPrefix = _firstCharacters[other] == query.Word[0];
            var needed = weights * (hasPrefix ? minWithPrefix : minWithoutPrefix);
            if (query.IsPartial && common + query.UnreadWeight > needed)
            {
                common += _index.WeightOfShared(_terms[other], query.Numbers[query.ReadCount..], query.Trigrams[query.ReadCount..]);
            }

            if (common <= needed || other == query.Self || _hasDigit[other])
            {
                continue;
            }

            var prefix = hasPrefix ? PrefixSimilarity(query.Word, _terms[other]) : 0;
            var similarity = (TrigramShare * MathF.Min(1, 2 * common / weights)) + (SearchTuning.PrefixShare * prefix);
            if (similarity > min)
            {
                Insert(new TermMatch(other, (similarity - min) / (1 - min)), matches, ref found);
            }
        }
    }

    private static float PrefixSimilarity(ReadOnlySpan<char> word, ReadOnlySpan<char> other) => word.CommonPrefixLength(other) * 2f / (word.Length + other.Length);

    // Words are short, so an insertion sort is fastest.
    private void SortRarestFirst(in TrigramQuery query)
    {
        var numbers = query.Numbers;
        var trigrams = query.Trigrams;
        for (var i = 1; i < numbers.Length; i++)
        {
            for (var k = i; k > 0 && _index.CountWords(numbers[k]) < _index.CountWords(numbers[k - 1]); k--)
            {
                (numbers[k], numbers[k - 1]) = (numbers[k - 1], numbers[k]);
                (trigrams[k], trigrams[k - 1]) = (trigrams[k - 1], trigrams[k]);
            }
        }
    }

    // When there is no space left, the match replaces the least similar one.
    private static void Insert(TermMatch match, Span<TermMatch> matches, ref int found)
    {
        if (found < matches.Length)
        {
            matches[found++] = match;
            return;
        }

        var least = 0;
        for (var i = 1; i < matches.Length; i++)
        {
            least = matches[i].Similarity < matches[least].Similarity ? i : least;
        }

        if (matches[least].Similarity < match.Similarity)
        {
            matches[least] = match;
        }
    }

    // Numbers such as 2014 and 2015 share trigrams but do not mean the same.
    private static bool HasDigit(ReadOnlySpan<char> word) => word.ContainsAnyInRange('0', '9');

    // The word that candidates are compared with.
    private ref struct TrigramQuery(ReadOnlySpan<char> word, int self, Span<ulong> trigrams, Span<int> numbers)
    {
        public readonly ReadOnlySpan<char> Word = word;

        // The word's number; -1 when the index does not have it.
        public readonly int Self = self;

        public readonly Span<ulong> Trigrams = trigrams;

        // The number of each trigram; -1 when no word has it.
        public readonly Span<int> Numbers = numbers;

        // The sums of the IDF of all trigrams, and of those that were not read.
        public float Weight;
        public float UnreadWeight;

        // The number of trigrams that were read, and whether some may be left unread.
        public int ReadCount;
        public bool IsPartial;
    }
}
