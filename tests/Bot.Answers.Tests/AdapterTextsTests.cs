using Bot.Answers.Texts;
using Bot.Facts.Model;

namespace Bot.Answers.Tests;

public sealed class AdapterTextsTests
{
    [Theory]
    [MemberData(nameof(LanguageData.Locales), MemberType = typeof(LanguageData))]
    public void What_platforms_limit_is_short_enough_and_not_empty(string locale)
    {
        var texts = AdapterTexts.In(locale);

        Assert.InRange(SampleBase.Answerer.Describe(locale).Full.Length, 1, 512);
        Assert.InRange(SampleBase.Answerer.Describe(locale).Short.Length, 1, 120);
        Assert.InRange(texts.ButtonOutdated.Length, 1, 200);
        Assert.InRange(texts.ButtonUnreadable.Length, 1, 200);
        Assert.InRange(SampleBase.Answerer.AskPrompt(locale).Length, 1, 200);
        Assert.InRange(texts.TooManyRequests(60).Length, 1, 200);
        Assert.InRange(texts.Help.Length, 1, 64);
        Assert.All(SampleBase.Answerer.ListCommands(locale), c => Assert.InRange(c.Help.Length, 1, 256));
    }

    [Theory]
    [InlineData("en", "Help", "Page 2 of 3")]
    [InlineData("zh-Hant", "說明", "第2頁，共3頁")]
    [InlineData("zh-Hans", "帮助", "第2页，共3页")]
    [InlineData("ru", "Справка", "Страница 2 из 3")]
    [InlineData("uk", "Довідка", "Сторінка 2 з 3")]
    public void Texts_are_in_the_readers_language(string language, string help, string page)
    {
        var texts = AdapterTexts.In(language);

        Assert.Equal(help, texts.Help);
        Assert.Equal(page, texts.PageOf(2, 3));
    }

    [Theory]
    [InlineData("en", 1, "A little slower, please: too many questions came within a minute. You can ask again in 1 second.")]
    [InlineData("en", 42, "A little slower, please: too many questions came within a minute. You can ask again in 42 seconds.")]
    [InlineData("zh-Hant", 42, "請慢一點：一分鐘內的提問太多了，請於42秒後再問。")]
    [InlineData("zh-Hans", 42, "请慢一点：一分钟内的提问太多了，请在42秒后再问。")]
    [InlineData("ru", 21, "Чуть помедленнее, пожалуйста: за минуту пришло слишком много вопросов. Следующий можно задать через 21 секунду.")]
    [InlineData("ru", 42, "Чуть помедленнее, пожалуйста: за минуту пришло слишком много вопросов. Следующий можно задать через 42 секунды.")]
    [InlineData("uk", 5, "Трохи повільніше, будь ласка: за хвилину надійшло забагато запитань. Наступне можна поставити через 5 секунд.")]
    [InlineData("uk", 42, "Трохи повільніше, будь ласка: за хвилину надійшло забагато запитань. Наступне можна поставити через 42 секунди.")]
    public void Who_asks_too_much_is_asked_to_wait(string language, int seconds, string text)
    {
        Assert.Equal(text, AdapterTexts.In(language).TooManyRequests(seconds));
    }

    [Fact]
    public void No_two_languages_share_the_prompt()
    {
        Assert.Equal(5, Languages.Tags.Select(tag => SampleBase.Answerer.AskPrompt(tag)).Distinct().Count());
    }
}
