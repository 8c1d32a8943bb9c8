namespace Bot.Answers.Tests.Understanding;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("How long did the talks last?", "ru", "en")]
    [InlineData("會談持續多久", "en", "zh-Hant")]
    [InlineData("會談持續多久", "zh-TW", "zh-TW")]
    [InlineData("會談持續多久", "zh-HK", "zh-HK")]
    [InlineData("会谈持续多久", "zh-TW", "zh-Hans")]
    [InlineData("普京是什么人", "en", "zh-Hans")]
    [InlineData("北京在哪里", "en", "zh-Hans")]
    [InlineData("普京", "en", "zh-Hans")]
    [InlineData("普京", "zh-TW", "zh-TW")]
    [InlineData("NATO 對 Trump 說什麼", "en", "zh-Hant")]
    [InlineData("Сколько длились переговоры?", "uk", "ru")]
    [InlineData("Этот съезд", "uk", "ru")]
    [InlineData("Скільки тривали переговори?", "ru", "uk")]
    [InlineData("що сказав Лавров", "ru", "uk")]
    [InlineData("что сказал Лавров", "uk", "ru")]
    [InlineData("Лавров", "en", "ru")]
    [InlineData("Лавров", "uk", "uk")]
    [InlineData("Лавров at NATO summit talks", "ru", "en")]
    [InlineData("2025-02-12", "uk", "uk")]
    [InlineData("🙂", "zh-HK", "zh-HK")]
    [InlineData("", "de-DE", "en")]
    public void The_script_tells_the_language_and_the_reader_decides_where_it_does_not(string text, string preferred, string guess)
    {
        Assert.Equal(guess, Answerer.DetectLanguage(text, preferred));
    }
}
