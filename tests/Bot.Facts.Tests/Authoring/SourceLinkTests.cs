using Bot.Facts.Authoring;

namespace Bot.Facts.Tests.Authoring;

public sealed class SourceLinkTests
{
    [Fact]
    public void An_address_has_the_facts_the_offices_and_the_references_that_need_it()
    {
        var facts = new SmallBase()
            .Change("sources/references.yaml", "    copies: [bbc-copy]\n", "    copies: [bbc-copy]\n    address: https://example.org/reference\n")
            .Change("2025-02/call.yaml", "    status: unverified", "    status: unverified\n    evidence: [denies: bbc-copy]")
            .Change("names/people.yaml", "sources: [article]", "sources: [article, bbc-copy]")
            .Load().Base!;

        var links = SourceLink.Of(facts);

        Assert.Equal([("https://example.org/reference", "ref-10"), ("https://example.org/talks", "bbc-copy")], links.Select(l => (l.Address, l.Source)));
        Assert.Equal([new("call-held", "cited"), new("call-length", "cited")], links[0].Facts);
        Assert.Equal([new("call-held", "reports"), new("call-length", "denies")], links[1].Facts);
        Assert.Equal(["trump"], links[1].Offices);
        Assert.Equal(["ref-10"], links[1].CopyOf);
    }
}
