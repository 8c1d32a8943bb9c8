using System.Globalization;

namespace Bot.Answers.Values;

/// <summary>Reads numbers in digits and in words, in all five languages.</summary>
internal static class NumberReader
{
    private const string HanDigits = "零一二三四五六七八九";

    // Folded, in the cases in which they stand before a unit.
    private static readonly Dictionary<string, double> s_words = Words(
        (0.5, "half пів"),
        (1, "one an один одна одну одного одної одноі"),
        (1.5, "полтора полутора півтори півтора"),
        (2, "two couple два две двух двое дві двох двоє"),
        (3, "three три трех трое трьох троє"),
        (4, "four четыре четырех чотири чотирьох"),
        (5, "five пять пяти п'ять пять пяти пятьох"),
        (6, "six шесть шести шість шести"),
        (7, "seven семь семи сім семи"),
        (8, "eight восемь восьми вісім восьми"),
        (9, "nine девять девяти девять девяти"),
        (10, "ten десять десяти"),
        (11, "eleven одиннадцать одинадцять"),
        (12, "twelve двенадцать двенадцати дванадцять дванадцяти"),
        (15, "fifteen пятнадцать пятнадцять"),
        (20, "twenty двадцать двадцати двадцять двадцяти"),
        (30, "thirty тридцать тридцати тридцять"),
        (40, "forty сорок сорока"),
        (50, "fifty пятьдесят пятдесят"),
        (90, "ninety девяносто девяноста девяносто"),
        (100, "hundred сто ста"));

    /// <summary>The number that begins at a token, with the position after it; null when none does.</summary>
    public static (double Value, int End)? Read(List<DateToken> tokens, int at)
    {
        if (at >= tokens.Count)
        {
            return null;
        }

        if (tokens[at].Number is { } number && tokens[at].Text.Length > 0)
        {
            return Decimal(tokens, at, number);
        }

        if (HanAt(tokens, at) is { } han)
        {
            return han;
        }

        return s_words.TryGetValue(tokens[at].Text, out var value) ? WithHalf(tokens, at, value) : null;
    }

    /// <summary>The position after "and a half" in any of the languages; null when it is not there.</summary>
    public static int? HalfAt(List<DateToken> tokens, int at) => (Text(tokens, at), Text(tokens, at + 1), Text(tokens, at + 2)) switch
    {
        ("and", "a", "half") => at + 3,
        ("and", "half", _) => at + 2,
        ("с", "половинои", _) or ("з", "половиною", _) or ("із", "половиною", _) => at + 2,
        _ => null,
    };

    private static (double Value, int End)? Decimal(List<DateToken> tokens, int at, int number)
    {
        // 300,000 and 10 000.
        if (tokens[at].Text.Length <= 3 && Thousands(tokens, at, number) is { } grouped)
        {
            return grouped;
        }

        if (Text(tokens, at + 1) is "." or "," && at + 2 < tokens.Count && tokens[at + 2] is { Number: not null, Text.Length: > 0 and <= 2 } fraction
            && fraction.Start == tokens[at + 1].Start + 1)
        {
            return (double.Parse($"{number}.{fraction.Text}", CultureInfo.InvariantCulture), at + 3);
        }

        return WithHalf(tokens, at, number);
    }

    private static (double Value, int End)? Thousands(List<DateToken> tokens, int at, double number)
    {
        var (value, end) = (number, at + 1);
        while (true)
        {
            var next = Text(tokens, end) == "," ? end + 1 : end;
            if (next >= tokens.Count || tokens[next] is not { Number: { } group, Text.Length: 3 } || tokens[next].Start > tokens[end - 1].Start + tokens[end - 1].Text.Length + 1)
            {
                return end > at + 1 ? (value, end) : null;
            }

            (value, end) = ((value * 1000) + group, next + 1);
        }
    }

    private static (double Value, int End) WithHalf(List<DateToken> tokens, int at, double value)
    {
        // Half an hour; a half is no article.
        if (value == 0.5)
        {
            return (value, Text(tokens, at + 1) is "a" or "an" ? at + 2 : at + 1);
        }

        return HalfAt(tokens, at + 1) is { } end ? (value + 0.5, end) : (value, at + 1);
    }

    // 四, 十二, 二十, 两; 半 alone is a half.
    private static (double Value, int End)? HanAt(List<DateToken> tokens, int at)
    {
        var (value, end) = (0, at);
        for (; end < tokens.Count && end - at < 4; end++)
        {
            var text = tokens[end].Text;
            if (text == "十")
            {
                value = Math.Max(1, value) * 10;
            }
            else if (text is "两" or "俩")
            {
                value += 2;
            }
            else if (text.Length == 1 && HanDigits.IndexOf(text[0]) is >= 0 and var digit)
            {
                value += digit;
            }
            else
            {
                break;
            }
        }

        return end > at ? (value, end) : Text(tokens, at) == "半" ? (0.5, at + 1) : null;
    }

    private static string Text(List<DateToken> tokens, int at) => at < tokens.Count ? tokens[at].Text : "";

    private static Dictionary<string, double> Words(params ReadOnlySpan<(double Value, string Words)> all)
    {
        var byWord = new Dictionary<string, double>();
        foreach (var (value, words) in all)
        {
            foreach (var word in words.Split(' '))
            {
                byWord[word.Replace("'", "", StringComparison.Ordinal).Replace('й', 'и').Replace('ї', 'і')] = value;
            }
        }

        return byWord;
    }
}
