using Bot.Facts.Model;

namespace Bot.Answers.Values;

/// <summary>A date that was found in a text.</summary>
/// <param name="Date">The date.</param>
/// <param name="Rest">The text without the date.</param>
internal sealed record ParsedDate(FactDate Date, string Rest);

/// <summary>
/// Finds dates as people write them: <c>12 Feb</c>, <c>February 17-18</c>, <c>2月12日</c>, <c>12 февраля</c>,
/// <c>17-18 лютого</c>, <c>12.02.24</c>, <c>2025-02-12</c>, <c>before 12 Feb</c>, <c>the 2020s</c>. It finds the date that is meant
/// or none, never another one.
/// </summary>
internal static class DateParser
{
    /// <summary>Finds the first date in a text; null when it has none that exists in the calendar and is read whole.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="context">What a date in it means.</param>
    public static ParsedDate? Find(string text, DateContext context) => Read(text, context, out _);

    /// <summary>Like <see cref="Find"/>, and says why there is none.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="context">What a date in it means.</param>
    /// <param name="error">In a command the first error, with which nothing is found; otherwise none.</param>
    public static ParsedDate? Read(string text, DateContext context, out DateError error)
    {
        ParsedDate? found = null;
        error = DateError.None;
        var tokens = new DateTokens(text);
        foreach (var (span, problem) in All(tokens, context))
        {
            if (!context.IsCommand && span is not null)
            {
                return new ParsedDate(span.Date, tokens.Without(span.Start, span.End));
            }

            if (context.IsCommand && (span is null || found is not null))
            {
                error = problem == DateError.None ? DateError.Unreadable : problem;
                return null;
            }

            found = span is null ? null : new ParsedDate(span.Date, tokens.Without(span.Start, span.End));
        }

        return found;
    }

    /// <summary>Finds all dates in a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="context">What a date in it means.</param>
    public static IEnumerable<FactDate> FindAll(string text, DateContext context) =>
        All(new DateTokens(text), context).Select(d => d.Span?.Date).OfType<FactDate>();

    private static IEnumerable<(DateSpan? Span, DateError Error)> All(DateTokens tokens, DateContext context)
    {
        context = context.InScriptOf(tokens);
        var boundary = new DateBoundary(tokens, context.IsCommand);
        var usual = new DateSpanReader(tokens, context, monthFirst: context.Order == DayOrder.MonthFirst);
        var other = new DateSpanReader(tokens, context, monthFirst: context.Order != DayOrder.MonthFirst);
        for (var i = 0; i < tokens.Count; i++)
        {
            var read = Read(tokens, i, usual, boundary);
            if (read is not { Span.DependsOnOrder: false } && tokens.Number(i) is not null)
            {
                read = Choose(read, Read(tokens, i, other, boundary), context);
            }

            if (read is var (span, error, end))
            {
                yield return (span, error);
                i = end - 1;
            }
            else if (context.IsCommand && usual.IsUnclear(i))
            {
                yield return (null, DateError.Unreadable);
            }
        }
    }

    // The date in the usual order of day and month, unless only the other order gives a date, or one with facts where both orders are usual.
    private static (DateSpan? Span, DateError Error, int End)? Choose((DateSpan? Span, DateError Error, int End)? usual, (DateSpan? Span, DateError Error, int End)? other, DateContext context)
    {
        if (other is not { Span: { } found })
        {
            return usual ?? other;
        }

        return usual is not { Span: { } first } || (context.Order == DayOrder.Either && !context.Year.HasFacts(first.Date) && context.Year.HasFacts(found.Date)) ? other : usual;
    }

    private static (DateSpan? Span, DateError Error, int End)? Read(DateTokens tokens, int at, DateSpanReader spans, DateBoundary boundary)
    {
        var read = spans.Read(at);
        if (read is not { Span: { } written })
        {
            return read;
        }

        var span = DateQualifiers.Apply(tokens, written);
        var end = boundary.SkipTime(span.End);
        return boundary.IsWhole(span.Start, end) ? (span with { End = end }, DateError.None, end) : (null, DateError.Unreadable, end);
    }
}
