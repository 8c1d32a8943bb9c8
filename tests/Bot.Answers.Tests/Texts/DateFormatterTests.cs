using Bot.Answers.Texts;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Texts;

public sealed class DateFormatterTests
{
    [Theory]
    [InlineData("2025-02-12", "12 February 2025", "2025年2月12日", "12 февраля 2025 года", "12 лютого 2025 року")]
    [InlineData("2025-02-17 to 2025-02-18", "17–18 February 2025", "2025年2月17日至18日", "17–18 февраля 2025 года", "17–18 лютого 2025 року")]
    [InlineData("2025-02-28 to 2025-03-02", "28 February – 2 March 2025", "2025年2月28日至3月2日", "28 февраля – 2 марта 2025 года", "28 лютого – 2 березня 2025 року")]
    [InlineData("2024-12-28 to 2025-01-03", "28 December 2024 – 3 January 2025", "2024年12月28日至2025年1月3日", "28 декабря 2024 года – 3 января 2025 года", "28 грудня 2024 року – 3 січня 2025 року")]
    [InlineData("2025-05", "May 2025", "2025年5月", "май 2025 года", "травень 2025 року")]
    [InlineData("2022", "2022", "2022年", "2022 год", "2022 рік")]
    [InlineData("before 2025-02-12", "before 12 February 2025", "2025年2月12日之前", "до 12 февраля 2025 года", "до 12 лютого 2025 року")]
    [InlineData("from 2025-01-20", "from 20 January 2025", "2025年1月20日起", "с 20 января 2025 года", "з 20 січня 2025 року")]
    public void A_date_is_written_as_each_language_does(string date, string english, string chinese, string russian, string ukrainian)
    {
        Assert.True(FactDate.TryParse(date, out var when));

        Assert.Equal(english, DateFormatter.Write(when, Language.English));
        Assert.Equal(chinese, DateFormatter.Write(when, Language.TraditionalChinese));
        Assert.Equal(chinese, DateFormatter.Write(when, Language.SimplifiedChinese));
        Assert.Equal(russian, DateFormatter.Write(when, Language.Russian));
        Assert.Equal(ukrainian, DateFormatter.Write(when, Language.Ukrainian));
    }
}
