using System.Runtime.CompilerServices;
using Bot.Search.Index;
using Bot.Search.Text;

namespace Bot.Search.Ranking;

/// <summary>A term of an index that stands for a term of a query.</summary>
/// <param name="Term">Its number.</param>
/// <param name="Similarity">How much it is like the term of the query: 1 for the same, above 0 for others.</param>
internal readonly record struct TermMatch(int Term, float Similarity);

/// <summary>
/// Finds the words of an index that are like a word: its other inflections, its misspellings. Two words are as like as the runs of three
/// characters that they share, rare runs counting more (Dice's coefficient, weighted), and as long as their common beginning is.
/// It knows no language.
/// </summary>
internal sealed class FuzzyTermMatcher
{
    private const char Begin = '\u0001';
    private const char End = '\u0002';

    // How much the common beginning counts beside the shared runs: inflection changes ends.
    private const float PrefixShare = 0.2f;

    // Less than this is chance. A word that the index has needs others less than one that it lacks.
    private const float MinSimilarityKnown = 0.35f;
    private const float MinSimilarityUnknown = 0.3f;

    // In a large index the commonest runs stand in so many words that these are not all looked at: from so many on, words must share a
    // rarer run to be found, and what else they share is looked for in them.
    private const int SmallPostingCount = 1 << 11;
    private const int MaxPostingsRead = 1 << 9;

    private readonly TermDictionary _terms;
    private readonly TrigramTable _trigrams = new();
    private readonly int[] _starts;
    private readonly int[] _words;
    private readonly float[] _idf;
    private readonly float[] _sizes;
    private readonly char[] _prefixes;
    private readonly bool[] _hasDigit;
    private readonly float _unknownIdf;

    /// <summary>Learns the words of an index; Han terms are like nothing but themselves.</summary>
    public FuzzyTermMatcher(TermDictionary terms)
    {
        _terms = terms;
        Span<ulong> runs = stackalloc ulong[Tokenizer.MaxLength];
        var counts = new List<int>();
        var words = 0;
        for (var term = 0; term < terms.Count; term++)
        {
            var count = Trigrams(terms[term], runs);
            words += count > 0 ? 1 : 0;
            foreach (var run in runs[..count])
            {
                var number = _trigrams.GetOrAdd(run);
                if (number == counts.Count)
                {
                    counts.Add(0);
                }

                counts[number]++;
            }
        }

        _starts = new int[_trigrams.Count + 1];
        _idf = new float[_trigrams.Count];
        for (var run = 0; run < _idf.Length; run++)
        {
            _starts[run + 1] = _starts[run] + counts[run];
            _idf[run] = Idf(words, counts[run]);
        }

        _unknownIdf = Idf(words, 0.5f);
        _words = new int[_starts[^1]];
        _sizes = new float[terms.Count];
        _prefixes = new char[terms.Count];
        _hasDigit = new bool[terms.Count];
        var next = _starts.AsSpan(0, _idf.Length).ToArray();
        for (var term = 0; term < terms.Count; term++)
        {
            _prefixes[term] = terms[term][0];
            _hasDigit[term] = HasDigit(terms[term]);
            foreach (var run in runs[..Trigrams(terms[term], runs)])
            {
                var number = _trigrams.Find(run);
                _words[next[number]++] = term;
                _sizes[term] += _idf[number];
            }
        }
    }

    /// <summary>The bytes that it occupies.</summary>
    public long SizeInBytes => _trigrams.SizeInBytes + ((_starts.Length + _words.Length + _idf.Length + _sizes.Length) * (long)sizeof(int)) + (_prefixes.Length * 3L);

    /// <summary>Finds the terms that stand for a word, itself among them if the index has it.</summary>
    /// <param name="word">The folded word.</param>
    /// <param name="self">Its number; -1 when the index has it not.</param>
    /// <param name="shared">Zeros, one for each term of the index, and zeros again afterwards.</param>
    /// <param name="candidates">Room for the number of each term, and one more.</param>
    /// <param name="matches">Takes the terms, in no order; of more than fit those that are most alike.</param>
    /// <returns>How many there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ReadOnlySpan<char> word, int self, Span<float> shared, Span<int> candidates, Span<TermMatch> matches)
    {
        var found = 0;
        if (self >= 0)
        {
            matches[found++] = new TermMatch(self, 1);
        }

        Span<ulong> runs = stackalloc ulong[Tokenizer.MaxLength];
        var count = Trigrams(word, runs);
        if (count == 0 || HasDigit(word))
        {
            return found;
        }

        Span<int> numbers = stackalloc int[Tokenizer.MaxLength];
        var size = 0f;
        var postings = 0;
        for (var i = 0; i < count; i++)
        {
            numbers[i] = _trigrams.Find(runs[i]);
            size += numbers[i] < 0 ? _unknownIdf : _idf[numbers[i]];
            postings += numbers[i] < 0 ? 0 : _starts[numbers[i] + 1] - _starts[numbers[i]];
        }

        var isPartial = postings > SmallPostingCount;
        if (isPartial)
        {
            RarestFirst(numbers[..count], runs);
        }

        var (candidateCount, read, rest) = (0, 0, size);
        for (postings = 0; read < count && (!isPartial || postings < MaxPostingsRead); read++)
        {
            var number = numbers[read];
            if (number < 0)
            {
                rest -= _unknownIdf;
                continue;
            }

            var rarity = _idf[number];
            rest -= rarity;
            var words = _words.AsSpan(_starts[number], Math.Min(_starts[number + 1] - _starts[number], isPartial ? MaxPostingsRead : SmallPostingCount));
            postings += words.Length;
            foreach (var other in words)
            {
                // Whether it is a candidate already cannot be foreseen: no branch on it.
                ref var common = ref shared[other];
                candidates[candidateCount] = other;
                candidateCount += common == 0 ? 1 : 0;
                common += rarity;
            }
        }

        var least = self >= 0 ? MinSimilarityKnown : MinSimilarityUnknown;
        var leastWithBeginning = (least - PrefixShare) / (1 - PrefixShare) / 2;
        var leastWithout = least / (1 - PrefixShare) / 2;
        foreach (var other in candidates[..candidateCount])
        {
            var common = shared[other];
            shared[other] = 0;
            var sizes = size + _sizes[other];
            var sameBeginning = _prefixes[other] == word[0];
            if (isPartial && common + rest > sizes * (sameBeginning ? leastWithBeginning : leastWithout))
            {
                common += Shared(_terms[other], numbers[read..count], runs[read..count]);
            }

            if (common <= sizes * (sameBeginning ? leastWithBeginning : leastWithout) || other == self || _hasDigit[other])
            {
                continue;
            }

            var beginning = 0f;
            if (sameBeginning)
            {
                var otherWord = _terms[other];
                beginning = word.CommonPrefixLength(otherWord) * 2f / (word.Length + otherWord.Length);
            }

            var likeness = ((1 - PrefixShare) * MathF.Min(1, 2 * common / sizes)) + (PrefixShare * beginning);
            if (likeness > least)
            {
                Insert(new TermMatch(other, (likeness - least) / (1 - least)), matches, ref found);
            }
        }

        return found;
    }

    // What a word shares of the runs that were not read.
    private float Shared(ReadOnlySpan<char> word, ReadOnlySpan<int> numbers, ReadOnlySpan<ulong> runs)
    {
        var shared = 0f;
        for (var i = 0; i < runs.Length; i++)
        {
            var (first, second, third) = ((char)(runs[i] >> 32), (char)(runs[i] >> 16), (char)runs[i]);
            var holds = third == End ? word.EndsWith([first, second])
                : first == Begin ? word.StartsWith([second, third])
                : word.IndexOf([first, second, third]) >= 0;
            shared += holds && numbers[i] >= 0 ? _idf[numbers[i]] : 0;
        }

        return shared;
    }

    // Words are short, so that inserting one after the other sorts them fastest.
    private void RarestFirst(Span<int> numbers, Span<ulong> runs)
    {
        for (var i = 1; i < numbers.Length; i++)
        {
            for (var k = i; k > 0 && Commonness(numbers[k]) < Commonness(numbers[k - 1]); k--)
            {
                (numbers[k], numbers[k - 1]) = (numbers[k - 1], numbers[k]);
                (runs[k], runs[k - 1]) = (runs[k - 1], runs[k]);
            }
        }
    }

    private int Commonness(int number) => number < 0 ? 0 : _starts[number + 1] - _starts[number];

    // Where there is no room left, in the place of the least alike.
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

    // The inverse of how common a run is, as terms are weighed.
    private static float Idf(int words, float containing) => MathF.Log(1 + (words / containing));

    // Each different run of three characters of a word with its ends, packed into 48 bits; none of a Han term.
    private static int Trigrams(ReadOnlySpan<char> word, Span<ulong> runs)
    {
        if (word.IsEmpty || Folding.IsHan(word[0]))
        {
            return 0;
        }

        var count = 0;
        ulong run = Begin;
        for (var i = 0; i <= word.Length; i++)
        {
            run = ((run << 16) | (i < word.Length ? word[i] : End)) & 0xffff_ffff_ffff;
            if (i > 0 && !runs[..count].Contains(run))
            {
                runs[count++] = run;
            }
        }

        return count;
    }

    // 2014 and 2015 are not alike.
    private static bool HasDigit(ReadOnlySpan<char> word) => word.ContainsAnyInRange('0', '9');
}
