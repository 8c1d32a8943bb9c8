namespace Bot.Facts.Tests.Rules;

public sealed class MissingTranslationsTests
{
    [Theory]
    [InlineData("en: They spoke., ", "en")]
    [InlineData("zh-Hant: 當勞·特朗普與普京通話。, ", "zh-Hant")]
    [InlineData("zh-Hans: 他们通话。, ", "zh-Hans")]
    [InlineData("ru: Они говорили., ", "ru")]
    [InlineData(", uk: Вони говорили.", "uk")]
    public void Every_text_stands_in_five_languages(string lost, string language)
    {
        Assert.Equal(
            [$"2025-02/call.yaml:15:11: the text has no '{language}'; write it in all of: en, zh-Hant, zh-Hans, ru, uk"],
            new SmallBase().Change("2025-02/call.yaml", lost, "").Problems());
    }

    [Fact]
    public void So_do_questions_and_the_words_of_topics()
    {
        Assert.Equal(
            [
                "2025-02/call.yaml:29:16: the text has no 'ru'; write it in all of: en, zh-Hant, zh-Hans, ru, uk",
                "names/topics.yaml:4:12: the text has no 'uk'; write it in all of: en, zh-Hant, zh-Hans, ru, uk",
            ],
            new SmallBase()
                .Change("2025-02/call.yaml", ", ru: [Как долго]", "")
                .Change("names/topics.yaml", ", uk: [дзвінок]", "")
                .Problems());
    }
}
