using Bot.Search.Index;
using Bot.Search.Text;

namespace Bot.Search.Ranking;

/// <summary>
/// An inverted index from trigrams to words. The beginning and the end of a word count as characters. Rare trigrams weigh
/// more. Han terms have no trigrams.
/// </summary>
internal sealed class TrigramIndex
{
    private const char Begin = '\u0001';
    private const char End = '\u0002';

    private readonly TrigramTable _trigrams = new();
    private readonly int[] _starts;
    private readonly int[] _words;
    private readonly float[] _idf;
    private readonly float[] _weights;

    /// <summary>Indexes the words of a dictionary.</summary>
    public TrigramIndex(TermDictionary terms)
    {
        Span<ulong> trigrams = stackalloc ulong[Tokenizer.MaxLength];
        var (counts, words) = Count(terms);
        _starts = new int[_trigrams.Count + 1];
        _idf = new float[_trigrams.Count];
        for (var number = 0; number < _idf.Length; number++)
        {
            _starts[number + 1] = _starts[number] + counts[number];
            _idf[number] = Idf(words, counts[number]);
        }

        UnknownIdf = Idf(words, 0.5f);
        _words = new int[_starts[^1]];
        _weights = new float[terms.Count];
        var next = _starts.AsSpan(0, _idf.Length).ToArray();
        for (var term = 0; term < terms.Count; term++)
        {
            foreach (var trigram in trigrams[..Extract(terms[term], trigrams)])
            {
                var number = _trigrams.Find(trigram);
                _words[next[number]++] = term;
                _weights[term] += _idf[number];
            }
        }
    }

    /// <summary>The memory that it occupies, in bytes.</summary>
    public long SizeInBytes => _trigrams.SizeInBytes + ((_starts.Length + _words.Length + _idf.Length + _weights.Length) * (long)sizeof(int));

    /// <summary>The IDF of a trigram that no word has.</summary>
    public float UnknownIdf { get; }

    /// <summary>The number of a trigram; -1 when no word has it.</summary>
    public int Find(ulong trigram) => _trigrams.Find(trigram);

    /// <summary>The inverse document frequency of a trigram, by its number or -1.</summary>
    public float Idf(int number) => number < 0 ? UnknownIdf : _idf[number];

    /// <summary>The number of words that have a trigram, by its number or -1.</summary>
    public int CountWords(int number) => number < 0 ? 0 : _starts[number + 1] - _starts[number];

    /// <summary>The words that have a trigram, by its number; at most <paramref name="max"/> of them.</summary>
    public ReadOnlySpan<int> Words(int number, int max) => _words.AsSpan(_starts[number], Math.Min(_starts[number + 1] - _starts[number], max));

    /// <summary>The sum of the IDF of a word's trigrams.</summary>
    public float Weight(int word) => _weights[word];

    /// <summary>The sum of the IDF of the given trigrams that a word contains.</summary>
    /// <param name="word">The characters of the word.</param>
    /// <param name="numbers">The number of each trigram; -1 when no word has it.</param>
    /// <param name="trigrams">The trigrams.</param>
    public float WeightOfShared(ReadOnlySpan<char> word, ReadOnlySpan<int> numbers, ReadOnlySpan<ulong> trigrams)
    {
        var shared = 0f;
        for (var i = 0; i < trigrams.Length; i++)
        {
            var (first, second, third) = ((char)(trigrams[i] >> 32), (char)(trigrams[i] >> 16), (char)trigrams[i]);
            var holds = third == End ? word.EndsWith([first, second])
                : first == Begin ? word.StartsWith([second, third])
                : word.IndexOf([first, second, third]) >= 0;
            shared += holds && numbers[i] >= 0 ? _idf[numbers[i]] : 0;
        }

        return shared;
    }

    /// <summary>Extracts the distinct trigrams of a word, each packed into 48 bits. A Han term has none.</summary>
    /// <param name="word">The folded word.</param>
    /// <param name="trigrams">Receives the trigrams; a length of <see cref="Tokenizer.MaxLength"/> is always enough.</param>
    /// <returns>The number of trigrams.</returns>
    public static int Extract(ReadOnlySpan<char> word, Span<ulong> trigrams)
    {
        if (word.IsEmpty || Folding.IsHan(word[0]))
        {
            return 0;
        }

        var count = 0;
        ulong trigram = Begin;
        for (var i = 0; i <= word.Length; i++)
        {
            trigram = ((trigram << 16) | (i < word.Length ? word[i] : End)) & 0xffff_ffff_ffff;
            if (i > 0 && !trigrams[..count].Contains(trigram))
            {
                trigrams[count++] = trigram;
            }
        }

        return count;
    }

    // Numbers all trigrams. Returns the number of words that have each, and the number of words that have any.
    private (List<int> Counts, int Words) Count(TermDictionary terms)
    {
        Span<ulong> trigrams = stackalloc ulong[Tokenizer.MaxLength];
        var counts = new List<int>();
        var words = 0;
        for (var term = 0; term < terms.Count; term++)
        {
            var count = Extract(terms[term], trigrams);
            words += count > 0 ? 1 : 0;
            foreach (var trigram in trigrams[..count])
            {
                var number = _trigrams.GetOrAdd(trigram);
                if (number == counts.Count)
                {
                    counts.Add(0);
                }

                counts[number]++;
            }
        }

        return (counts, words);
    }

    // The inverse document frequency, with words for documents.
    private static float Idf(int words, float containing) => MathF.Log(1 + (words / containing));
}
