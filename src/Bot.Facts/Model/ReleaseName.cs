using System.Globalization;

namespace Bot.Facts.Model;

/// <summary>The name of a release: <c>2026-11-29</c>, and <c>2026-11-29-2</c> for the second of a day.</summary>
/// <param name="Day">The day of the release, in UTC.</param>
/// <param name="Number">Its number on that day, from 1.</param>
public sealed record ReleaseName(DateOnly Day, int Number) : IComparable<ReleaseName>
{
    private const string DayFormat = "yyyy-MM-dd";
    private const int DayLength = 10;

    /// <summary>Parses what <see cref="ToString"/> writes; null for anything else.</summary>
    public static ReleaseName? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length < DayLength || !FactDate.TryParseDay(text[..DayLength], out var day))
        {
            return null;
        }

        if (text.Length == DayLength)
        {
            return new ReleaseName(day, 1);
        }

        return text[DayLength] == '-' && text.Length > DayLength + 1 && text[DayLength + 1] != '0'
            && int.TryParse(text.AsSpan(DayLength + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1
            ? new ReleaseName(day, number)
            : null;
    }

    /// <summary>Orders by time. The names of files do not: <c>2026-11-29-2.yaml</c> sorts before <c>2026-11-29.yaml</c>.</summary>
    public int CompareTo(ReleaseName? other)
    {
        var byDay = other is null ? 1 : Day.CompareTo(other.Day);
        return byDay != 0 ? byDay : Number.CompareTo(other!.Number);
    }

    /// <summary>The order of <see cref="CompareTo"/>.</summary>
    public static bool operator <(ReleaseName left, ReleaseName right) => Comparer<ReleaseName>.Default.Compare(left, right) < 0;

    /// <summary>The order of <see cref="CompareTo"/>.</summary>
    public static bool operator >(ReleaseName left, ReleaseName right) => Comparer<ReleaseName>.Default.Compare(left, right) > 0;

    /// <summary>The order of <see cref="CompareTo"/>.</summary>
    public static bool operator <=(ReleaseName left, ReleaseName right) => Comparer<ReleaseName>.Default.Compare(left, right) <= 0;

    /// <summary>The order of <see cref="CompareTo"/>.</summary>
    public static bool operator >=(ReleaseName left, ReleaseName right) => Comparer<ReleaseName>.Default.Compare(left, right) >= 0;

    /// <summary>The name of its file without the extension.</summary>
    public override string ToString()
    {
        var day = Day.ToString(DayFormat, CultureInfo.InvariantCulture);
        return Number == 1 ? day : string.Create(CultureInfo.InvariantCulture, $"{day}-{Number}");
    }
}
