using Bot.Facts.Model;

namespace Bot.Answers.Texts;

/// <summary>Writes dates as each language does.</summary>
internal static class DateFormatter
{
    private static readonly DateStyle s_english = new(
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        Year: "", YearAlone: "", Before: "before ", From: "from ");

    private static readonly DateStyle s_russian = new(
        ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"],
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
        Year: " года", YearAlone: " год", Before: "до ", From: "с ");

    private static readonly DateStyle s_ukrainian = new(
        ["січень", "лютий", "березень", "квітень", "травень", "червень", "липень", "серпень", "вересень", "жовтень", "листопад", "грудень"],
        ["січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"],
        Year: " року", YearAlone: " рік", Before: "до ", From: "з ");

    /// <summary>A date as a reader of the language writes it.</summary>
    public static string Write(FactDate when, Language language) => language switch
    {
        Language.English => Alphabetic(when, s_english),
        Language.Russian => Alphabetic(when, s_russian),
        Language.Ukrainian => Alphabetic(when, s_ukrainian),
        _ => Chinese(when),
    };

    private static string Alphabetic(FactDate when, DateStyle manner) => when.Precision switch
    {
        DatePrecision.Month => $"{manner.Months[when.First.Month - 1]} {when.First.Year}{manner.Year}",
        DatePrecision.Year => $"{when.First.Year}{manner.YearAlone}",
        DatePrecision.Before => manner.Before + manner.Day(when.Last.AddDays(1)),
        DatePrecision.From => manner.From + manner.Day(when.First),
        DatePrecision.Range when when.First.Year != when.Last.Year => $"{manner.Day(when.First)} – {manner.Day(when.Last)}",
        DatePrecision.Range when when.First.Month != when.Last.Month => $"{manner.DayOfMonth(when.First)} – {manner.Day(when.Last)}",
        DatePrecision.Range => $"{when.First.Day}–{manner.Day(when.Last)}",
        _ => manner.Day(when.First),
    };

    private static string Chinese(FactDate when) => when.Precision switch
    {
        DatePrecision.Month => $"{when.First.Year}年{when.First.Month}月",
        DatePrecision.Year => $"{when.First.Year}年",
        DatePrecision.Before => Chinese(when.Last.AddDays(1)) + "之前",
        DatePrecision.From => Chinese(when.First) + "起",
        DatePrecision.Range when when.First.Year != when.Last.Year => $"{Chinese(when.First)}至{Chinese(when.Last)}",
        DatePrecision.Range when when.First.Month != when.Last.Month => $"{Chinese(when.First)}至{when.Last.Month}月{when.Last.Day}日",
        DatePrecision.Range => $"{Chinese(when.First)}至{when.Last.Day}日",
        _ => Chinese(when.First),
    };

    private static string Chinese(DateOnly d) => $"{d.Year}年{d.Month}月{d.Day}日";

    /// <summary>How an alphabetic language writes dates.</summary>
    /// <param name="Months">The months' names standing alone.</param>
    /// <param name="OfMonths">The months' names behind a day.</param>
    /// <param name="Year">What follows the year behind a day or month.</param>
    /// <param name="YearAlone">What follows the year standing alone.</param>
    /// <param name="Before">What stands before a day that is an end.</param>
    /// <param name="From">What stands before a day that is a start.</param>
    private sealed record DateStyle(string[] Months, string[] OfMonths, string Year, string YearAlone, string Before, string From)
    {
        public string DayOfMonth(DateOnly d) => $"{d.Day} {OfMonths[d.Month - 1]}";

        public string Day(DateOnly d) => $"{DayOfMonth(d)} {d.Year}{Year}";
    }
}
