using Bot.Facts.Model;

namespace Bot.Answers.Composing;

/// <summary>Dates of a base that texts give as examples.</summary>
internal static class ExampleDates
{
    /// <summary>The day of the first event that has one; the day up to which the base was checked when none has.</summary>
    public static FactDate Day(FactBase @base) => FactDate.Day(Days(@base).First);

    /// <summary>The days from the first event to the last; the month of that day when there is only one.</summary>
    public static FactDate Span(FactBase @base)
    {
        var (first, last) = Days(@base);
        return first < last ? FactDate.Range(first, last) : FactDate.TryParse($"{first:yyyy-MM}", out var month) ? month : FactDate.Day(first);
    }

    private static (DateOnly First, DateOnly Last) Days(FactBase @base)
    {
        var days = @base.Events.Where(e => e.Date.Precision == DatePrecision.Day).Select(e => e.Date.First).DefaultIfEmpty(@base.AsOf).ToList();
        return (days.Min(), days.Max());
    }
}
