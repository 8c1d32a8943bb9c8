using Bot.Answers.Values;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Values;

/// <summary>What a date means in a command and in a sentence, and in which language.</summary>
public sealed class DateContextTests
{
    private const int Year = 2025;

    [Theory]
    [InlineData("12.02.24", "2024-02-12")]
    [InlineData("12 Feb 24", "2024-02-12")]
    [InlineData("Feb 12 '24", "2024-02-12")]
    [InlineData("Feb '24", "2024-02")]
    [InlineData("12 лютого 24 р.", "2024-02-12")]
    [InlineData("113年2月12日", "2024-02-12")]
    [InlineData("民國113年2月12日", "2024-02-12")]
    [InlineData("12 Feb 1989", "1989-02-12")]
    [InlineData("12-Feb-2025", "2025-02-12")]
    [InlineData("12/Feb/2025", "2025-02-12")]
    [InlineData("12. Feb 2025", "2025-02-12")]
    [InlineData("Feb-12", "2025-02-12")]
    [InlineData("12-те лютого", "2025-02-12")]
    [InlineData("12-ое февраля", "2025-02-12")]
    [InlineData("двенадцатое февраля", "2025-02-12")]
    [InlineData("двадцать второго февраля", "2025-02-22")]
    [InlineData("тридцять першого березня", "2025-03-31")]
    [InlineData("the twenty-first of February", "2025-02-21")]
    [InlineData("February twelfth", "2025-02-12")]
    [InlineData("二月十二", "2025-02-12")]
    [InlineData("二月廿八日", "2025-02-28")]
    [InlineData("２０２５／０２／１２", "2025-02-12")]
    [InlineData("20250212", "2025-02-12")]
    [InlineData("12.2", "2025-02-12")]
    [InlineData("2025 Feb 12", "2025-02-12")]
    [InlineData("2/2025", "2025-02")]
    [InlineData("12.02.2025 10:30", "2025-02-12")]
    [InlineData("2月12日10時", "2025-02-12")]
    [InlineData("G7 12 Feb", "2025-02-12")]
    [InlineData("2月12日～18日", "2025-02-12 to 2025-02-18")]
    [InlineData("2月12日與18日", "2025-02-12 to 2025-02-18")]
    [InlineData("12 Feb through 18 Feb", "2025-02-12 to 2025-02-18")]
    [InlineData("12 − 18 Feb", "2025-02-12 to 2025-02-18")]
    [InlineData("12..18 Feb", "2025-02-12 to 2025-02-18")]
    [InlineData("12th-18th Feb", "2025-02-12 to 2025-02-18")]
    [InlineData("с 12-го по 18-е февраля", "2025-02-12 to 2025-02-18")]
    [InlineData("31 Dec - 20 Jan", "2024-12-31 to 2025-01-20")]
    [InlineData("31 Dec 2025 - 20 Jan", "2025-12-31 to 2026-01-20")]
    [InlineData("2025-01-01 2025-12-31", "2025-01-01 to 2025-12-31")]
    [InlineData("2025-02-12/2025-02-18", "2025-02-12 to 2025-02-18")]
    [InlineData("12, 13 and 14 Feb", "2025-02-12 to 2025-02-14")]
    [InlineData("12/13 Feb", "2025-02-12 to 2025-02-13")]
    [InlineData("1 Jan 1900 - 31 Dec 9999", "1900-01-01 to 9999-12-31")]
    [InlineData("2022-2025", "2022-01-01 to 2025-12-31")]
    [InlineData("Feb - Apr 2025", "2025-02-01 to 2025-04-30")]
    [InlineData("2至4月", "2025-02-01 to 2025-04-30")]
    [InlineData("the 1990s", "1990-01-01 to 1999-12-31")]
    [InlineData("90-е годы", "1990-01-01 to 1999-12-31")]
    [InlineData("2020年代", "2020-01-01 to 2029-12-31")]
    [InlineData("until 15 Feb", "before 2025-02-16")]
    [InlineData("by 15 Feb", "before 2025-02-16")]
    [InlineData("up to 15 Feb", "before 2025-02-16")]
    [InlineData("prior to 15 Feb", "before 2025-02-15")]
    [InlineData("по 15 февраля", "before 2025-02-16")]
    [InlineData("截至2月15日", "before 2025-02-16")]
    [InlineData("2月12日以來", "from 2025-02-12")]
    [InlineData("12 Feb onwards", "from 2025-02-12")]
    [InlineData("начиная с 12 февраля", "from 2025-02-12")]
    public void A_command_reads_a_date_as_people_write_it(string text, string when)
    {
        Assert.Equal(when, InCommand(text, Locale.English));
    }

    [Theory]
    [InlineData("2/12", "2025-12-02", "2025-02-12", "2025-12-02")]
    [InlineData("２／１２", "2025-12-02", "2025-02-12", "2025-12-02")]
    [InlineData("2-12", "2025-12-02", "2025-02-12", "2025-12-02")]
    [InlineData("2.12", "2025-12-02", "2025-02-12", "2025-12-02")]
    [InlineData("02/12/2025", "2025-12-02", "2025-02-12", "2025-12-02")]
    [InlineData("12/02/2025", "2025-02-12", "2025-12-02", "2025-02-12")]
    [InlineData("02/18/2025", "2025-02-18", "2025-02-18", "2025-02-18")]
    [InlineData("18/2", "2025-02-18", "2025-02-18", "2025-02-18")]
    [InlineData("2/12 - 2/18", "2025-02-12 to 2025-02-18", "2025-02-12 to 2025-02-18", "2025-02-12 to 2025-02-18")]
    [InlineData("24/2/12", "2012-02-24", "2024-02-12", "2012-02-24")]
    [InlineData("114/2/12", null, "2025-02-12", null)]
    public void The_order_of_day_and_month_is_that_of_the_readers_language(string text, string? english, string? chinese, string? russian)
    {
        Assert.Equal([english, chinese, russian], [InCommand(text, Locale.English), InCommand(text, Locale.TraditionalChinese), InCommand(text, Locale.Russian)]);
    }

    [Theory]
    [InlineData("What happened on 02/12/2025?", "2025-12-02")]
    [InlineData("02/12/2025發生了什麼？", "2025-02-12")]
    [InlineData("Что было 02/12/2025?", "2025-12-02")]
    [InlineData("Що було 02.12.25?", "2025-12-02")]
    public void In_a_sentence_the_order_is_that_of_its_script(string text, string when)
    {
        Assert.Equal(when, Find(text));
    }

    [Theory]
    [InlineData("2/12", "2025-02-12")]
    [InlineData("12/2", "2025-02-12")]
    [InlineData("02/18/2025", "2025-02-18")]
    [InlineData("2/12/25", "2025-02-12")]
    public void In_English_the_order_is_meant_that_gives_a_day_with_facts(string text, string when)
    {
        Assert.Equal(when, DateParser.Find(text, DateContext.OfCommand(new AssumedYear(SampleBase.Facts), Locale.English))?.Date.ToString());
    }

    [Theory]
    [InlineData("30 Feb", "Unreadable")]
    [InlineData("2025-13-01", "Unreadable")]
    [InlineData("12 Feb 5", "Unreadable")]
    [InlineData("12 Feb -", "Unreadable")]
    [InlineData("12 Feb, 5", "Unreadable")]
    [InlineData("12 Feb NATO 18 Feb", "Unreadable")]
    [InlineData("12.2 NATO", "Unreadable")]
    [InlineData("12.02.2025.7", "Unreadable")]
    [InlineData("94年2月12日", "Unreadable")]
    [InlineData("$12 Feb", "Unreadable")]
    [InlineData("18-12 Feb", "Backwards")]
    [InlineData("18 Feb 2025 - 12 Feb 2025", "Backwards")]
    [InlineData("20 Mar - 12 Feb", "Backwards")]
    public void A_command_says_why_a_date_is_not_read(string text, string reason)
    {
        Assert.Null(DateParser.Read(text, DateContext.OfCommand(Year, Locale.English), out var error));
        Assert.Equal(reason, $"{error}");
    }

    [Theory]
    [InlineData("24/7")]
    [InlineData("they work 24/7")]
    [InlineData("2/3 of the votes")]
    [InlineData("after 9/11")]
    [InlineData("at 12.30")]
    [InlineData("at 12.10")]
    [InlineData("Article 5.12")]
    [InlineData("4.5 hours")]
    [InlineData("Trump 2.0")]
    [InlineData("в 12.10")]
    [InlineData("F-16")]
    [InlineData("COVID-19 May")]
    [InlineData("12 Feb 5 ministers")]
    [InlineData("12 Feb 24 ministers")]
    [InlineData("2月12名代表")]
    public void What_may_be_another_number_is_no_date_in_a_sentence(string text)
    {
        Assert.Null(Find(text));
    }

    private static string? InCommand(string text, Locale locale) => DateParser.Find(text, DateContext.OfCommand(Year, locale))?.Date.ToString();

    private static string? Find(string text) => DateParser.Find(text, Year)?.Date.ToString();
}
