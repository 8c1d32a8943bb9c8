using Bot.Answers.Model;
using Bot.Answers.Rendering;

namespace Bot.Answers.Tests;

public sealed class FollowingFactsTests
{
    [Theory]
    [InlineData("old ticket price")]
    [InlineData("/ask price-adults-2025")]
    public void An_answer_with_a_fact_that_has_changed_since_shows_the_later_one_below_it(string question)
    {
        var answer = OpeningHours.Ask(question);

        Assert.Equal(["price-adults-2025", "price-adults"], answer.Facts.Select(f => f.Id));
        Assert.Contains("Changed later (from 1 January 2026)", answer.Facts.First().Remarks);
        Assert.DoesNotContain(answer.Facts.Last().Remarks, r => r.StartsWith("Changed later", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fact_that_is_still_true_is_shown_alone()
    {
        Assert.Equal(["price-adults"], OpeningHours.Ask("How much is a ticket?").Facts.Select(f => f.Id));
    }

    [Fact]
    public void A_whole_fact_leads_to_those_before_and_after_it()
    {
        Assert.Contains(new Request("fact", "price-adults", "en"), OpeningHours.Ask("/fact price-adults-2025").FollowUps.Select(f => f.Request));
        Assert.Contains(new Request("fact", "price-adults-2025", "en"), OpeningHours.Ask("/fact price-adults").FollowUps.Select(f => f.Request));
    }

    [Fact]
    public void A_timeline_shows_both()
    {
        var facts = OpeningHours.Ask("/timeline prices").Facts.Select(f => f.Id).ToList();
        Assert.Contains("price-adults-2025", facts);
        Assert.Contains("price-adults", facts);
    }

    [Fact]
    public void A_page_that_does_something_else_than_report_a_fact_says_what()
    {
        Assert.Equal(
            ["“What’s on”, Harbour Museum – official text", "“Minutes of 9 December 2025”, Eastmere Town Council, 10 December 2025 – denies it"],
            OpeningHours.Ask("/fact boats-number").Citations.Select(c => c.Text));
    }

    [Fact]
    public void The_source_of_a_short_answer_is_never_one_that_denies_the_fact()
    {
        Assert.Equal("museum-exhibitions", Summary.Of(OpeningHours.Ask("/ask boats-number")).Facts.Single().Source!.Id);
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("zh-TW")]
    [InlineData("uk")]
    public void A_reader_of_another_language_gets_the_first_of_the_base(string language)
    {
        var answer = OpeningHours.Ask("/fact tours", language);

        Assert.Equal("en", answer.Language);
        Assert.Equal("Tickets and services", answer.Title);
    }
}
