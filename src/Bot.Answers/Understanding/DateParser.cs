using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Understanding;

/// <summary>A date that was found in a text.</summary>
/// <param name="Date">The date.</param>
/// <param name="Rest">The text without it.</param>
internal sealed record ParsedDate(FactDate Date, string Rest);

/// <summary>
/// Finds dates as people write them: <c>12 Feb</c>, <c>February 17-18</c>, <c>2月12日</c>, <c>12 февраля</c>,
/// <c>17-18 лютого</c>, <c>12.02.2025</c>, <c>2025-02-12</c>, <c>before 12 Feb</c>, <c>2025</c>.
/// </summary>
internal static class DateParser
{
    /// <summary>Finds the first date of a text; null when there is none that the calendar has.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="year">The year meant where none is written.</param>
    public static ParsedDate? Find(string text, int year)
    {
        var tokens = Lexer.Read(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (ReadSpan(tokens, i, year) is { } span)
            {
                var (start, end, when) = Open(tokens, i, span.End, span.When);
                var rest = text[..tokens[start].Start] + " " + (end < tokens.Count ? text[tokens[end].Start..] : "");
                return new ParsedDate(when, rest.Trim());
            }

            // 30 February is no date, and neither is the February in it.
            if (ReadDatePart(tokens, i) is { Month: not null, Day: not null } impossible)
            {
                i = impossible.End - 1;
            }
        }

        return null;
    }

    // "before" and "after", in front of the date or, in Chinese, behind it.
    private static (int Start, int End, FactDate When) Open(List<Token> tokens, int start, int end, FactDate when)
    {
        var before = start > 0 ? tokens[start - 1].Text : "";
        var behind = end < tokens.Count ? tokens[end].Text : "";
        return (before, behind) switch
        {
            ("before" or "до" or "перед", _) when when.First > DateOnly.MinValue => (start - 1, end, new FactDate(DatePrecision.Before, DateOnly.MinValue, when.First.AddDays(-1))),
            ("after" or "since" or "после" or "після", _) => (start - 1, end, new FactDate(DatePrecision.From, when.First, DateOnly.MaxValue)),
            (_, "前" or "之" or "以") when IsBefore(tokens, end) && when.First > DateOnly.MinValue => (start, AfterWord(tokens, end), new FactDate(DatePrecision.Before, DateOnly.MinValue, when.First.AddDays(-1))),
            (_, "后" or "之" or "以") when IsAfter(tokens, end) => (start, AfterWord(tokens, end), new FactDate(DatePrecision.From, when.First, DateOnly.MaxValue)),
            ("from" or "с" or "з" or "із" or "від" or "从" or "自", _) => (start - 1, end, when.Precision == DatePrecision.Range ? when : new FactDate(DatePrecision.From, when.First, DateOnly.MaxValue)),
            (_, "起") => (start, end + 1, new FactDate(DatePrecision.From, when.First, DateOnly.MaxValue)),
            ("on" or "between" or "in" or "в" or "у", _) => (start - 1, end, when),
            _ => (start, end, when),
        };
    }

    private static bool IsBefore(List<Token> tokens, int at) => Tail(tokens, at) is "前" or "之前" or "以前";

    private static bool IsAfter(List<Token> tokens, int at) => Tail(tokens, at) is "后" or "之后" or "以后";

    private static int AfterWord(List<Token> tokens, int at) => at + Tail(tokens, at).Length;

    private static string Tail(List<Token> tokens, int at) =>
        tokens[at].Text is "之" or "以" && at + 1 < tokens.Count ? tokens[at].Text + tokens[at + 1].Text : tokens[at].Text;

    private static (int End, FactDate When)? ReadSpan(List<Token> tokens, int at, int year)
    {
        // 17-18 February: the month stands after the second day.
        if (Day(tokens, at) is { } early && Joint(tokens, at + 1) is { } afterEarly && ReadDatePart(tokens, afterEarly) is { Month: { } sharedMonth, Day: { } late } shared)
        {
            return Range(shared.End, new DatePart(shared.Year, sharedMonth, early, 0), shared with { Day = late }, year);
        }

        if (ReadDatePart(tokens, at) is not { } first)
        {
            return null;
        }

        if (Joint(tokens, first.End) is { } next)
        {
            // 12 Feb - 15 Feb, or Feb 17-18 and 2月17日至18日: the second may leave out what it shares with the first.
            if (ReadDatePart(tokens, next) is { Month: not null, Day: not null } second && first.Day is not null)
            {
                return Range(second.End, first with { Year = first.Year ?? second.Year }, second with { Year = second.Year ?? first.Year }, year);
            }

            if (first is { Month: not null, Day: not null } && Day(tokens, next) is { } day)
            {
                var (end, writtenYear) = YearAt(tokens, SkipDayWord(tokens, next + 1));
                return Range(end, first with { Year = first.Year ?? writtenYear }, first with { Day = day, Year = first.Year ?? writtenYear }, year);
            }
        }

        return Whole(first, year) is { } when ? (first.End, when) : null;
    }

    private static (int End, FactDate When)? Range(int end, DatePart first, DatePart last, int year) =>
        Whole(first, year) is { } from && Whole(last, year) is { } to && from.First <= to.Last
            ? (end, FactDate.Range(from.First, to.Last))
            : null;

    private static FactDate? Whole(DatePart atom, int defaultYear)
    {
        var year = atom.Year ?? defaultYear;
        return (atom.Month, atom.Day) switch
        {
            (null, _) => FactDate.Year(year),
            ({ } month, null) => FactDate.Month(year, month),
            ({ } month, { } day) when day <= DateTime.DaysInMonth(year, month) => FactDate.Day(new DateOnly(year, month, day)),
            _ => null,
        };
    }

    private static DatePart? ReadDatePart(List<Token> tokens, int at) =>
        Iso(tokens, at) ?? Han(tokens, at) ?? Dotted(tokens, at) ?? DayFirst(tokens, at) ?? MonthFirst(tokens, at) ?? YearAlone(tokens, at);

    // 2025-02-12, 2025/2/12, 2025.02.12, 2025-02
    private static DatePart? Iso(List<Token> tokens, int at)
    {
        if (Year(tokens, at) is not { } year || !IsSign(tokens, at + 1, "-/.") || Month(tokens, at + 2) is not { } month)
        {
            return null;
        }

        return IsSign(tokens, at + 3, "-/.") && Day(tokens, at + 4) is { } day
            ? new DatePart(year, month, day, at + 5)
            : new DatePart(year, month, null, at + 3);
    }

    // 2025年2月12日, 2月12日, 2月12號, 2025年2月, 2月
    private static DatePart? Han(List<Token> tokens, int at)
    {
        int? year = null;
        if (Year(tokens, at) is { } written && Is(tokens, at + 1, "年"))
        {
            (year, at) = (written, at + 2);
        }

        if (Month(tokens, at) is not { } month || !Is(tokens, at + 1, "月"))
        {
            return year is null ? null : new DatePart(year, null, null, at);
        }

        return Day(tokens, at + 2) is { } day
            ? new DatePart(year, month, day, SkipDayWord(tokens, at + 3))
            : new DatePart(year, month, null, at + 2);
    }

    // 12.02.2025, 12/02, 12.02
    private static DatePart? Dotted(List<Token> tokens, int at)
    {
        if (Number(tokens, at) is not { } first || !IsSign(tokens, at + 1, "./") || Number(tokens, at + 2) is not { } second)
        {
            return null;
        }

        // The day comes first in four of the five languages; where only the other order makes a date, it is that.
        var (day, month) = second <= 12 ? (first, second) : (second, first);
        if (day is < 1 or > 31 || month is < 1 or > 12)
        {
            return null;
        }

        if (IsSign(tokens, at + 3, "./") && Year(tokens, at + 4) is { } year)
        {
            return new DatePart(year, month, day, at + 5);
        }

        // 4.5 is a number; 4.05 and 4/5 are days.
        return Is(tokens, at + 1, ".") && tokens[at + 2].Text.Length < 2 ? null : new DatePart(null, month, day, at + 3);
    }

    // 12 February 2025, 12th of Feb, 12 февраля, 12 лютого 2025 року
    private static DatePart? DayFirst(List<Token> tokens, int at)
    {
        if (Day(tokens, at) is not { } day)
        {
            return null;
        }

        at = SkipOrdinal(tokens, at + 1);

        if (Is(tokens, at, "of"))
        {
            at++;
        }

        if (MonthWord(tokens, at) is not { } month)
        {
            return null;
        }

        var (end, year) = YearAt(tokens, SkipPoint(tokens, at + 1));
        return new DatePart(year, month, day, end);
    }

    // February 12, 2025; Feb 2025; February; лютий 2025
    private static DatePart? MonthFirst(List<Token> tokens, int at)
    {
        if (MonthWord(tokens, at) is not { } month)
        {
            return null;
        }

        if (Day(tokens, SkipPoint(tokens, at + 1)) is { } day)
        {
            var afterDay = SkipOrdinal(tokens, SkipPoint(tokens, at + 1) + 1);
            var (end, year) = YearAt(tokens, IsSign(tokens, afterDay, ",") ? afterDay + 1 : afterDay);
            return new DatePart(year, month, day, year is null ? afterDay : end);
        }

        var (endOfMonth, yearOfMonth) = YearAt(tokens, SkipPoint(tokens, at + 1));
        if (yearOfMonth is null && IsWordToo(tokens, at))
        {
            return null;
        }

        return new DatePart(yearOfMonth, month, null, endOfMonth);
    }

    // "what may happen", "the march on Kyiv": alone in a sentence, these mean a month only after "in" and the like.
    private static bool IsWordToo(List<Token> tokens, int at) =>
        tokens[at].Text is "may" or "march" && tokens.Count > 1
        && !(at > 0 && tokens[at - 1].Text is "in" or "before" or "after" or "since" or "from" or "to" or "until" or "of");

    // 12th, 12-го
    private static int SkipOrdinal(List<Token> tokens, int at)
    {
        var word = IsSign(tokens, at, "-") ? at + 1 : at;
        return word < tokens.Count && tokens[word].Text is "st" or "nd" or "rd" or "th" or "го" or "е" ? word + 1 : at;
    }

    // Feb. 12
    private static int SkipPoint(List<Token> tokens, int at) => IsSign(tokens, at, ".") ? at + 1 : at;

    private static DatePart? YearAlone(List<Token> tokens, int at)
    {
        var (end, year) = YearAt(tokens, at);
        return year is null ? null : new DatePart(year, null, null, end);
    }

    // A year and the word that goes with it: 2025 року, 2025 г.
    private static (int End, int? Year) YearAt(List<Token> tokens, int at)
    {
        if (Year(tokens, at) is not { } year)
        {
            return (at, null);
        }

        at++;
        if (at < tokens.Count && tokens[at].Text is "року" or "рік" or "р" or "году" or "года" or "год" or "г")
        {
            at++;
        }

        return (at, year);
    }

    // A sign or word between two days of a span.
    private static int? Joint(List<Token> tokens, int at)
    {
        var spaced = at < tokens.Count && tokens[at].Text is "-" or "–" or "—" or "~" or "to" or "till" or "until" or "and" or "по" or "до" or "и" or "і" or "та" or "至" or "到" or "和";
        return spaced ? at + 1 : null;
    }

    private static int SkipDayWord(List<Token> tokens, int at) => Is(tokens, at, "日") || Is(tokens, at, "号") ? at + 1 : at;

    private static int? Number(List<Token> tokens, int at) => at >= 0 && at < tokens.Count ? tokens[at].Number : null;

    private static int? Year(List<Token> tokens, int at) => Number(tokens, at) is >= 1990 and <= 2100 ? tokens[at].Number : null;

    private static int? Month(List<Token> tokens, int at) => Number(tokens, at) is >= 1 and <= 12 ? tokens[at].Number : null;

    private static int? Day(List<Token> tokens, int at) => Number(tokens, at) is >= 1 and <= 31 ? tokens[at].Number : null;

    private static int? MonthWord(List<Token> tokens, int at) =>
        at < tokens.Count && tokens[at].Number is null ? MonthNames.Of(tokens[at].Text) : null;

    private static bool Is(List<Token> tokens, int at, string text) => at < tokens.Count && tokens[at].Text == text;

    private static bool IsSign(List<Token> tokens, int at, string signs) =>
        at < tokens.Count && tokens[at].Text.Length == 1 && signs.Contains(tokens[at].Text[0]);

    private sealed record DatePart(int? Year, int? Month, int? Day, int End);

    private sealed record Token(string Text, int? Number, int Start);

    /// <summary>Cuts a text into numbers, words, Han characters and signs.</summary>
    private static class Lexer
    {
        private const string HanDigits = "零一二三四五六七八九";

        public static List<Token> Read(string text)
        {
            var tokens = new List<Token>();
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

                    tokens.Add(new Token(Folding.Fold(text[start..i]), number, start));
                }
                else if (HanNumber(text, ref i) is { } han)
                {
                    tokens.Add(new Token("", han, start));
                }
                else if (Folding.IsHan(text[i]))
                {
                    tokens.Add(new Token(Folding.Fold(text[i]).ToString(), null, start));
                    i++;
                }
                else if (c is not Folding.Separator and not '\0')
                {
                    while (i < text.Length && Folding.Fold(text[i]) is not Folding.Separator and var letter && !char.IsAsciiDigit(letter) && !Folding.IsHan(text[i]))
                    {
                        i++;
                    }

                    tokens.Add(new Token(Folding.Fold(text[start..i]), null, start));
                }
                else
                {
                    if (!char.IsWhiteSpace(text[i]) && c != '\0')
                    {
                        tokens.Add(new Token(text[i].ToString(), null, start));
                    }

                    i++;
                }
            }

            return tokens;
        }

        // 二, 十二, 二十, 二十八 before 月, 日 or 號; a numeral elsewhere is part of a word.
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
}
