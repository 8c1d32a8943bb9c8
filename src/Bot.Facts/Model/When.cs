using System.Globalization;

namespace Bot.Facts.Model;

/// <summary>How exactly a date is known.</summary>
public enum Precision
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
/// <param name="Precision">How exactly it is known.</param>
/// <param name="First">The first day that it may mean; <see cref="DateOnly.MinValue"/> for <see cref="Precision.Before"/>.</param>
/// <param name="Last">The last day that it may mean; <see cref="DateOnly.MaxValue"/> for <see cref="Precision.From"/>.</param>
public readonly record struct When(Precision Precision, DateOnly First, DateOnly Last) : IComparable<When>
{
    private const string RangeWord = " to ";
    private const string BeforeWord = "before ";
    private const string FromWord = "from ";

    /// <summary>One day.</summary>
    public static When Day(DateOnly day) => new(Precision.Day, day, day);

    /// <summary>From one day to another, both included; one day when they are the same.</summary>
    public static When Range(DateOnly first, DateOnly last) =>
        first == last ? Day(first) : new(Precision.Range, first, last);

    /// <summary>A whole month.</summary>
    public static When Month(int year, int month) =>
        new(Precision.Month, new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>A whole year.</summary>
    public static When Year(int year) => new(Precision.Year, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>The day by which it is put in order: the first, or for <see cref="Precision.Before"/> the one before the named day.</summary>
    public DateOnly Anchor => Precision == Precision.Before ? Last : First;

    /// <summary>Whether it may mean a day of the other.</summary>
    public bool Overlaps(When other) => First <= other.Last && other.First <= Last;

    /// <summary>Orders by <see cref="Anchor"/>; open and longer spans come before the days in them.</summary>
    public int CompareTo(When other)
    {
        var byAnchor = Anchor.CompareTo(other.Anchor);
        return byAnchor != 0 ? byAnchor : -Last.CompareTo(other.Last);
    }

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator <(When left, When right) => left.CompareTo(right) < 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator >(When left, When right) => left.CompareTo(right) > 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator <=(When left, When right) => left.CompareTo(right) <= 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator >=(When left, When right) => left.CompareTo(right) >= 0;

    /// <summary>
    /// Reads the form that the base's files use: <c>2025-02-12</c>, <c>2025-02</c>, <c>2022</c>,
    /// <c>2025-02-17 to 2025-02-18</c>, <c>before 2025-02-12</c>, <c>from 2025-01-20</c>.
    /// False for another form, a day that the calendar lacks, or a range that ends before it begins.
    /// </summary>
    public static bool TryParse(string text, out When when)
    {
        when = default;
        if (text.StartsWith(BeforeWord, StringComparison.Ordinal))
        {
            if (!TryDay(text[BeforeWord.Length..], out var end) || end == DateOnly.MinValue)
            {
                return false;
            }

            when = new(Precision.Before, DateOnly.MinValue, end.AddDays(-1));
            return true;
        }

        if (text.StartsWith(FromWord, StringComparison.Ordinal))
        {
            if (!TryDay(text[FromWord.Length..], out var start))
            {
                return false;
            }

            when = new(Precision.From, start, DateOnly.MaxValue);
            return true;
        }

        var range = text.IndexOf(RangeWord, StringComparison.Ordinal);
        if (range >= 0)
        {
            if (!TryDay(text[..range], out var first) || !TryDay(text[(range + RangeWord.Length)..], out var last) || last <= first)
            {
                return false;
            }

            when = Range(first, last);
            return true;
        }

        if (TryDay(text, out var day))
        {
            when = Day(day);
            return true;
        }

        if (text.Length == 7 && TryDay(text + "-01", out var month))
        {
            when = Month(month.Year, month.Month);
            return true;
        }

        if (text.Length == 4 && TryDay(text + "-01-01", out var year))
        {
            when = Year(year.Year);
            return true;
        }

        return false;
    }

    /// <summary>Reads one day, <c>yyyy-MM-dd</c>.</summary>
    public static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>The form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => Precision switch
    {
        Precision.Day => Iso(First),
        Precision.Range => Iso(First) + RangeWord + Iso(Last),
        Precision.Month => First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        Precision.Year => First.ToString("yyyy", CultureInfo.InvariantCulture),
        Precision.Before => BeforeWord + Iso(Last.AddDays(1)),
        Precision.From => FromWord + Iso(First),
        _ => throw new InvalidOperationException($"No such precision: {Precision}."),
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
