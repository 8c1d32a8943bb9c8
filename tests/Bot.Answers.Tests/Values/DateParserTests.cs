using Bot.Answers.Texts;
using Bot.Answers.Values;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Values;

public sealed class DateParserTests
{
    private const int Year = 2025;

    [Theory]
    [InlineData("12 Feb", "2025-02-12")]
    [InlineData("12 feb", "2025-02-12")]
    [InlineData("12 February", "2025-02-12")]
    [InlineData("12 February 2025", "2025-02-12")]
    [InlineData("12th February", "2025-02-12")]
    [InlineData("the 12th of February", "2025-02-12")]
    [InlineData("February 12", "2025-02-12")]
    [InlineData("February 12th, 2025", "2025-02-12")]
    [InlineData("Feb. 12, 2025", "2025-02-12")]
    [InlineData("12 Feb. 2025", "2025-02-12")]
    [InlineData("on 1st March", "2025-03-01")]
    [InlineData("May 8", "2025-05-08")]
    [InlineData("3 Sept 2024", "2024-09-03")]
    [InlineData("2025-02-12", "2025-02-12")]
    [InlineData("2025/2/12", "2025-02-12")]
    [InlineData("2025.02.12", "2025-02-12")]
    [InlineData("12.02.2025", "2025-02-12")]
    [InlineData("12/02/2025", "2025-02-12")]
    [InlineData("02/18/2025", "2025-02-18")]
    [InlineData("12.02", "2025-02-12")]
    [InlineData("18/2", "2025-02-18")]
    [InlineData("2月12日", "2025-02-12")]
    [InlineData("2月12号", "2025-02-12")]
    [InlineData("2月12號", "2025-02-12")]
    [InlineData("２月１２日", "2025-02-12")]
    [InlineData("2025年2月12日", "2025-02-12")]
    [InlineData("2025 年 2 月 12 日", "2025-02-12")]
    [InlineData("二月十二日", "2025-02-12")]
    [InlineData("十一月二十號", "2025-11-20")]
    [InlineData("12 февраля", "2025-02-12")]
    [InlineData("12 Февраля 2025 года", "2025-02-12")]
    [InlineData("12 февраля 2025 г.", "2025-02-12")]
    [InlineData("12-го февраля", "2025-02-12")]
    [InlineData("12 фев", "2025-02-12")]
    [InlineData("12 февр. 2025", "2025-02-12")]
    [InlineData("9 мая", "2025-05-09")]
    [InlineData("12 лютого", "2025-02-12")]
    [InlineData("12 лютого 2025 року", "2025-02-12")]
    [InlineData("12 лют. 2025 р.", "2025-02-12")]
    [InlineData("24 серпня", "2025-08-24")]
    public void A_day_is_read_as_people_write_it(string text, string when)
    {
        Assert.Equal(when, Find(text));
    }

    [Theory]
    [InlineData("17-18 Feb", "2025-02-17 to 2025-02-18")]
    [InlineData("17–18 February 2025", "2025-02-17 to 2025-02-18")]
    [InlineData("February 17-18", "2025-02-17 to 2025-02-18")]
    [InlineData("February 17–18, 2025", "2025-02-17 to 2025-02-18")]
    [InlineData("12 to 18 February", "2025-02-12 to 2025-02-18")]
    [InlineData("from 12 to 18 February", "2025-02-12 to 2025-02-18")]
    [InlineData("between 12 and 18 February", "2025-02-12 to 2025-02-18")]
    [InlineData("28 Feb - 2 Mar", "2025-02-28 to 2025-03-02")]
    [InlineData("28 Dec 2024 – 3 Jan 2025", "2024-12-28 to 2025-01-03")]
    [InlineData("2025-02-17 to 2025-02-18", "2025-02-17 to 2025-02-18")]
    [InlineData("17.02-18.02", "2025-02-17 to 2025-02-18")]
    [InlineData("2月17日至18日", "2025-02-17 to 2025-02-18")]
    [InlineData("2月17-18日", "2025-02-17 to 2025-02-18")]
    [InlineData("2月17日到2月18日", "2025-02-17 to 2025-02-18")]
    [InlineData("2025年2月17日至3月2日", "2025-02-17 to 2025-03-02")]
    [InlineData("17-18 февраля", "2025-02-17 to 2025-02-18")]
    [InlineData("с 17 по 18 февраля 2025 года", "2025-02-17 to 2025-02-18")]
    [InlineData("17 и 18 февраля", "2025-02-17 to 2025-02-18")]
    [InlineData("17-18 лютого", "2025-02-17 to 2025-02-18")]
    [InlineData("з 17 до 18 лютого", "2025-02-17 to 2025-02-18")]
    [InlineData("від 17 лютого до 2 березня", "2025-02-17 to 2025-03-02")]
    public void A_span_is_read_with_what_its_ends_share(string text, string when)
    {
        Assert.Equal(when, Find(text));
    }

    [Theory]
    [InlineData("February", "2025-02")]
    [InlineData("Feb 2025", "2025-02")]
    [InlineData("in May", "2025-05")]
    [InlineData("may", "2025-05")]
    [InlineData("march 2024", "2024-03")]
    [InlineData("2025-02", "2025-02")]
    [InlineData("2月", "2025-02")]
    [InlineData("2024年11月", "2024-11")]
    [InlineData("в феврале", "2025-02")]
    [InlineData("май 2024 года", "2024-05")]
    [InlineData("у лютому 2025 року", "2025-02")]
    [InlineData("листопад", "2025-11")]
    [InlineData("2024", "2024")]
    [InlineData("2022年", "2022")]
    [InlineData("2022 год", "2022")]
    [InlineData("2022 рік", "2022")]
    public void A_month_or_a_year_is_read_whole(string text, string when)
    {
        Assert.Equal(when, Find(text));
    }

    [Theory]
    [InlineData("before 12 Feb", "before 2025-02-12")]
    [InlineData("до 12 февраля", "before 2025-02-12")]
    [InlineData("перед 12 лютого", "before 2025-02-12")]
    [InlineData("2月12日之前", "before 2025-02-12")]
    [InlineData("2月12日前", "before 2025-02-12")]
    [InlineData("after 12 Feb", "from 2025-02-12")]
    [InlineData("since February", "from 2025-02-01")]
    [InlineData("from 12 Feb", "from 2025-02-12")]
    [InlineData("после 12 февраля", "from 2025-02-12")]
    [InlineData("після 12 лютого", "from 2025-02-12")]
    [InlineData("2月12日之後", "from 2025-02-12")]
    [InlineData("2月12日起", "from 2025-02-12")]
    [InlineData("自2月12日", "from 2025-02-12")]
    public void An_open_span_is_read(string text, string when)
    {
        Assert.Equal(when, Find(text));
    }

    [Theory]
    [InlineData("30 Feb")]
    [InlineData("February 30, 2025")]
    [InlineData("31 April")]
    [InlineData("29.02.2025")]
    [InlineData("2025-02-29")]
    [InlineData("2月30日")]
    [InlineData("31 июня")]
    [InlineData("30 лютого")]
    [InlineData("99999999999999999999")]
    public void A_day_that_the_calendar_lacks_is_no_date(string text)
    {
        Assert.Null(Find(text));
    }

    [Fact]
    public void A_leap_day_is_a_date_in_a_leap_year_only()
    {
        Assert.Equal("2024-02-29", Find("29 Feb 2024"));
        Assert.Null(Find("29 Feb 2025"));
    }

    [Theory]
    [InlineData("what may happen")]
    [InlineData("May I ask who Lavrov is?")]
    [InlineData("who may march on Kyiv")]
    [InlineData("Trump 2.0")]
    [InlineData("G7")]
    [InlineData("Article 5")]
    [InlineData("S41")]
    [InlineData("did the talks last 4.5 hours")]
    [InlineData("will they decide on a sepsis of marching novices")]
    [InlineData("the 5 delegations and 3 ministers")]
    [InlineData("декрет Зеленского о переговорах")]
    [InlineData("декларация о мире")]
    [InlineData("Майдан")]
    [InlineData("Мартин и Юлия")]
    [InlineData("жовто-блакитний стяг")]
    [InlineData("я маю питання про кордони")]
    [InlineData("трава і квіти, липка земля")]
    [InlineData("三個階段是什麼")]
    [InlineData("七國集團")]
    [InlineData("一日千里的十二個代表團")]
    [InlineData("")]
    [InlineData("------")]
    public void Ordinary_words_are_no_dates(string text)
    {
        Assert.Null(DateParser.Find(text, Year));
    }

    [Theory]
    [InlineData("12 Feb NATO", "NATO")]
    [InlineData("NATO on 12 Feb", "NATO")]
    [InlineData("Trump from 12 to 18 February, NATO", "Trump  , NATO")]
    [InlineData("2月12日之前的北約", "的北約")]
    [InlineData("Лавров 18 февраля 2025 года", "Лавров")]
    [InlineData("Лавров у лютому 2025 року", "Лавров")]
    public void What_is_no_date_is_left(string text, string rest)
    {
        Assert.Equal(rest, DateParser.Find(text, Year)!.Rest);
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void What_an_answer_writes_is_read_back(string text, string when)
    {
        Assert.Equal(when, Find(text));
    }

    public static TheoryData<string, string> Written()
    {
        string[] dates = ["2025-02-12", "2024-12-31", "2025-02-17 to 2025-02-18", "2025-02-28 to 2025-03-02", "2024-12-28 to 2025-01-03", "2025-02", "2022", "before 2025-02-12", "from 2025-01-20"];
        var written = new TheoryData<string, string>();
        foreach (var date in dates)
        {
            foreach (var language in Languages.All)
            {
                Assert.True(FactDate.TryParse(date, out var when));
                written.Add(DateFormatter.Write(when, language), date);
            }
        }

        return written;
    }

    private static string? Find(string text) => DateParser.Find(text, Year)?.Date.ToString();
}
