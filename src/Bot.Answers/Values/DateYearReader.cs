using Bot.Facts.Model;

namespace Bot.Answers.Values;

/// <summary>Reads years: of four digits, of two, of the Republic of China, and decades.</summary>
/// <param name="tokens">The text.</param>
/// <param name="context">What its meaning depends on.</param>
internal sealed class DateYearReader(DateTokens tokens, DateContext context)
{
    /// <summary>The first year that four digits in a sentence mean; earlier ones are numbers.</summary>
    public const int MinYear = 1900;

    /// <summary>The last year that four digits in a sentence mean.</summary>
    public const int MaxYear = 2100;

    private const int MinYearAlone = 1990;

    // 民國 1 is 1912.
    private const int YearsBeforeRepublic = 1911;

    // As DateTimeFormatInfo.TwoDigitYearMax: 49 is 2049 and 50 is 1950.
    private const int MaxShortYear = 49;

    /// <summary>A year of four digits; null for anything else.</summary>
    public int? Full(int at) => tokens.Digits(at) == 4 && tokens.Number(at) is { } year && (context.IsCommand ? year >= 1000 : year is >= MinYear and <= MaxYear) ? year : null;

    /// <summary>A year of two digits; null for anything else.</summary>
    public int? Short(int at) => tokens.Digits(at) == 2 && tokens.Number(at) is { } year ? year + (year <= MaxShortYear ? 2000 : 1900) : null;

    /// <summary>A year of the Republic of China in three digits, as 114 for 2025; null for anything else.</summary>
    public int? Republic(int at) => context.Order == DayOrder.MonthFirst && tokens.Digits(at) == 3 && tokens.Number(at) is >= 100 and < 200 and var year ? year + YearsBeforeRepublic : null;

    /// <summary>The year after a day or month, and the word that may follow it, with the position after both. Without a year the position does not move.</summary>
    /// <param name="at">A token.</param>
    /// <param name="mustBeFull">Whether a year of two digits needs an apostrophe.</param>
    public (int End, int? Year) After(int at, bool mustBeFull = false)
    {
        if (tokens.IsTime(at) || tokens.Text(at + 1) is "月" or "时" or "点")
        {
            return (at, null);
        }

        var isShort = tokens.IsShortened(at) || (!mustBeFull && EndsDate(at + 1));
        var year = Full(at) ?? (isShort ? Short(at) : null);
        return year is null ? (at, null) : (SkipYearWord(at + 1), year);
    }

    /// <summary>The year after a day and month in numbers, with the position after it and its word; null when there is none.</summary>
    public (int Year, int End)? InNumbers(int at) => (Full(at) ?? Short(at)) is { } year ? (year, SkipYearWord(at + 1)) : null;

    /// <summary>A year that stands alone, with the position after it; null when there is none.</summary>
    public (int End, int Year)? Alone(int at)
    {
        var isYear = tokens.Digits(at) == 4 && (tokens.Number(at) is >= MinYearAlone and <= MaxYear || (Full(at) is not null && context.IsCommand && tokens.Count == 1));
        return isYear ? (SkipYearWord(at + 1), tokens.Number(at)!.Value) : null;
    }

    /// <summary>A year before 年, with the position after it: 2025年, 二〇二五年, 民國114年, 113年2月, 24年2月; null when there is none.</summary>
    public (int Year, int End)? Han(int at)
    {
        var isRepublic = tokens.Is(at, "民") && tokens.Is(at + 1, "国");
        var number = isRepublic ? at + 2 : at;
        if (tokens.Number(number) is not { } written || !tokens.Is(number + 1, "年") || tokens.Is(number + 2, "代"))
        {
            return null;
        }

        var hasMonth = tokens.Month(number + 2) is not null && tokens.Is(number + 3, "月");
        int? year = isRepublic ? written is > 0 and < 200 ? written + YearsBeforeRepublic : null
            : written is >= 1000 and <= 9999 ? Year(written)
            : !hasMonth && !context.IsCommand ? null
            : written is >= 100 and < 200 ? written + YearsBeforeRepublic
            : hasMonth && written <= MaxShortYear ? Short(number)
            : null;
        return year is { } known ? (known, number + 2) : null;
    }

    /// <summary>A decade, with the position after it: 1990s, the 2020s, 90-е годы, 2020-ті роки, 1990年代; null when there is none.</summary>
    public (FactDate Date, int End)? Decade(int at)
    {
        var first = tokens.IsPartOfName(at) || tokens.Number(at) % 10 != 0 ? null : Full(at) ?? Short(at);
        if (first is not { } year)
        {
            return null;
        }

        var decade = FactDate.Range(new DateOnly(year, 1, 1), new DateOnly(year + 9, 12, 31));
        if (tokens.Is(at + 1, "年") && tokens.Is(at + 2, "代"))
        {
            return (decade, at + 3);
        }

        var ending = tokens.IsSign(at + 1, "-") ? at + 2 : at + 1;
        if (!tokens.IsGlued(ending) || tokens.Text(ending) is not ("s" or "е" or "х" or "ых" or "ые" or "ті" or "тих" or "і"))
        {
            return null;
        }

        var word = ending + 1;
        return tokens.Text(word) is "годы" or "годов" or "годах" or "гг" or "роки" or "років" or "роках" or "рр" ? (decade, word + 1)
            : tokens.Is(ending, "s") || tokens.Digits(at) == 4 ? (decade, word)
            : null;
    }

    private int? Year(int written) => context.IsCommand || written is >= MinYear and <= MaxYear ? written : null;

    // A number of two digits is a year only where nothing follows that it may count.
    private bool EndsDate(int at) => context.IsCommand
        ? tokens.MonthName(at) is null && !tokens.IsSign(at, "%")
        : at >= tokens.Count || DateWords.IsYearWord(tokens.Text(at)) || (tokens.Number(at) is null && !tokens.IsWord(at) && !tokens.IsHan(at) && !tokens.IsSign(at, "%,.-~") && tokens.Text(at) != "..")
            || (tokens.IsSign(at, ",.") && tokens.Number(at + 1) is null);

    // 2025 року, 2025 г., 24 р.
    private int SkipYearWord(int at) => !DateWords.IsYearWord(tokens.Text(at)) ? at : tokens.Text(at) is "г" or "р" && tokens.IsSign(at + 1, ".") ? at + 2 : at + 1;
}
