using Bot.Facts.Model;

namespace Bot.Answers.Values;

/// <summary>The year that is meant where a date has none: the latest in which something happened on that day or in that month.</summary>
internal sealed class AssumedYear
{
    private readonly int _year;
    private readonly DateOnly _asOf = DateOnly.MaxValue;
    private readonly HashSet<DateOnly> _days = [];
    private readonly HashSet<(int Year, int Month)> _months = [];
    private readonly int[] _years = [];

    private AssumedYear(int year) => _year = year;

    /// <summary>Collects the days of a base.</summary>
    public AssumedYear(FactBase @base)
    {
        (_year, _asOf) = (@base.Chapters[^1].Span.Last.Year, @base.AsOf);
        foreach (var date in @base.Facts.Select(f => f.Date).Where(d => d.Precision is DatePrecision.Day or DatePrecision.Range))
        {
            _days.Add(date.First);
            _days.Add(date.Last);
        }

        _months.UnionWith(_days.Select(d => (d.Year, d.Month)));
        _years = [.. _days.Select(d => d.Year).Distinct().OrderDescending()];
    }

    /// <summary>Always the same year.</summary>
    public static implicit operator AssumedYear(int year) => new(year);

    /// <summary>The year of a month, or of a day in it. Where nothing happened then, it is the base's last year, or the one before for what would lie in the future.</summary>
    /// <param name="month">The month, from 1 to 12; null for none.</param>
    /// <param name="day">The day, from 1 to 31, which the month need not have; null for none.</param>
    public int Of(int? month, int? day)
    {
        if (month is not { } known || _years.Length == 0)
        {
            return _year;
        }

        foreach (var year in _years)
        {
            if (day is { } exact ? exact <= DateTime.DaysInMonth(year, known) && _days.Contains(new DateOnly(year, known, exact)) : _months.Contains((year, known)))
            {
                return year;
            }
        }

        return new DateOnly(_year, known, Math.Min(day ?? 1, DateTime.DaysInMonth(_year, known))) > _asOf ? _year - 1 : _year;
    }
}
