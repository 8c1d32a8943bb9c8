namespace Bot.Answers.Values;

/// <summary>A date whose parts may be missing.</summary>
/// <param name="Year">The year; null when it is missing.</param>
/// <param name="Month">The month, from 1 to 12; null when it is missing.</param>
/// <param name="Day">The day, from 1 to 31, which the month need not have; null when it is missing.</param>
/// <param name="End">The first token after it.</param>
internal sealed record DatePart(int? Year, int? Month, int? Day, int End);

/// <summary>Reads one full or partial date from tokens, with a method for each format.</summary>
internal static class DatePartReader
{
    /// <summary>Reads the date that begins at a token, in any format; null when there is none.</summary>
    public static DatePart? Read(List<DateToken> tokens, int at) =>
        Iso(tokens, at) ?? Han(tokens, at) ?? Dotted(tokens, at) ?? DayFirst(tokens, at) ?? MonthFirst(tokens, at) ?? YearAlone(tokens, at);

    // 2025-02-12, 2025/2/12, 2025.02.12, 2025-02
    private static DatePart? Iso(List<DateToken> tokens, int at)
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
    private static DatePart? Han(List<DateToken> tokens, int at)
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
    private static DatePart? Dotted(List<DateToken> tokens, int at)
    {
        if (Number(tokens, at) is not { } first || !IsSign(tokens, at + 1, "./") || Number(tokens, at + 2) is not { } second)
        {
            return null;
        }

        // The day comes first in four of the five languages. The other order is used when only it gives a date.
        var (day, month) = second <= 12 ? (first, second) : (second, first);
        if (day is < 1 or > 31 || month is < 1 or > 12)
        {
            return null;
        }

        if (IsSign(tokens, at + 3, "./") && Year(tokens, at + 4) is { } year)
        {
            return new DatePart(year, month, day, at + 5);
        }

        // 4.5 is a number, but 4.05 and 4/5 are dates.
        return Is(tokens, at + 1, ".") && tokens[at + 2].Text.Length < 2 ? null : new DatePart(null, month, day, at + 3);
    }

    // 12 February 2025, 12th of Feb, 12 февраля, 12 лютого 2025 року
    private static DatePart? DayFirst(List<DateToken> tokens, int at)
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
    private static DatePart? MonthFirst(List<DateToken> tokens, int at)
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
        if (yearOfMonth is null && IsOrdinaryWord(tokens, at))
        {
            return null;
        }

        return new DatePart(yearOfMonth, month, null, endOfMonth);
    }

    // "what may happen", "the march on the capital": in a sentence these words mean a month only after "in" and the like.
    private static bool IsOrdinaryWord(List<DateToken> tokens, int at) =>
        tokens[at].Text is "may" or "march" && tokens.Count > 1
        && !(at > 0 && tokens[at - 1].Text is "in" or "before" or "after" or "since" or "from" or "to" or "until" or "of");

    // 12th, 12-го
    private static int SkipOrdinal(List<DateToken> tokens, int at)
    {
        var word = IsSign(tokens, at, "-") ? at + 1 : at;
        return word < tokens.Count && tokens[word].Text is "st" or "nd" or "rd" or "th" or "го" or "е" ? word + 1 : at;
    }

    // Feb. 12
    private static int SkipPoint(List<DateToken> tokens, int at) => IsSign(tokens, at, ".") ? at + 1 : at;

    private static DatePart? YearAlone(List<DateToken> tokens, int at)
    {
        var (end, year) = YearAt(tokens, at);
        return year is null ? null : new DatePart(year, null, null, end);
    }

    /// <summary>A year and the word that may follow it, as in 2025 року and 2025 г., with the position after both. Without a year the position does not move.</summary>
    public static (int End, int? Year) YearAt(List<DateToken> tokens, int at)
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

    /// <summary>The position after the word for a day, 日 or 号, if it is there.</summary>
    public static int SkipDayWord(List<DateToken> tokens, int at) => Is(tokens, at, "日") || Is(tokens, at, "号") ? at + 1 : at;

    private static int? Number(List<DateToken> tokens, int at) => at >= 0 && at < tokens.Count ? tokens[at].Number : null;

    private static int? Year(List<DateToken> tokens, int at) => Number(tokens, at) is >= 1990 and <= 2100 ? tokens[at].Number : null;

    private static int? Month(List<DateToken> tokens, int at) => Number(tokens, at) is >= 1 and <= 12 ? tokens[at].Number : null;

    /// <summary>The number of a day, from 1 to 31; null for anything else.</summary>
    public static int? Day(List<DateToken> tokens, int at) => Number(tokens, at) is >= 1 and <= 31 ? tokens[at].Number : null;

    private static int? MonthWord(List<DateToken> tokens, int at) =>
        at < tokens.Count && tokens[at].Number is null ? MonthNames.Of(tokens[at].Text) : null;

    private static bool Is(List<DateToken> tokens, int at, string text) => at < tokens.Count && tokens[at].Text == text;

    private static bool IsSign(List<DateToken> tokens, int at, string signs) =>
        at < tokens.Count && tokens[at].Text.Length == 1 && signs.Contains(tokens[at].Text[0]);
}
