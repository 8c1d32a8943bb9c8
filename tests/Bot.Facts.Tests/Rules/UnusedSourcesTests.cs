namespace Bot.Facts.Tests.Rules;

public sealed class UnusedSourcesTests
{
    [Fact]
    public void Every_source_is_used()
    {
        Assert.Equal(
            ["sources/evidence.yaml:7:5: nothing uses the source 'tass'; name it under a fact's cites or evidence, or delete it"],
            new SmallBase()
                .Append("sources/evidence.yaml", "  - id: tass\n    kind: evidence\n    publisher: TASS\n    language: ru\n    address: https://example.org/tass\n")
                .Change("base.yaml", "evidence: 1 to 1", "evidence: 1 to 2")
                .Problems());
    }

    [Fact]
    public void A_role_uses_a_source_too()
    {
        Assert.Empty(new SmallBase()
            .Append("sources/evidence.yaml", "  - id: tass\n    kind: evidence\n    publisher: TASS\n    language: ru\n    address: https://example.org/tass\n")
            .Change("names/people.yaml", "sources: [article]", "sources: [tass]")
            .Change("base.yaml", "evidence: 1 to 1", "evidence: 1 to 2")
            .Problems());
    }
}
