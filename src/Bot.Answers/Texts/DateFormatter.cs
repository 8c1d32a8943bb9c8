using Bot.Facts.Model;

namespace Bot.Answers.Texts;

/// <summary>Formats dates in each language.</summary>
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

    /// <summary>A date in the format of the language.</summary>
    public static string Write(FactDate when, Language language) => language switch
    {
        Language.English => Alphabetic(when, s_english),
        Language.Russian => Alphabetic(when, s_russian),
        Language.Ukrainian => Alphabetic(when, s_ukrainian),
        _ => Chinese(when),
    };

    private static string Alphabetic(FactDate when, DateStyle style) => when.Precision switch
    {
        DatePrecision.Month => $"{style.Months[when.First.Month - 1]} {when.First.Year}{style.Year}",
        DatePrecision.Year => $"{when.First.Year}{style.YearAlone}",
        DatePrecision.Before => style.Before + style.Day(when.Last.AddDays(1)),
        DatePrecision.From => style.From + style.Day(when.First),
        DatePrecision.Range when when.First.Year != when.Last.Year => $"{style.Day(when.First)} – {style.Day(when.Last)}",
        DatePrecision.Range when when.First.Month != when.Last.Month => $"{style.DayOfMonth(when.First)} – {style.Day(when.Last)}",
        DatePrecision.Range => $"{when.First.Day}–{style.Day(when.Last)}",
        _ => style.Day(when.First),
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

    /// <summary>The date format of an alphabetic language.</summary>
    /// <param name="Months">The names of the months on their own.</param>
    /// <param name="OfMonths">The names of the months after a day.</param>
    /// <param name="Year">The text after a year that follows a day or month.</param>
    /// <param name="YearAlone">The text after a year on its own.</param>
    /// <param name="Before">The text before an end day.</param>
    /// <param name="From">The text before a start day.</param>
    private sealed record DateStyle(string[] Months, string[] OfMonths, string Year, string YearAlone, string Before, string From)
    {
        public string DayOfMonth(DateOnly d) => $"{d.Day} {OfMonths[d.Month - 1]}";

        public string Day(DateOnly d) => $"{DayOfMonth(d)} {d.Year}{Year}";
    }
}
