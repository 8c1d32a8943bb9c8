using Bot.Search.Text;

namespace Bot.Answers.Values;

/// <summary>Reads the Chinese numerals of days, months and years.</summary>
internal static class HanNumerals
{
    private const string Digits = "〇一二三四五六七八九";

    // What may follow the number of a day that has no word for a day: 二月十二至十八, 二月十二之後.
    private const string AfterDay = "至到和與与及跟前后後起以之的在";

    /// <summary>The numeral at a position, if it is one of a date: before 年, 月, 日 or 號, or alone after 月. A numeral elsewhere is part of a word.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="at">The position.</param>
    /// <param name="isDay">Whether 月 stands before it.</param>
    /// <returns>Its value and the position after it; null when there is none.</returns>
    public static (int Number, int End)? Read(string text, int at, bool isDay)
    {
        var end = at;
        while (end < text.Length && end - at < 4 && IsNumeral(text[end]))
        {
            end++;
        }

        var next = end < text.Length ? text[end] : ' ';
        if (end == at)
        {
            return null;
        }

        if (next == '年')
        {
            return end - at == 4 && Year(text.AsSpan(at, 4)) is { } year ? (year, end) : null;
        }

        var mayEnd = next is '月' or '日' or '号' or '號' || (isDay && (!Folding.IsHan(next) || AfterDay.Contains(next, StringComparison.Ordinal)));
        return mayEnd && Value(text.AsSpan(at, end - at)) is { } value ? (value, end) : null;
    }

    /// <summary>Whether a character is one of such a numeral.</summary>
    public static bool IsNumeral(char c) => c is '十' or '廿' or '卅' || Digit(c) >= 0;

    private static int Digit(char c) => c == '零' ? 0 : Digits.IndexOf(c, StringComparison.Ordinal);

    // 二〇二五
    private static int? Year(ReadOnlySpan<char> numeral)
    {
        var year = 0;
        foreach (var c in numeral)
        {
            if (Digit(c) < 0)
            {
                return null;
            }

            year = (year * 10) + Digit(c);
        }

        return year;
    }

    /// <summary>The value of a whole numeral below a hundred: 二, 十, 十二, 二十, 二十八, 廿八. Null for anything else.</summary>
    public static int? Value(ReadOnlySpan<char> numeral) => numeral switch
    {
        ['十' or '廿' or '卅'] => Tens(numeral[0]),
        ['十' or '廿' or '卅', var ones] when Digit(ones) > 0 => Tens(numeral[0]) + Digit(ones),
        [var tens, '十'] when Digit(tens) > 0 => Digit(tens) * 10,
        [var tens, '十', var ones] when Digit(tens) > 0 && Digit(ones) > 0 => (Digit(tens) * 10) + Digit(ones),
        [var ones] => Digit(ones),
        _ => null,
    };

    private static int Tens(char numeral) => numeral switch
    {
        '廿' => 20,
        '卅' => 30,
        _ => 10,
    };
}
