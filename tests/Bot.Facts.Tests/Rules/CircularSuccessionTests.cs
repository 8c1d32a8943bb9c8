namespace Bot.Facts.Tests.Rules;

public sealed class CircularSuccessionTests
{
    private const string File = "2025-02/call.yaml";
    private const string Length = "    kind: statement\n    when: 2025-02-12\n";

    [Fact]
    public void A_fact_supersedes_only_what_began_before_it()
    {
        Assert.Equal(
            [File + ":22:18: 'call-held' is not earlier than the fact that supersedes it; remove it, or fix the dates"],
            new SmallBase().Change(File, Length, Length + "    supersedes: [call-held]\n").Problems());
    }

    [Fact]
    public void A_later_fact_supersedes_an_earlier_one()
    {
        var facts = new SmallBase().Change(File, Length, "    kind: statement\n    when: 2025-02-13\n    supersedes: [call-held]\n").Load().Base!;
        Assert.Equal(["call-length"], facts.FactsSuperseding(facts.FindFact("call-held")!).Select(f => f.Id));
        Assert.Empty(facts.FactsSuperseding(facts.FindFact("call-length")!));
    }
}
