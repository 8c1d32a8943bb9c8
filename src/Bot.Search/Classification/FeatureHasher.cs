using System.Runtime.CompilerServices;
using Bot.Search.Index;
using Bot.Search.Text;

namespace Bot.Search.Classification;

/// <summary>
/// The features of a text: its words, their character 4-grams, its Han characters and pairs of Han characters,
/// each hashed to one of a few thousand numbers (Weinberger and others, "Feature Hashing for Large Scale Multitask Learning", 2009).
/// Collisions do little harm, because the rest of the text tells the features apart.
/// </summary>
internal static class FeatureHasher
{
    /// <summary>The number of hash values; a power of two.</summary>
    public const int Dimension = 1 << 12;

    /// <summary>The maximum number of features of a text of maximum length: a 4-gram and a word for each letter, or a character and a pair for each Han character.</summary>
    public const int MaxFeatures = 2 * QueryLimits.MaxLength;

    private const int NGramLength = 4;

    // Mark the beginning and the end of a word, so that prefixes and suffixes are distinct 4-grams. Folded words contain neither.
    private const char Begin = '<';
    private const char End = '>';

    /// <summary>Extracts the features of a text.</summary>
    /// <param name="text">Any text; only the first <see cref="QueryLimits.MaxLength"/> characters count.</param>
    /// <param name="numbers">Receives the distinct numbers; a length of <see cref="MaxFeatures"/> is always enough.</param>
    /// <returns>The number of features.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Extract(ReadOnlySpan<char> text, Span<ushort> numbers)
    {
        Span<char> marked = stackalloc char[Tokenizer.MaxLength + 2];
        Span<char> hanBuffer = stackalloc char[HanNGrams.MaxLength];
        var words = new Tokenizer(text[..Math.Min(text.Length, QueryLimits.MaxLength)], marked[1..^1]);
        var han = new HanNGrams(hanBuffer);
        var count = 0;
        while (words.MoveNext())
        {
            if (words.IsHan)
            {
                han.Push(words.Current[0], words.FollowsHan);
                Add(han.Unigram, numbers, ref count);
                if (han.HasBigram)
                {
                    Add(han.Bigram, numbers, ref count);
                }

                continue;
            }

            var length = words.Current.Length + 2;
            (marked[0], marked[length - 1]) = (Begin, End);
            var word = marked[..length];
            Add(word, numbers, ref count);
            for (var at = 0; length > NGramLength && at + NGramLength <= length; at++)
            {
                Add(word.Slice(at, NGramLength), numbers, ref count);
            }
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ReadOnlySpan<char> feature, Span<ushort> numbers, ref int count)
    {
        var number = (ushort)(TermDictionary.Hash(feature) & (Dimension - 1));
        if (!numbers[..count].Contains(number))
        {
            numbers[count++] = number;
        }
    }
}
