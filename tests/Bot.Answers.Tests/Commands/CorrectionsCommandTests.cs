
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
}
