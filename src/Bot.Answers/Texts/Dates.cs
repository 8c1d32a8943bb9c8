using Bot.Facts.Model;

namespace Bot.Answers.Texts;

/// <summary>Writes dates as each language does.</summary>
internal static class Dates
{
    private static readonly string[] s_english =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] s_russian =
        ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];

    private static readonly string[] s_russianOf =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    private static readonly string[] s_ukrainian =
        ["січень", "лютий", "березень", "квітень", "травень", "червень", "липень", "серпень", "вересень", "жовтень", "листопад", "грудень"];

    private static readonly string[] s_ukrainianOf =
        ["січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"];

    /// <summary>A date as a reader of the language writes it.</summary>
    public static string Write(When when, Language language) => language switch
    {
        Language.English => when.Precision switch
        {
            Precision.Month => $"{s_english[when.First.Month - 1]} {when.First.Year}",
            Precision.Year => $"{when.First.Year}",
            Precision.Before => "before " + English(when.Last.AddDays(1)),
            Precision.From => "from " + English(when.First),
            Precision.Range => Range(when, English, d => $"{d.Day} {s_english[d.Month - 1]}", d => $"{d.Day}"),
            _ => English(when.First),
        },
        Language.Russian => when.Precision switch
        {
            Precision.Month => $"{s_russian[when.First.Month - 1]} {when.First.Year} года",
            Precision.Year => $"{when.First.Year} год",
            Precision.Before => "до " + Russian(when.Last.AddDays(1)),
            Precision.From => "с " + Russian(when.First),
            Precision.Range => Range(when, Russian, d => $"{d.Day} {s_russianOf[d.Month - 1]}", d => $"{d.Day}"),
            _ => Russian(when.First),
        },
        Language.Ukrainian => when.Precision switch
        {
            Precision.Month => $"{s_ukrainian[when.First.Month - 1]} {when.First.Year} року",
            Precision.Year => $"{when.First.Year} рік",
            Precision.Before => "до " + Ukrainian(when.Last.AddDays(1)),
            Precision.From => "з " + Ukrainian(when.First),
            Precision.Range => Range(when, Ukrainian, d => $"{d.Day} {s_ukrainianOf[d.Month - 1]}", d => $"{d.Day}"),
            _ => Ukrainian(when.First),
        },
        _ => when.Precision switch
        {
            Precision.Month => $"{when.First.Year}年{when.First.Month}月",
            Precision.Year => $"{when.First.Year}年",
            Precision.Before => Chinese(when.Last.AddDays(1)) + "之前",
            Precision.From => Chinese(when.First) + "起",
            Precision.Range => ChineseRange(when),
            _ => Chinese(when.First),
        },
    };

    /// <summary>One day as a reader of the language writes it.</summary>
    public static string Write(DateOnly day, Language language) => Write(When.Day(day), language);

    private static string English(DateOnly d) => $"{d.Day} {s_english[d.Month - 1]} {d.Year}";

    private static string Russian(DateOnly d) => $"{d.Day} {s_russianOf[d.Month - 1]} {d.Year} года";

    private static string Ukrainian(DateOnly d) => $"{d.Day} {s_ukrainianOf[d.Month - 1]} {d.Year} року";

    private static string Chinese(DateOnly d) => $"{d.Year}年{d.Month}月{d.Day}日";

    // The first day leaves out what it shares with the last.
    private static string Range(When when, Func<DateOnly, string> whole, Func<DateOnly, string> noYear, Func<DateOnly, string> dayOnly) =>
        (when.First.Year == when.Last.Year, when.First.Month == when.Last.Month) switch
        {
            (true, true) => $"{dayOnly(when.First)}–{whole(when.Last)}",
            (true, false) => $"{noYear(when.First)} – {whole(when.Last)}",
            _ => $"{whole(when.First)} – {whole(when.Last)}",
        };

    private static string ChineseRange(When when) => (when.First.Year == when.Last.Year, when.First.Month == when.Last.Month) switch
    {
        (true, true) => $"{Chinese(when.First)}至{when.Last.Day}日",
        (true, false) => $"{Chinese(when.First)}至{when.Last.Month}月{when.Last.Day}日",
        _ => $"{Chinese(when.First)}至{Chinese(when.Last)}",
    };
}
