using Bot.Facts.Model;

namespace Bot.Answers.Values;

/// <summary>A date and the tokens that it is written with.</summary>
/// <param name="Start">The first token.</param>
/// <param name="End">The token after the last.</param>
/// <param name="Date">The date.</param>
internal sealed record DateSpan(int Start, int End, FactDate Date)
{
    /// <summary>Whether it would be another date in another order of numbers.</summary>
    public bool DependsOnOrder { get; init; }
}

/// <summary>Applies "before", "until", "after" and the like, which precede a date or follow it.</summary>
internal static class DateQualifiers
{
    private enum Kind
    {
        None,
        Before,
        UpTo,
        From,
        On,
    }

    /// <summary>A date with what the words around it make of it.</summary>
    public static DateSpan Apply(DateTokens tokens, DateSpan span)
    {
        if (After(tokens, span.End) is { Kind: not Kind.None } after)
        {
            // 自2月12日起, from 12 Feb onwards.
            var start = DateWords.IsFrom(tokens.Text(span.Start - 1)) ? span.Start - 1 : span.Start;
            return Qualify(span with { Start = start, End = span.End + after.Length }, after.Kind);
        }

        var before = Before(tokens, span.Start, span.Date.Precision);
        return Qualify(span with { Start = span.Start - before.Length }, before.Kind);
    }

    /// <summary>Whether at a token stands what follows a date in Chinese: 之前, 起, 以來, 的.</summary>
    public static bool IsAfterDate(DateTokens tokens, int at) => After(tokens, at).Kind != Kind.None || tokens.Text(at) is "的" or "在";

    private static DateSpan Qualify(DateSpan span, Kind kind) => (kind, span.Date) switch
    {
        (Kind.Before, var date) when date.First > DateOnly.MinValue => span with { Date = new FactDate(DatePrecision.Before, DateOnly.MinValue, date.First.AddDays(-1)) },
        (Kind.UpTo, var date) when date.Last < DateOnly.MaxValue => span with { Date = new FactDate(DatePrecision.Before, DateOnly.MinValue, date.Last) },
        (Kind.From, var date) => span with { Date = new FactDate(DatePrecision.From, date.First, DateOnly.MaxValue) },
        _ => span,
    };

    private static (Kind Kind, int Length) Before(DateTokens tokens, int start, DatePrecision precision)
    {
        var word = tokens.Text(start - 1);
        return (tokens.Text(start - 2), word) switch
        {
            ("prior", "to") => (Kind.Before, 2),
            ("up", "to") => (Kind.UpTo, 2),
            ("截", "至" or "止" or "到") or ("直", "到" or "至") => (Kind.UpTo, 2),
            ("starting" or "beginning", "from" or "on") => (Kind.From, 2),
            ("начиная", "с" or "со") or ("починаючи", "з" or "із" or "від") => (Kind.From, 2),
            _ when DateWords.IsBefore(word) => (Kind.Before, 1),
            _ when DateWords.IsUpTo(word) => (Kind.UpTo, 1),
            _ when DateWords.IsAfter(word) => (Kind.From, 1),
            _ when DateWords.IsFrom(word) => (precision == DatePrecision.Range ? Kind.On : Kind.From, 1),
            _ when DateWords.IsOn(word) => (Kind.On, 1),
            _ => (Kind.None, 0),
        };
    }

    private static (Kind Kind, int Length) After(DateTokens tokens, int at) => (tokens.Text(at), tokens.Text(at + 1)) switch
    {
        ("前", "后") => (Kind.None, 0),
        ("之" or "以", "前") => (Kind.Before, 2),
        ("之" or "以", "后" or "来") => (Kind.From, 2),
        ("前", _) => (Kind.Before, 1),
        ("后" or "起", _) => (Kind.From, 1),
        ("开", "始") => (Kind.From, 2),
        ("and" or "or", "later" or "after" or "onwards" or "onward") => (Kind.From, 2),
        ("and" or "or", "earlier" or "before") => (Kind.UpTo, 2),
        ("и" or "і" or "та", "позже" or "далее" or "дальше" or "пізніше" or "далі") => (Kind.From, 2),
        var (word, _) when DateWords.IsOnwards(word) => (Kind.From, 1),
        _ => (Kind.None, 0),
    };
}
