namespace Bot.Answers.Values;

/// <summary>Reads one full or partial date, with a method for each format.</summary>
/// <param name="tokens">The text.</param>
/// <param name="context">What its meaning depends on.</param>
/// <param name="monthFirst">Whether of two numbers the first is the month.</param>
internal sealed class DatePartReader(DateTokens tokens, DateContext context, bool monthFirst)
{
    private readonly DateYearReader _years = new(tokens, context);
    private readonly NumericDateReader _numeric = new(tokens, context, monthFirst);

    /// <summary>Reads the date that begins at a token, in any format; null when there is none.</summary>
    public DatePart? Read(int at) =>
        tokens.IsPartOfName(at) ? null : _numeric.Read(at) ?? YearThenName(at) ?? Han(at) ?? DayFirst(at) ?? MonthFirst(at) ?? YearAlone(at);

    /// <summary>Whether at a token two numbers stand like a day and month, but may be anything else.</summary>
    public bool IsUnclear(int at) => _numeric.IsUnclear(at);

    /// <summary>Reads a day with the name of its month, or in Chinese with 月, so that nothing else can be meant.</summary>
    public DatePart? Named(int at) => Han(at) ?? DayFirst(at);

    /// <summary>Reads a day whose month is written elsewhere, with its ordinal and the word for a day.</summary>
    public (int Day, int End)? DayAt(int at) =>
        tokens.Day(at) is { } day ? (day, SkipDayWord(SkipOrdinal(at + 1))) : OrdinalNames.Read(tokens, at);

    /// <summary>A year and the word that may follow it, with the position after both. Without a year the position does not move.</summary>
    public (int End, int? Year) YearAt(int at) => _years.After(at);

    // 2025 Feb 12, 2025-Feb-12, 2025 February
    private DatePart? YearThenName(int at)
    {
        if (_years.Full(at) is not { } year)
        {
            return null;
        }

        at = tokens.IsSign(at + 1, "-/.,") ? at + 2 : at + 1;
        if (tokens.MonthName(at) is not { } month)
        {
            return null;
        }

        var next = SkipSign(at + 1);
        return DayAt(next) is var (day, end) && !tokens.IsPartOfName(next)
            ? new DatePart(year, month, day, end)
            : new DatePart(year, month, null, tokens.IsSign(at + 1, ".") ? at + 2 : at + 1);
    }

    // 2025年2月12日, 民國114年2月12日, 2月12日, 2月12, 2025年2月, 2月
    private DatePart? Han(int at)
    {
        int? year = null;
        if (_years.Han(at) is var (written, afterYear))
        {
            (year, at) = (written, afterYear);
        }

        if (tokens.Month(at) is not { } month || !tokens.Is(at + 1, "月"))
        {
            return year is null ? null : new DatePart(year, null, null, at);
        }

        if (tokens.Day(at + 2) is not { } day)
        {
            return new DatePart(year, month, null, at + 2);
        }

        // 2月12名代表 is no day.
        var end = SkipDayWord(at + 3);
        return end > at + 3 || !tokens.IsHan(end) || DateWords.IsJoint(tokens.Text(end)) || DateQualifiers.IsAfterDate(tokens, end)
            ? new DatePart(year, month, day, end)
            : new DatePart(year, month, null, at + 2);
    }

    // 12 February 2025, 12th of Feb, 12-Feb-2025, 12/Feb, 12 февраля, двенадцатое февраля, 12 лютого 2025 року
    private DatePart? DayFirst(int at)
    {
        if (DayAt(at) is not var (day, next))
        {
            return null;
        }

        var isWord = tokens.Number(at) is null;
        var of = tokens.Is(next, "of") ? next + 1 : tokens.IsSign(next, "-/.,") ? next + 1 : next;
        if (tokens.MonthName(of) is not { } month || (isWord && of == next && tokens.Text(of) is "may" or "march"))
        {
            return null;
        }

        var afterMonth = SkipPoint(of + 1);
        var (end, year) = IsSameSign(next, of + 1) ? _years.InNumbers(of + 2) is var (known, afterYear) ? (afterYear, known) : (afterMonth, null)
            : tokens.IsSign(afterMonth, ",") ? _years.After(afterMonth + 1, mustBeFull: true)
            : _years.After(SkipSign(of + 1), mustBeFull: tokens.IsSign(afterMonth, "-/"));
        return new DatePart(year, month, day, year is null ? afterMonth : end);
    }

    // February 12, 2025; Feb-12; Feb twelfth; Feb 2025; February; лютий 2025
    private DatePart? MonthFirst(int at)
    {
        if (tokens.MonthName(at) is not { } month)
        {
            return null;
        }

        var next = SkipSign(at + 1);
        if (DayAt(next) is var (day, afterDay) && !tokens.IsTime(next))
        {
            var (end, year) = _years.After(tokens.IsSign(afterDay, ",-/.") ? afterDay + 1 : afterDay, mustBeFull: tokens.IsSign(afterDay, ",-/."));
            return new DatePart(year, month, day, year is null ? afterDay : end);
        }

        var (endOfMonth, yearOfMonth) = _years.After(tokens.IsSign(next, ",") ? next + 1 : next, mustBeFull: !tokens.IsShortened(next));
        if (yearOfMonth is null)
        {
            return IsOrdinaryWord(at) ? null : new DatePart(null, month, null, SkipPoint(at + 1));
        }

        return new DatePart(yearOfMonth, month, null, endOfMonth);
    }

    // "what may happen", "the march on the capital": in a sentence these words mean a month only after "in" and the like.
    private bool IsOrdinaryWord(int at) =>
        tokens.Text(at) is "may" or "march" && tokens.Count > 1
        && !(tokens.Text(at - 1) is "in" or "before" or "after" or "since" or "from" or "to" or "until" or "of");

    private DatePart? YearAlone(int at) => _years.Decade(at) is null && _years.Alone(at) is var (end, year) ? new DatePart(year, null, null, end) : null;

    // 12th, 12-го, 12й. An ending is part of the number.
    private int SkipOrdinal(int at)
    {
        var word = tokens.IsSign(at, "-") && tokens.IsGlued(at) ? at + 1 : at;
        return tokens.IsGlued(word) && DateWords.IsOrdinalEnding(tokens.Text(word)) ? word + 1 : at;
    }

    // Feb. 12, Feb-12, Feb/12
    private int SkipSign(int at) => tokens.IsSign(at, ".") && tokens.IsSign(at + 1, "-/") ? at + 2 : tokens.IsSign(at, ".-/") ? at + 1 : at;

    // 12-Feb-24, 12/Feb/24
    private bool IsSameSign(int first, int second) =>
        tokens.IsSign(first, "-/") && tokens.Is(second, tokens.Text(first)) && tokens.IsGlued(first) && tokens.IsGlued(second) && tokens.IsGlued(second + 1);

    private int SkipPoint(int at) => tokens.IsSign(at, ".") ? at + 1 : at;

    private int SkipDayWord(int at) => tokens.Text(at) is "日" or "号" ? at + 1 : at;
}
