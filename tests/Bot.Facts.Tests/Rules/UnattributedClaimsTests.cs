namespace Bot.Facts.Tests.Rules;

public sealed class UnattributedClaimsTests
{
    private const string File = "2025-02/call.yaml";

    [Theory]
    [InlineData("statement")]
    [InlineData("position")]
    [InlineData("reaction")]
    [InlineData("commentary")]
    public void What_somebody_says_names_who_says_it(string kind)
    {
        Assert.Equal(
            [$"{File}:18:5: the {kind} 'call-length' does not name who makes it; add by: with the ids of the speakers"],
            new SmallBase().Change(File, "kind: statement", "kind: " + kind).Change(File, "    by: [trump]\n", "").Problems());
    }

    [Theory]
    [InlineData("event")]
    [InlineData("background")]
    public void What_the_article_narrates_needs_nobody(string kind)
    {
        Assert.Empty(new SmallBase().Change(File, "kind: statement", "kind: " + kind).Change(File, "    by: [trump]\n", "").Problems());
    }
}
