using Bot.Facts.Model;

namespace Bot.Answers.Values;

/// <summary>A date that was found in a text.</summary>
/// <param name="Date">The date.</param>
/// <param name="Rest">The text without the date.</param>
internal sealed record ParsedDate(FactDate Date, string Rest);

/// <summary>
/// Finds dates as people write them: <c>12 Feb</c>, <c>February 17-18</c>, <c>2月12日</c>, <c>12 февраля</c>,
/// <c>17-18 лютого</c>, <c>12.02.2025</c>, <c>2025-02-12</c>, <c>before 12 Feb</c>, <c>2025</c>.
/// </summary>
internal static class DateParser
{
    /// <summary>Finds the first date in a text; null when it has none that exists in the calendar.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="year">The year assumed for a date without a year.</param>
    public static ParsedDate? Find(string text, AssumedYear year)
    {
        var tokens = DateLexer.Read(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (ReadSpan(tokens, i, year) is { } span)
            {
                var (start, end, when) = ApplyQualifier(tokens, i, span.End, span.When);
                var rest = text[..tokens[start].Start] + " " + (end < tokens.Count ? text[tokens[end].Start..] : "");
                return new ParsedDate(when, rest.Trim());
            }

            // 30 February is not a date, and the February in it must not count as a month.
            if (DatePartReader.Read(tokens, i) is { Month: not null, Day: not null } impossible)
            {
                i = impossible.End - 1;
            }
        }

        return null;
    }

    /// <summary>Finds all dates in a text, each in what the ones before it leave.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="year">The year assumed for a date without a year.</param>
    public static IEnumerable<FactDate> FindAll(string text, AssumedYear year)
    {
        for (var rest = text; Find(rest, year) is { } found; rest = found.Rest)
        {
            yield return found.Date;
        }
    }

    // Applies "before", "after" and the like, which precede the date or, in Chinese, follow it.
    private static (int Start, int End, FactDate When) ApplyQualifier(List<DateToken> tokens, int start, int end, FactDate when)
    {
        var before = start > 0 ? tokens[start - 1].Text : "";
        var after = end < tokens.Count ? tokens[end].Text : "";
        return (before, after) switch
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

    private static bool IsBefore(List<DateToken> tokens, int at) => QualifierAt(tokens, at) is "前" or "之前" or "以前";

    private static bool IsAfter(List<DateToken> tokens, int at) => QualifierAt(tokens, at) is "后" or "之后" or "以后";

    private static int AfterWord(List<DateToken> tokens, int at) => at + QualifierAt(tokens, at).Length;

    private static string QualifierAt(List<DateToken> tokens, int at) =>
        tokens[at].Text is "之" or "以" && at + 1 < tokens.Count ? tokens[at].Text + tokens[at + 1].Text : tokens[at].Text;

    private static (int End, FactDate When)? ReadSpan(List<DateToken> tokens, int at, AssumedYear year)
    {
        // 17-18 February: only the second day has the month.
        if (DatePartReader.Day(tokens, at) is { } firstDay && SkipRangeSeparator(tokens, at + 1) is { } lastStart && DatePartReader.Read(tokens, lastStart) is { Month: { } sharedMonth, Day: { } lastDay } shared)
        {
            return Range(shared.End, new DatePart(shared.Year, sharedMonth, firstDay, 0), shared with { Day = lastDay }, year);
        }

        if (DatePartReader.Read(tokens, at) is not { } first)
        {
            return null;
        }

        if (SkipRangeSeparator(tokens, first.End) is { } next)
        {
            // 12 Feb - 15 Feb, or Feb 17-18 and 2月17日至18日: the second date may omit what it shares with the first.
            if (DatePartReader.Read(tokens, next) is { Month: not null, Day: not null } second && first.Day is not null)
            {
                return Range(second.End, first with { Year = first.Year ?? second.Year }, second with { Year = second.Year ?? first.Year }, year);
            }

            if (first is { Month: not null, Day: not null } && DatePartReader.Day(tokens, next) is { } day)
            {
                var (end, writtenYear) = DatePartReader.YearAt(tokens, DatePartReader.SkipDayWord(tokens, next + 1));
                return Range(end, first with { Year = first.Year ?? writtenYear }, first with { Day = day, Year = first.Year ?? writtenYear }, year);
            }
        }

        return ToFactDate(first, year) is { } when ? (first.End, when) : null;
    }

    private static (int End, FactDate When)? Range(int end, DatePart first, DatePart last, AssumedYear assumed) =>
        assumed.Of(last.Month, last.Day) is var year && ToFactDate(first, year) is { } from && ToFactDate(last, year) is { } to && from.First <= to.Last
            ? (end, FactDate.Range(from.First, to.Last))
            : null;

    private static FactDate? ToFactDate(DatePart part, AssumedYear assumed)
    {
        var year = part.Year ?? assumed.Of(part.Month, part.Day);
        return (part.Month, part.Day) switch
        {
            (null, _) => FactDate.Year(year),
            ({ } month, null) => FactDate.Month(year, month),
            ({ } month, { } day) when day <= DateTime.DaysInMonth(year, month) => FactDate.Day(new DateOnly(year, month, day)),
            _ => null,
        };
    }

    // The position after a punctuation mark or word that joins the two dates of a range; null when there is none.
    private static int? SkipRangeSeparator(List<DateToken> tokens, int at)
    {
        var isSeparator = at < tokens.Count && tokens[at].Text is "-" or "–" or "—" or "~" or "to" or "till" or "until" or "and" or "по" or "до" or "и" or "і" or "та" or "至" or "到" or "和";
        return isSeparator ? at + 1 : null;
    }
}
