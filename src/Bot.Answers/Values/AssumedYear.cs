using Bot.Facts.Model;

namespace Bot.Answers.Values;

/// <summary>The year that is meant where a date has none: the latest in which something happened then.</summary>
internal sealed class AssumedYear
{
    private readonly DateOnly _asOf = DateOnly.MaxValue;
    private readonly DateOnly[] _days = [];
    private readonly int[] _years = [];

    private AssumedYear(int year) => Latest = year;

    /// <summary>Collects the days of a base.</summary>
    public AssumedYear(FactBase @base)
        : this(@base, @base.Facts.Select(f => f.Date))
    {
    }

    /// <summary>Collects days, for a question about something that happened on them.</summary>
    /// <param name="base">The base.</param>
    /// <param name="dates">The dates.</param>
    public AssumedYear(FactBase @base, IEnumerable<FactDate> dates)
    {
        // A chapter without an end has no last year.
        (Latest, _asOf) = (Math.Min(@base.Chapters[^1].Span.Last.Year, @base.AsOf.Year), @base.AsOf);
        _days = [.. dates.Where(d => d.Precision is DatePrecision.Day or DatePrecision.Range).SelectMany(d => new[] { d.First, d.Last }).Distinct().Order()];
        _years = [.. _days.Select(d => d.Year).Distinct().OrderDescending()];
    }

    /// <summary>The last year of the base.</summary>
    public int Latest { get; }

    /// <summary>Always the same year.</summary>
    public static implicit operator AssumedYear(int year) => new(year);

    /// <summary>The year of a date. Where nothing happened then, it is the base's last year, or the one before for what would lie in the future.</summary>
    /// <param name="inYear">The date in a year; null where the year lacks it.</param>
    public int Of(Func<int, FactDate?> inYear)
    {
        foreach (var year in _years)
        {
            if (inYear(year) is { } date && HasFacts(date))
            {
                return year;
            }
        }

        return _years.Length > 0 && inYear(Latest) is { } last && last.First > _asOf ? Latest - 1 : Latest;
    }

    /// <summary>Whether something began or ended on a day of a date.</summary>
    public bool HasFacts(FactDate date)
    {
        var at = Array.BinarySearch(_days, date.First);
        at = at < 0 ? ~at : at;
        return at < _days.Length && _days[at] <= date.Last;
    }
}
