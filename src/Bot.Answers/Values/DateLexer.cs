using Bot.Search.Text;

namespace Bot.Answers.Values;

/// <summary>A number, a word, a Han character or a punctuation mark.</summary>
/// <param name="Text">The folded text; empty for a number in Han numerals.</param>
/// <param name="Number">Its value if it is a number, at most 99,999; otherwise null.</param>
/// <param name="Start">Its position in the text.</param>
internal sealed record DateToken(string Text, int? Number, int Start);

/// <summary>Splits a text into numbers, words, Han characters and punctuation marks.</summary>
internal static class DateLexer
{
    private const string HanDigits = "零一二三四五六七八九";

    /// <summary>The tokens, in the order of the text.</summary>
    public static List<DateToken> Read(string text)
    {
        var tokens = new List<DateToken>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            var c = Folding.Fold(text[i]);
            if (char.IsAsciiDigit(c))
            {
                var number = 0;
                for (; i < text.Length && char.IsAsciiDigit(Folding.Fold(text[i])); i++)
                {
                    number = Math.Min(99_999, (number * 10) + (Folding.Fold(text[i]) - '0'));
                }

                tokens.Add(new DateToken(Folding.Fold(text[start..i]), number, start));
            }
            else if (HanNumber(text, ref i) is { } han)
            {
                tokens.Add(new DateToken("", han, start));
            }
            else if (Folding.IsHan(text[i]))
            {
                tokens.Add(new DateToken(Folding.Fold(text[i]).ToString(), null, start));
                i++;
            }
            else if (c is not Folding.Separator and not '\0')
            {
                while (i < text.Length && Folding.Fold(text[i]) is not Folding.Separator and var letter && !char.IsAsciiDigit(letter) && !Folding.IsHan(text[i]))
                {
                    i++;
                }

                tokens.Add(new DateToken(Folding.Fold(text[start..i]), null, start));
            }
            else
            {
                if (!char.IsWhiteSpace(text[i]) && c != '\0')
                {
                    tokens.Add(new DateToken(text[i].ToString(), null, start));
                }

                i++;
            }
        }

        return tokens;
    }

    // 二, 十二, 二十, 二十八 before 月, 日 or 號. A numeral elsewhere is part of a word.
    private static int? HanNumber(string text, ref int i)
    {
        var (value, at) = (0, i);
        for (; at < text.Length && at - i < 3; at++)
        {
            var digit = HanDigits.IndexOf(text[at]);
            if (text[at] == '十')
            {
                value = Math.Max(1, value) * 10;
            }
            else if (digit >= 0)
            {
                value += digit;
            }
            else
            {
                break;
            }
        }

        if (at == i || at >= text.Length || text[at] is not ('月' or '日' or '号' or '號'))
        {
            return null;
        }

        i = at;
        return value;
    }
}
