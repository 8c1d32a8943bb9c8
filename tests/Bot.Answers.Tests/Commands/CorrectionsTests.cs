using Bot.Facts.Model;

namespace Bot.Answers.Tests.Commands;

public sealed class CorrectionsTests
{
    [Theory]
    [MemberData(nameof(RealBase.Languages), MemberType = typeof(RealBase))]
    public void Every_corrected_fact_is_shown_with_its_note(string language)
    {
        var corrected = RealBase.Facts.Facts.Where(f => f.Status == Status.Corrected).ToList();
        var shown = RealBase.Ask("/corrections", language).Sections[0].Facts;

        Assert.Equal(corrected.Select(f => (f.Id, (string?)f.Note[RealBase.Locale(language)])), shown.Select(f => (f.Id, f.Note)));
        Assert.All(shown, f => Assert.False(string.IsNullOrWhiteSpace(f.Note)));
    }

    [Theory]
    [InlineData("ratcliffe", "FBI")]
    [InlineData("hegseth", "concessions")]
    [InlineData("stages", "three stages")]
    [InlineData("biden", "conditional")]
    public void The_corrections_that_matter_most_say_what_the_article_says(string id, string words)
    {
        var cards = RealBase.Ask("/corrections").Sections[0].Facts.Where(f =>
            f.Id.Contains(id, StringComparison.Ordinal) || RealBase.Facts.Fact(f.Id)!.By.Concat(RealBase.Facts.Fact(f.Id)!.About).Any(p => p.Id == id));

        Assert.Contains(cards, f => f.Note!.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_fact_that_is_not_plainly_confirmed_is_shown()
    {
        Assert.Equal(
            RealBase.Facts.Facts.Where(f => f.Status != Status.Confirmed).Select(f => f.Id).Order(),
            RealBase.Ask("/corrections").Ids().Order());
    }
}
