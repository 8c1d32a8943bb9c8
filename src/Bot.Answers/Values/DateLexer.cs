using Bot.Search.Text;

namespace Bot.Answers.Values;

/// <summary>Splits a text into numbers, words, Han characters and punctuation marks.</summary>
internal static class DateLexer
{
    private const int MaxNumber = 99_999_999;
    private const string Apostrophes = "'’‘ʼ`´＇";

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
                tokens.Add(Number(text, ref i));
            }
            else if (HanNumerals.Read(text, i, isDay: tokens is [.., { Text: "月" }]) is var (number, end))
            {
                tokens.Add(new DateToken("", number, start, end));
                i = end;
            }
            else if (Folding.IsHan(text[i]))
            {
                i++;
                tokens.Add(new DateToken(Folding.Fold(text[start]).ToString(), null, start, i));
            }
            else if (c is not Folding.Separator and not '\0')
            {
                while (i < text.Length && Folding.Fold(text[i]) is not Folding.Separator and var letter && !char.IsAsciiDigit(letter) && !Folding.IsHan(text[i]))
                {
                    i++;
                }

                tokens.Add(new DateToken(Folding.Fold(text[start..i]), null, start, i));
            }
            else if (char.IsWhiteSpace(text[i]) || c == '\0')
            {
                i++;
            }
            else
            {
                tokens.Add(Mark(text, ref i));
            }
        }

        return tokens;
    }

    private static DateToken Number(string text, ref int i)
    {
        var (start, number) = (i, 0L);
        for (; i < text.Length && char.IsAsciiDigit(Folding.Fold(text[i])); i++)
        {
            number = Math.Min(MaxNumber, (number * 10) + (Folding.Fold(text[i]) - '0'));
        }

        return new DateToken(Folding.Fold(text[start..i]), (int)number, start, i) { IsShortened = start > 0 && Apostrophes.Contains(text[start - 1], StringComparison.Ordinal) };
    }

    // Repeated dashes and dots are one mark, as in —— and "...".
    private static DateToken Mark(string text, ref int i)
    {
        var (start, mark) = (i, Plain(text[i]));
        do
        {
            i++;
        }
        while (mark is '-' or '.' && i < text.Length && Plain(text[i]) == mark);

        var isEllipsis = mark == '…' || (mark == '.' && i > start + 1);
        return new DateToken(isEllipsis ? ".." : mark.ToString(), null, start, i);
    }

    private static char Plain(char c) => c switch
    {
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '﹣' or '－' or '⁃' => '-',
        '~' or '～' or '〜' or '∼' or '˜' => '~',
        '⁄' or '∕' => '/',
        '、' or '､' => '、',
        >= '\uff01' and <= '\uff5e' => (char)(c - 0xfee0),
        _ => c,
    };
}
