namespace Bot.Answers.Values;

/// <summary>Reads dates that consist of numbers: 2025-02-12, 12.02.2025, 2/12, 2/2025, 20250212.</summary>
/// <param name="tokens">The text.</param>
/// <param name="context">What its meaning depends on.</param>
/// <param name="monthFirst">Whether of two numbers the first is the month.</param>
internal sealed class NumericDateReader(DateTokens tokens, DateContext context, bool monthFirst)
{
    private const string Signs = "-/.";

    private readonly DateYearReader _years = new(tokens, context);

    /// <summary>Reads the date that begins at a token; null when there is none.</summary>
    public DatePart? Read(int at) => Compact(at) ?? YearFirst(at) ?? Three(at) ?? MonthOfYear(at) ?? (IsDayAndMonth(at) && IsClear(at) ? Two(at) : null);

    /// <summary>Whether at a token two numbers stand like a day and month, but may be anything else.</summary>
    public bool IsUnclear(int at) =>
        IsDayAndMonth(at) && tokens.IsGlued(at + 1) && tokens.IsGlued(at + 2) && !tokens.IsSign(at + 1, "-") && !DateWords.IsBeforeNumbers(tokens.Text(at - 1)) && !IsIdiom(at) && !tokens.IsWord(at - 1) && !IsClear(at)
        && !(tokens.IsSign(at + 1, ".") && tokens.Digits(at + 2) < 2 && at == 0 && tokens.IsWord(at + 3) && tokens.Number(at) < 10);

    // 20250212
    private DatePart? Compact(int at)
    {
        if (tokens.Digits(at) != 8 || tokens.Number(at) is not { } number)
        {
            return null;
        }

        var (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
        return year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DatePart(year, month, day, at + 1) : null;
    }

    // 2025-02-12, 2025/2/12, 2025.02.12, 2025-02, 114/2/12
    private DatePart? YearFirst(int at)
    {
        var republic = _years.Republic(at);
        if ((_years.Full(at) ?? republic) is not { } year || !tokens.IsSign(at + 1, Signs) || tokens.Month(at + 2) is not { } month)
        {
            return null;
        }

        if (HasSameSign(at + 1, at + 3) && tokens.Day(at + 4) is { } day)
        {
            return new DatePart(year, month, day, at + 5);
        }

        // In "2025. 2 ministers" the number is of another sentence.
        return republic is null && tokens.IsGlued(at + 2) ? new DatePart(year, month, null, at + 3) : null;
    }

    // 12.02.2025, 12/02/24, 12-02-2025, and in Chinese 24/2/12.
    private DatePart? Three(int at)
    {
        if (tokens.Digits(at) is 0 or > 2 || !tokens.IsSign(at + 1, Signs) || tokens.Day(at + 2) is null || !HasSameSign(at + 1, at + 3) || tokens.Digits(at + 4) is not (2 or 4))
        {
            return null;
        }

        if (context.Order == DayOrder.MonthFirst && monthFirst && tokens.Digits(at + 4) == 2)
        {
            return _years.Short(at) is { } early && tokens.Month(at + 2) is { } middle && tokens.Day(at + 4) is { } last ? new DatePart(early, middle, last, at + 5) { DependsOnOrder = true } : null;
        }

        var (month, day) = monthFirst ? (tokens.Month(at), tokens.Day(at + 2)) : (tokens.Month(at + 2), tokens.Day(at));
        return month is not null && day is not null && _years.InNumbers(at + 4) is var (year, end) ? new DatePart(year, month, day, end) { DependsOnOrder = true } : null;
    }

    // 2/2025, 02.2025
    private DatePart? MonthOfYear(int at) =>
        tokens.Month(at) is { } month && tokens.IsSign(at + 1, Signs) && tokens.IsGlued(at + 1) && tokens.IsGlued(at + 2) && tokens.Digits(at + 2) == 4 && _years.After(at + 2) is (var end, { } year)
            ? new DatePart(year, month, null, end)
            : null;

    // 12.02, 2/12, 2-12
    private DatePart? Two(int at)
    {
        // A point is German, Russian or Ukrainian, where the day is first; in Chinese it is as with any other sign.
        var isMonthFirst = monthFirst && (context.Order == DayOrder.MonthFirst || !tokens.IsSign(at + 1, "."));
        var (month, day) = isMonthFirst ? (tokens.Month(at), tokens.Day(at + 2)) : (tokens.Month(at + 2), tokens.Day(at));
        return month is null || day is null ? null : new DatePart(null, month, day, at + 3) { DependsOnOrder = true };
    }

    private bool IsDayAndMonth(int at) =>
        tokens.Day(at) is not null && tokens.IsSign(at + 1, Signs) && tokens.Day(at + 2) is not null && (tokens.Month(at) ?? tokens.Month(at + 2)) is not null
        && tokens.Digits(at) > 0 && tokens.Digits(at + 2) > 0;

    // Two numbers may be a fraction, a time of day or a paragraph. 12.2 is a date only where it is all that is typed, and so is 2/3 in a sentence.
    private bool IsClear(int at) =>
        !IsIdiom(at) && !DateWords.IsBeforeNumbers(tokens.Text(at - 1)) && tokens.Text(at + 1) switch
        {
            "." => tokens.IsGlued(at + 1) && tokens.IsGlued(at + 2) && ((tokens.Digits(at) == 2 && tokens.Digits(at + 2) == 2) || IsAll(at)),
            "/" => context.IsCommand || tokens.Text(at)[0] == '0' || tokens.Text(at + 2)[0] == '0' || IsAll(at),
            _ => at == 0 && tokens.Count == 3,
        };

    private bool IsAll(int at) =>
        (at == 0 || (context.IsCommand && DateWords.IsPreposition(tokens.Text(at - 1))))
        && (at + 3 == tokens.Count || (context.IsCommand && (DateWords.IsJoint(tokens.Text(at + 3)) || DateQualifiers.IsAfterDate(tokens, at + 3))));

    // Round the clock, and the day in 2001, unless they begin or end a span.
    private bool IsIdiom(int at) => tokens.Is(at + 1, "/") && !DateWords.IsJoint(tokens.Text(at - 1)) && !DateWords.IsJoint(tokens.Text(at + 3)) && (tokens.Text(at), tokens.Text(at + 2)) switch
    {
        ("24", "7") => true,
        ("9", "11") => context.Order == DayOrder.Either,
        _ => false,
    };

    private bool HasSameSign(int first, int second) => tokens.IsSign(second, Signs) && tokens.Is(second, tokens.Text(first));
}
