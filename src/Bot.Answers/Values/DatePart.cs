using Bot.Facts.Model;

namespace Bot.Answers.Values;

/// <summary>A date whose parts may be missing.</summary>
/// <param name="Year">The year; null when it is missing.</param>
/// <param name="Month">The month, from 1 to 12; null when it is missing.</param>
/// <param name="Day">The day, from 1 to 31, which the month need not have; null when it is missing.</param>
/// <param name="End">The first token after it.</param>
internal sealed record DatePart(int? Year, int? Month, int? Day, int End)
{
    /// <summary>Whether its year, month or day would be another in another order of numbers.</summary>
    public bool DependsOnOrder { get; init; }

    /// <summary>The date; null when the calendar lacks it.</summary>
    /// <param name="year">The year, where none is written.</param>
    public FactDate? In(int year) => (Month, Day) switch
    {
        _ when (Year ?? year) is < 1 or > 9999 => null,
        (null, _) => FactDate.Year(Year ?? year),
        ({ } month, null) => FactDate.Month(Year ?? year, month),
        ({ } month, { } day) when day <= DateTime.DaysInMonth(Year ?? year, month) => FactDate.Day(new DateOnly(Year ?? year, month, day)),
        _ => null,
    };
}
