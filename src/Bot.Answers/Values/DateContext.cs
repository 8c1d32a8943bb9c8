using Bot.Facts.Model;

namespace Bot.Answers.Values;

/// <summary>Which of two numbers is the day.</summary>
internal enum DayOrder
{
    /// <summary>Whichever gives a day with facts; the first where both do or neither does.</summary>
    Either,

    /// <summary>The first.</summary>
    DayFirst,

    /// <summary>The second, and the year comes before both.</summary>
    MonthFirst,
}

/// <summary>What the meaning of a date depends on.</summary>
/// <param name="Year">The year assumed for a date without a year.</param>
/// <param name="Order">The order of the day and month.</param>
internal sealed record DateContext(AssumedYear Year, DayOrder Order = DayOrder.Either)
{
    /// <summary>Whether the text is meant to be a date and names, rather than a sentence: more is read as a date, and nothing that looks like one is ignored.</summary>
    public bool IsCommand { get; init; }

    /// <summary>For the words of a command.</summary>
    /// <param name="year">The year assumed for a date without a year.</param>
    /// <param name="locale">The reader's locale.</param>
    public static DateContext OfCommand(AssumedYear year, Locale locale) => new(year, OrderIn(locale.ToLanguage())) { IsCommand = true };

    /// <summary>For a sentence in no known language.</summary>
    public static implicit operator DateContext(AssumedYear year) => new(year);

    /// <summary>For a sentence in which a date without a year is always of one year.</summary>
    public static implicit operator DateContext(int year) => new(year);

    /// <summary>In a sentence, the order of the language whose script it is in.</summary>
    public DateContext InScriptOf(DateTokens tokens) => IsCommand || Order != DayOrder.Either ? this : tokens.HasHan ? this with { Order = DayOrder.MonthFirst } : tokens.HasCyrillic ? this with { Order = DayOrder.DayFirst } : this;

    private static DayOrder OrderIn(Language language) => language switch
    {
        Language.TraditionalChinese or Language.SimplifiedChinese => DayOrder.MonthFirst,
        Language.Russian or Language.Ukrainian => DayOrder.DayFirst,
        _ => DayOrder.Either,
    };
}
