namespace Bot.Facts.Tests.Rules;

public sealed class CountsOutOfRangeTests
{
    private const string Fix = "find the content that was lost or added by mistake, or change the bounds";

    [Theory]
    [InlineData("parties: 3 to 3", "parties: 4 to 9", "4:12: there are 3 parties, but 4 to 9 are declared")]
    [InlineData("topics: 1 to 1", "topics: 0 to 0", "5:11: there are 1 topics, but 0 to 0 are declared")]
    [InlineData("references: 1 to 1", "references: 30 to 30", "6:15: there are 1 references, but 30 to 30 are declared")]
    [InlineData("evidence: 1 to 1", "evidence: 2 to 3", "7:13: there are 1 evidence, but 2 to 3 are declared")]
    public void The_base_has_as_much_as_it_declares(string sound, string broken, string problem)
    {
        Assert.Equal([$"base.yaml:{problem}; {Fix}"], new SmallBase().Change("base.yaml", sound, broken).Problems());
    }

    [Theory]
    [InlineData("events: 1 to 1", "events: 2 to 2", "5:11: there are 1 events, but 2 to 2 are declared")]
    [InlineData("facts: 2 to 2", "facts: 3 to 9", "6:10: there are 2 facts, but 3 to 9 are declared")]
    public void A_chapter_has_as_much_as_it_declares(string sound, string broken, string problem)
    {
        Assert.Equal([$"2025-02/chapter.yaml:{problem}; {Fix}"], new SmallBase().Change("2025-02/chapter.yaml", sound, broken).Problems());
    }

    [Fact]
    public void A_lost_file_is_noticed()
    {
        Assert.Contains(
            $"2025-02/chapter.yaml:5:11: there are 0 events, but 1 to 1 are declared; {Fix}",
            new SmallBase().Remove("2025-02/call.yaml").Problems());
    }
}
