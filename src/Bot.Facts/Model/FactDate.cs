using System.Globalization;

namespace Bot.Facts.Model;

/// <summary>The precision of a date.</summary>
public enum DatePrecision
{
    /// <summary>One day.</summary>
    Day,

    /// <summary>From one day to another.</summary>
    Range,

    /// <summary>Some day of a month, or throughout it.</summary>
    Month,

    /// <summary>Some day of a year, or throughout it.</summary>
    Year,

    /// <summary>Before a day.</summary>
    Before,

    /// <summary>From a day on.</summary>
    From,
}

/// <summary>A date and its precision.</summary>
/// <param name="Precision">The precision.</param>
/// <param name="First">The first day that it may mean; <see cref="DateOnly.MinValue"/> for <see cref="DatePrecision.Before"/>.</param>
/// <param name="Last">The last day that it may mean; <see cref="DateOnly.MaxValue"/> for <see cref="DatePrecision.From"/>.</param>
public readonly record struct FactDate(DatePrecision Precision, DateOnly First, DateOnly Last) : IComparable<FactDate>
{
    private const string RangeSeparator = " to ";
    private const string BeforePrefix = "before ";
    private const string FromPrefix = "from ";

    /// <summary>One day.</summary>
    public static FactDate Day(DateOnly day) => new(DatePrecision.Day, day, day);

    /// <summary>From one day to another, both included; one day when they are the same.</summary>
    public static FactDate Range(DateOnly first, DateOnly last) =>
        first == last ? Day(first) : new(DatePrecision.Range, first, last);

    /// <summary>A whole month.</summary>
    public static FactDate Month(int year, int month) =>
        new(DatePrecision.Month, new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>A whole year.</summary>
    public static FactDate Year(int year) => new(DatePrecision.Year, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>The day that it is sorted by: the first day, or for <see cref="DatePrecision.Before"/> the day before the named day.</summary>
    public DateOnly SortDay => Precision == DatePrecision.Before ? Last : First;

    /// <summary>Whether the two dates may mean the same day.</summary>
    public bool Overlaps(FactDate other) => First <= other.Last && other.First <= Last;

    /// <summary>Orders by <see cref="SortDay"/>; of the dates that begin on a day, the shorter come first.</summary>
    public int CompareTo(FactDate other)
    {
        var bySortDay = SortDay.CompareTo(other.SortDay);
        return bySortDay != 0 ? bySortDay : Last.CompareTo(other.Last);
    }

    /// <summary>The order of <see cref="CompareTo"/>.</summary>
    public static bool operator <(FactDate left, FactDate right) => left.CompareTo(right) < 0;

    /// <summary>The order of <see cref="CompareTo"/>.</summary>
    public static bool operator >(FactDate left, FactDate right) => left.CompareTo(right) > 0;

    /// <summary>The order of <see cref="CompareTo"/>.</summary>
    public static bool operator <=(FactDate left, FactDate right) => left.CompareTo(right) <= 0;

    /// <summary>The order of <see cref="CompareTo"/>.</summary>
    public static bool operator >=(FactDate left, FactDate right) => left.CompareTo(right) >= 0;

    /// <summary>
    /// Parses the form that the base's files use: <c>2025-02-12</c>, <c>2025-02</c>, <c>2022</c>,
    /// <c>2025-02-17 to 2025-02-18</c>, <c>before 2025-02-12</c>, <c>from 2025-01-20</c>.
    /// False for another form, a day that the calendar lacks, or a range that ends before it begins.
    /// </summary>
    public static bool TryParse(string text, out FactDate when)
    {
        when = default;
        if (text.StartsWith(BeforePrefix, StringComparison.Ordinal))
        {
            if (!TryParseDay(text[BeforePrefix.Length..], out var end) || end == DateOnly.MinValue)
            {
                return false;
            }

            when = new(DatePrecision.Before, DateOnly.MinValue, end.AddDays(-1));
            return true;
        }

        if (text.StartsWith(FromPrefix, StringComparison.Ordinal))
        {
            if (!TryParseDay(text[FromPrefix.Length..], out var start))
            {
                return false;
            }

            when = new(DatePrecision.From, start, DateOnly.MaxValue);
            return true;
        }

        var range = text.IndexOf(RangeSeparator, StringComparison.Ordinal);
        if (range >= 0)
        {
            if (!TryParseDay(text[..range], out var first) || !TryParseDay(text[(range + RangeSeparator.Length)..], out var last) || last <= first)
            {
                return false;
            }

            when = Range(first, last);
            return true;
        }

        if (TryParseDay(text, out var day))
        {
            when = Day(day);
            return true;
        }

        if (text.Length == 7 && TryParseDay(text + "-01", out var month))
        {
            when = Month(month.Year, month.Month);
            return true;
        }

        if (text.Length == 4 && TryParseDay(text + "-01-01", out var year))
        {
            when = Year(year.Year);
            return true;
        }

        return false;
    }

    /// <summary>Parses one day, <c>yyyy-MM-dd</c>.</summary>
    public static bool TryParseDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>The form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => Precision switch
    {
        DatePrecision.Day => Iso(First),
        DatePrecision.Range => Iso(First) + RangeSeparator + Iso(Last),
        DatePrecision.Month => First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DatePrecision.Year => First.ToString("yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Before => BeforePrefix + Iso(Last.AddDays(1)),
        DatePrecision.From => FromPrefix + Iso(First),
        _ => throw new InvalidOperationException($"Unknown precision: {Precision}."),
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
