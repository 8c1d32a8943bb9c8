using Bot.Adapters.Pipeline;
using Bot.Answers.Model;
using Bot.Telegram.Parsing;
using Bot.Telegram.Rendering;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;

namespace Bot.Telegram.Tests.Rendering;

public sealed class InlineResultsTests
{
    [Theory]
    [MemberData(nameof(LanguageData.Locales), MemberType = typeof(LanguageData))]
    public void Results_are_few_and_each_is_an_answer_that_can_be_posted(string locale)
    {
        foreach (var typed in (string[])["", "t", "Trump", "лав", "普京", "NATO", "How long did the talks last?"])
        {
            var results = Results(typed, locale);

            Assert.InRange(results.Count, 1, 20);
            Assert.Equal(results.Count, results.DistinctBy(r => r.Id).Count());
            Assert.Equal(results.Count, results.DistinctBy(r => r.Title).Count());
            Assert.All(results, result =>
            {
                var content = Assert.IsType<InputTextMessageContent>(result.InputMessageContent);
                Assert.Equal(ParseMode.Html, content.ParseMode);
                Assert.True(content.LinkPreviewOptions?.IsDisabled);
                Assert.InRange(result.Id.Length, 1, 64);
                Assert.NotEmpty(result.Title);
                Assert.NotEmpty(result.Description!);
                Assert.NotEmpty(content.MessageText);
            });
        }
    }

    [Fact]
    public void A_fact_is_described_by_its_claim()
    {
        var result = InlineResults.Article("id", Some.Page(SampleBase.Answerer, new Request("ask", "riyadh-talks-duration", "en")));

        Assert.Equal("US–Russia talks in Riyadh", result.Title);
        Assert.Equal(
            "The US–Russia talks in Riyadh on 18 February 2025 lasted about 4.5 hours, according to Politico.",
            result.Description);
    }

    [Fact]
    public void Facts_of_the_same_event_are_titled_by_their_questions()
    {
        var titles = Results("How long did the Riyadh talks last?", "en").Select(r => r.Title).ToList();

        Assert.Contains("How long did the Riyadh talks last?", titles);
        Assert.DoesNotContain("US–Russia talks in Riyadh", titles);
    }

    [Fact]
    public void An_answer_without_facts_is_described_by_its_first_sentence()
    {
        var result = InlineResults.Article("id", Some.Page(SampleBase.Answerer, new Request("help", "", "en")));

        Assert.Equal("Ask a question in your own words, or use a command:", result.Description);
    }

    [Fact]
    public void Nothing_that_matches_gives_no_results()
    {
        Assert.Empty(Results("qwertyuiop", "en"));
    }

    [Theory]
    [InlineData("en", "Help")]
    [InlineData("zh-TW", "說明")]
    [InlineData("uk", "Довідка")]
    public void The_way_to_the_bot_is_in_the_readers_language(string language, string text)
    {
        var button = InlineResults.HelpButton(language);

        Assert.Equal((text, "help"), (button.Text, button.StartParameter));
    }

    private static List<InlineQueryResultArticle> Results(string typed, string locale) =>
        [.. InlineResults.For([.. SampleBase.Answerer.Suggest(typed, locale, UpdateParser.MaxInlineResults).Select(s => new Suggested<TelegramPage>(s.Label, Some.Page(SampleBase.Answerer, s.Request)))]).Cast<InlineQueryResultArticle>()];
}
