using System.Collections.Frozen;
using Bot.Answers.Typing;
using Bot.Answers.Values;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Reading;

/// <summary>
/// Knows which numbers in digits, and which ordinals in words, the texts of each fact have: a question about the second round, or about 2026, is not answered by a fact
/// without that number. Immutable and safe for any number of threads.
/// </summary>
internal sealed class NumberMentions
{
    /// <summary>The maximum number of numbers that are read in a question.</summary>
    public const int MaxNumbers = 8;

    private const int MaxDigits = 8;

    // "First" is said of much that is no first of a series.
    private const int MinOrdinal = 2;
    private const int MaxOrdinal = 10;

    // Folded: й is и, ї is і. The endings are those of adjectives.
    private static readonly FrozenDictionary<string, int> s_ordinals = Ordinals();
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> s_lookup = s_ordinals.GetAlternateLookup<ReadOnlySpan<char>>();

    // Sorted, for each fact.
    private readonly int[][] _numbers;

    /// <summary>Reads the numbers of the facts of a base.</summary>
    /// <param name="base">The base.</param>
    /// <param name="questions">Its example questions.</param>
    public NumberMentions(FactBase @base, FoldedQuestions questions)
    {
        _numbers = new int[@base.Facts.Length][];
        var titles = @base.Events.ToDictionary(e => e.Id, e => @base.Languages.Select(l => Folding.Fold(e.Title[l])).ToArray());
        for (var fact = 0; fact < _numbers.Length; fact++)
        {
            _numbers[fact] = NumbersOf(@base, fact, questions, titles);
        }
    }

    /// <summary>How many of some numbers a fact does not have.</summary>
    /// <param name="numbers">The numbers that <see cref="Read"/> found in a question.</param>
    /// <param name="fact">The position of the fact.</param>
    public int CountMissing(ReadOnlySpan<int> numbers, int fact)
    {
        var missing = 0;
        foreach (var number in numbers)
        {
            missing += Array.BinarySearch(_numbers[fact], number) < 0 ? 1 : 0;
        }

        return missing;
    }

    /// <summary>Reads the numbers of a text.</summary>
    /// <param name="folded">A text that <see cref="Folding"/> has folded.</param>
    /// <param name="numbers">Receives the numbers; what exceeds its length is left out.</param>
    /// <returns>The number of numbers written.</returns>
    public static int Read(ReadOnlySpan<char> folded, Span<int> numbers)
    {
        var count = 0;
        for (var at = 0; at < folded.Length && count < numbers.Length;)
        {
            if (char.IsAsciiDigit(folded[at]))
            {
                var end = at;
                var value = 0;
                for (; end < folded.Length && char.IsAsciiDigit(folded[end]); end++)
                {
                    value = end - at < MaxDigits ? (value * 10) + (folded[end] - '0') : value;
                }

                numbers[count++] = value;
                at = end;
            }
            else if (folded[at] == '第')
            {
                var end = at + 1;
                while (end < folded.Length && HanNumerals.IsNumeral(folded[end]))
                {
                    end++;
                }

                if (HanNumerals.Value(folded[(at + 1)..end]) is { } ordinal and >= MinOrdinal)
                {
                    numbers[count++] = ordinal;
                }

                at = end;
            }
            else if (Folding.IsHan(folded[at]) || folded[at] == Folding.Separator)
            {
                at++;
            }
            else
            {
                var end = at;
                while (end < folded.Length && folded[end] != Folding.Separator && !Folding.IsHan(folded[end]))
                {
                    end++;
                }

                if (s_lookup.TryGetValue(folded[at..end], out var named))
                {
                    numbers[count++] = named;
                }

                at = end;
            }
        }

        return count;
    }

    private static int[] NumbersOf(FactBase @base, int position, FoldedQuestions questions, Dictionary<string, string[]> titles)
    {
        var fact = @base.Facts[position];
        var found = new SortedSet<int> { fact.Date.First.Year, fact.Date.First.Month, fact.Date.First.Day, fact.Date.Last.Year, fact.Date.Last.Month, fact.Date.Last.Day };
        var texts = @base.Languages.SelectMany(l => new[] { Folding.Fold(fact.Text[l]), Folding.Fold(fact.Note?[l] ?? "") });
        foreach (var folded in questions[position].Select(q => q.Folded).Concat(texts).Concat(titles[fact.Event]))
        {
            AddNumbers(folded, found);
        }

        return [.. found];
    }

    private static void AddNumbers(string folded, SortedSet<int> found)
    {
        Span<int> numbers = stackalloc int[256];
        foreach (var number in numbers[..Read(folded, numbers)])
        {
            found.Add(number);
        }
    }

    private static FrozenDictionary<string, int> Ordinals()
    {
        string[] endings = ["ыи", "ои", "ого", "ому", "ым", "ом", "ая", "ую", "ое", "ые", "ых", "ии", "ього", "ьому", "ім", "іи", "а", "у", "ою", "е", "я", "ю", "ьои", "ьеи", "ьего", "ьему", "ьем", "ья", "ью"];
        var ordinals = new Dictionary<string, int>();
        for (var number = MinOrdinal; number <= MaxOrdinal; number++)
        {
            var (english, russian, ukrainian) = OrdinalNames.Words(number);
            ordinals[english] = number;
            foreach (var ending in endings)
            {
                ordinals.TryAdd(russian + ending, number);
                ordinals.TryAdd(ukrainian + ending, number);
            }
        }

        return ordinals.ToFrozenDictionary();
    }
}
