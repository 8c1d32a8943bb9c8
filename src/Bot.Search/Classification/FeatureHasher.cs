using System.Runtime.CompilerServices;
using Bot.Search.Index;
using Bot.Search.Text;

namespace Bot.Search.Classification;

/// <summary>
/// What a classifier sees of a text: which words it has, which runs of four letters they have, which Han characters and pairs of them,
/// each as one of a few thousand numbers (Weinberger and others, "Feature Hashing for Large Scale Multitask Learning", 2009). Features
/// that share a number by chance are told apart by the rest of the text.
/// </summary>
internal static class FeatureHasher
{
    /// <summary>How many numbers there are; a power of two.</summary>
    public const int Dimension = 1 << 12;

    /// <summary>Features that a text of the greatest length has at most: to each letter a run and a word, or a character and a pair.</summary>
    public const int MaxFeatures = 2 * QueryLimits.MaxLength;

    private const int RunLength = 4;

    // Around words, so that their beginnings and ends are runs of their own. Folded words have neither.
    private const char Begin = '<';
    private const char End = '>';

    /// <summary>Extracts the features of a text.</summary>
    /// <param name="text">Any text; only the first <see cref="QueryLimits.MaxLength"/> characters count.</param>
    /// <param name="numbers">Takes the numbers, each once: <see cref="MaxFeatures"/> are enough.</param>
    /// <returns>How many there are.</returns>
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
            for (var at = 0; length > RunLength && at + RunLength <= length; at++)
            {
                Add(word.Slice(at, RunLength), numbers, ref count);
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
