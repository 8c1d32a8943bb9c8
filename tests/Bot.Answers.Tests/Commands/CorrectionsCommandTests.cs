using Bot.Answers.Model;

namespace Bot.Answers.Tests.Commands;

public sealed class CorrectionsCommandTests
{
    [Theory]
    [InlineData("ratcliffe", "FBI")]
    [InlineData("hegseth", "concessions")]
    [InlineData("stages", "three stages")]
    [InlineData("biden", "conditional")]
    public void The_corrections_that_matter_most_say_what_the_article_says(string id, string words)
    {
        var cards = SampleBase.Ask("/corrections").Sections[0].Facts.Where(f =>
            f.Id.Contains(id, StringComparison.Ordinal) || SampleBase.Facts.FindFact(f.Id)!.By.Concat(SampleBase.Facts.FindFact(f.Id)!.About).Any(p => p.Id == id));

        Assert.Contains(cards, f => f.Note!.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_disputed_fact_is_listed_with_both_versions_before_what_is_only_unverified()
    {
        var answer = OpeningHours.Ask("/corrections");

        Assert.Equal("What is corrected, disputed or not fully confirmed", answer.Title);
        Assert.Equal(
            ["Disputed: those involved give different versions", "Unverified: no independent report was found", "Confirmed with nuance: the wording drops or adds something"],
            answer.Headings());
        Assert.Equal(
            "The museum says that it keeps 41 boats; the town council counted 38 on 9 December 2025.",
            Assert.Single(answer.Sections[0].Facts).Text);
    }

    [Theory]
    [InlineData("en", "Disputed: those involved give different versions")]
    [InlineData("zh-Hant", "說法不一：各方的說法不同")]
    [InlineData("zh-Hans", "说法不一：各方的说法不同")]
    [InlineData("ru", "Версии расходятся: участники говорят разное")]
    [InlineData("uk", "Версії розходяться: учасники кажуть різне")]
    public void A_base_whose_only_open_question_is_a_dispute_has_that_section_alone(string language, string heading)
    {
        var answer = new Answerer(OtherBase.LoadWithSides("", "status: unverified\n    evidence: [s-gazette, s-radio]", "status: disputed\n    evidence: [s-gazette, denies: s-radio]")).Answer("/corrections", language);

        Assert.Equal([heading], answer.Headings());
        Assert.Equal((Outcome.Answered, "f-reaction"), (answer.Outcome, Assert.Single(answer.Facts).Id));
    }
}
