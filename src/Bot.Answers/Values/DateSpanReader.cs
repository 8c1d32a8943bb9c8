using Bot.Facts.Model;

namespace Bot.Answers.Values;

/// <summary>Why what looks like a date is none.</summary>
internal enum DateError
{
    /// <summary>It is one, or nothing looks like one.</summary>
    None,

    /// <summary>The calendar lacks the day, or something touches the date that cannot be read.</summary>
    Unreadable,

    /// <summary>The last day comes before the first.</summary>
    Backwards,
}

/// <summary>Reads one date, a span of dates or a list of them, which means the span from the first to the last.</summary>
/// <param name="tokens">The text.</param>
/// <param name="context">What its meaning depends on.</param>
/// <param name="monthFirst">Whether of two numbers the first is the month.</param>
internal sealed class DateSpanReader(DateTokens tokens, DateContext context, bool monthFirst)
{
    // 31 December to 20 January goes over New Year. What would take longer runs backwards.
    private const int MaxDaysOverNewYear = 183;

    private readonly DatePartReader _parts = new(tokens, context, monthFirst);

    /// <summary>Whether at a token two numbers stand like a day and month, but may be anything else.</summary>
    public bool IsUnclear(int at) => _parts.IsUnclear(at);

    /// <summary>Reads what begins at a token: its span, or an error with the position after it; null for neither when no date begins there.</summary>
    public (DateSpan? Span, DateError Error, int End)? Read(int at)
    {
        if (!tokens.IsPartOfName(at) && new DateYearReader(tokens, context).Decade(at) is var (decade, afterDecade))
        {
            return (new DateSpan(at, afterDecade, decade), DateError.None, afterDecade);
        }

        var parts = DaysBeforeMonth(at) ?? (_parts.Read(at) is { } first ? Continue(first) : null);
        if (parts is null)
        {
            return null;
        }

        var end = parts[^1].End;
        var date = Resolve(parts, out var error);
        return date is { } known
            ? (new DateSpan(at, end, known) { DependsOnOrder = parts.Exists(p => p.DependsOnOrder) }, DateError.None, end)
            : (null, error, end);
    }

    // 17-18 February; 12, 13 and 14 Feb; 12/13 Feb; 2至4月: only the last has the month.
    private List<DatePart>? DaysBeforeMonth(int at)
    {
        var (days, mustBeNamed) = (new List<int>(), false);
        while (!tokens.IsPartOfName(at) && !DateWords.IsBeforeNumbers(tokens.Text(at - 1)) && _parts.DayAt(at) is var (day, end))
        {
            days.Add(day);
            var isList = tokens.IsSign(end, "/,、");
            if (!isList && !DateWords.IsJoint(tokens.Text(end)))
            {
                return null;
            }

            at = isList && DateWords.IsJoint(tokens.Text(end + 1)) ? end + 2 : end + 1;
            // 12-Feb-24 is no span from 12 to 24 February.
            mustBeNamed |= isList;
            if (tokens.MonthName(at) is null && (mustBeNamed ? _parts.Named(at) : _parts.Read(at)) is { Month: { } month } last && (last.Day is not null || tokens.Is(at + 1, "月")))
            {
                var shared = days.ConvertAll(d => last.Day is null ? new DatePart(last.Year, d, null, 0) : new DatePart(last.Year, month, d, 0) { DependsOnOrder = last.DependsOnOrder });
                return shared.TrueForAll(p => p.Month <= 12) ? [.. shared, .. Continue(last)] : null;
            }
        }

        return null;
    }

    // 12 Feb - 15 Feb, or Feb 17-18 and 2月17日至18日: what follows may omit what it shares with the date before.
    private List<DatePart> Continue(DatePart first)
    {
        var parts = new List<DatePart> { first };
        while (Next(parts[^1]) is { } next)
        {
            parts.Add(next);
        }

        return parts;
    }

    private DatePart? Next(DatePart before)
    {
        var at = before.End;
        var isMark = DateWords.IsJointMark(tokens.Text(at)) || tokens.IsSign(at, "/");
        var isJoint = isMark || DateWords.IsJoint(tokens.Text(at));
        var isList = tokens.IsSign(at, "、") || (context.IsCommand && tokens.IsSign(at, ","));
        var next = isJoint || isList ? at + 1 : at;
        next = isList && DateWords.IsJoint(tokens.Text(next)) ? next + 1 : next;
        next = isJoint && tokens.Is(next, "the") ? next + 1 : next;
        if (next == at && !context.IsCommand)
        {
            return null;
        }

        if (_parts.Read(next) is { } part && IsLike(before, part, isMark || tokens.Text(at) is "to" or "till" or "until" or "through" or "по" or "до" or "至" or "到"))
        {
            return part;
        }

        return next > at && !tokens.IsSign(at, "/,") && before is { Month: not null, Day: not null } && _parts.DayAt(next) is var (day, end) && !tokens.IsPartOfName(next)
            && _parts.YearAt(end) is var (afterYear, year) && (isMark || context.IsCommand || year is not null || !(tokens.IsWord(end) || tokens.IsSign(end, "%")))
            ? new DatePart(year ?? before.Year, before.Month, day, afterYear)
            : null;
    }

    private bool IsLike(DatePart before, DatePart part, bool isSpan) => (before, part) switch
    {
        ({ Day: not null }, _) => part is { Month: not null, Day: not null },
        ({ Month: not null }, _) => part.Month is not null && (isSpan || part.Day is null),
        _ => part.Month is null && (isSpan || context.IsCommand),
    };

    private FactDate? Resolve(List<DatePart> parts, out DateError error)
    {
        var (first, last) = (parts[0], parts[^1]);
        error = DateError.Unreadable;
        if (parts.Count == 1)
        {
            return first.In(first.Year ?? context.Year.Of(first.In));
        }

        var year = last.Year ?? first.Year ?? context.Year.Of(y => Span(first, last, y, y) ?? OverNewYear(first, last, y));
        if (first.In(year) is null || last.In(year) is null)
        {
            return null;
        }

        error = DateError.Backwards;
        var span = Span(first, last, year, year) ?? (last.Year is null && first.Year is not null ? OverNewYear(first, last, year + 1) : first.Year is null ? OverNewYear(first, last, year) : null);
        return span is { } known && IsAscending(parts, known) ? known : null;
    }

    private static FactDate? Span(DatePart first, DatePart last, int yearOfFirst, int yearOfLast) =>
        first.In(yearOfFirst) is { } from && last.In(yearOfLast) is { } to && from.First <= to.Last && (from.First < to.First || from == to) ? FactDate.Range(from.First, to.Last) : null;

    private static FactDate? OverNewYear(DatePart first, DatePart last, int yearOfLast) =>
        Span(first, last, yearOfLast - 1, yearOfLast) is { } span && span.Last.DayNumber - span.First.DayNumber <= MaxDaysOverNewYear ? span : null;

    private static bool IsAscending(List<DatePart> parts, FactDate span)
    {
        var day = span.First;
        foreach (var part in parts.Skip(1).SkipLast(1))
        {
            var middle = part.In(span.First.Year) is { } same && same.First >= day ? same : part.In(span.Last.Year);
            if (middle is not { } known || known.First < day || known.First > span.Last)
            {
                return false;
            }

            day = known.First;
        }

        return true;
    }
}
