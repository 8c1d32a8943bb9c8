namespace Bot.Answers.Tests;

public sealed class SharedTextsTests
{
    [Theory]
    [MemberData(nameof(RealRequests.Locales), MemberType = typeof(RealRequests))]
    public void What_platforms_limit_is_short_enough_and_not_empty(string locale)
    {
        var texts = SharedTexts.In(locale);

        Assert.InRange(texts.Description.Length, 1, 512);
        Assert.InRange(texts.ShortDescription.Length, 1, 120);
        Assert.InRange(texts.OtherVersion.Length, 1, 200);
        Assert.InRange(texts.DeadButton.Length, 1, 200);
        Assert.InRange(texts.AskPrompt.Length, 1, 200);
        Assert.InRange(texts.Help.Length, 1, 64);
        Assert.All(RealBase.Answerer.Commands(locale), c => Assert.InRange(c.Help.Length, 1, 256));
    }

    [Theory]
    [InlineData("en", "Help", "Page 2 of 3")]
    [InlineData("zh-Hant", "說明", "第2頁，共3頁")]
    [InlineData("zh-Hans", "帮助", "第2页，共3页")]
    [InlineData("ru", "Справка", "Страница 2 из 3")]
    [InlineData("uk", "Довідка", "Сторінка 2 з 3")]
    public void Texts_are_in_the_readers_language(string language, string help, string page)
    {
        var texts = SharedTexts.In(language);

        Assert.Equal(help, texts.Help);
        Assert.Equal(page, texts.PageOf(2, 3));
    }

    [Fact]
    public void No_two_languages_share_the_prompt()
    {
        Assert.Equal(5, Bot.Facts.Model.Languages.Tags.Select(tag => SharedTexts.In(tag).AskPrompt).Distinct().Count());
    }
}
