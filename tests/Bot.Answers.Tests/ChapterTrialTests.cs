using Bot.Facts.Model;

namespace Bot.Answers.Tests;

public sealed class ChapterTrialTests
{
    private static readonly FactBase s_facts = OpeningHours.Facts;
    private static readonly Chapter s_chapter = s_facts.Chapters.Single(c => c.Id == "visiting");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_example_of_the_chapter_and_every_title_is_tried_once()
    {
        var cases = await ChapterTrial.RunAsync(s_facts, s_chapter, Token);

        Assert.Equal(
            s_chapter.Events.SelectMany(e => e.Facts).SelectMany(f => f.Questions.SelectMany(q => q)).Concat(s_chapter.Events.Select(e => e.Title.ToString())).Order(StringComparer.Ordinal),
            cases.Select(c => c.Text).Order(StringComparer.Ordinal));
        Assert.All(cases, c => Assert.Equal("en", c.Language));
    }

    [Fact]
    public async Task An_example_is_tried_without_itself()
    {
        // No other word of the base is like this one, so only the example itself could find its fact.
        var facts = s_facts.WithFacts(f => f.Id != "price-children" ? f : f with { Questions = [f.Questions[0].Add("Gratis?"), .. f.Questions[1..]] });

        var answered = new Answerer(facts).Explain("Gratis?", "en");
        var tried = (await ChapterTrial.RunAsync(facts, facts.Chapters.Single(c => c.Id == "visiting"), Token)).Single(c => c.Text == "Gratis?");

        Assert.Equal("price-children", answered.Candidates[0].Fact);
        Assert.Equal(TrialResult.Missed, tried.Result);
        Assert.Equal(["price-children"], tried.Wanted);
        Assert.DoesNotContain("price-children", tried.Explanation!.Candidates.Select(c => c.Fact));
    }

    [Fact]
    public async Task What_is_not_answered_is_explained_and_nothing_else()
    {
        var cases = await ChapterTrial.RunAsync(s_facts, s_chapter, Token);

        Assert.All(cases, c => Assert.Equal(c.Result != TrialResult.Answered, c.Explanation is not null));
        Assert.Contains(cases, c => c.Result == TrialResult.Answered);
        Assert.Contains(cases, c => c.Result == TrialResult.Closest);
    }

    [Fact]
    public async Task A_trial_can_be_cancelled() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ChapterTrial.RunAsync(s_facts, s_chapter, new CancellationToken(canceled: true)));
}
