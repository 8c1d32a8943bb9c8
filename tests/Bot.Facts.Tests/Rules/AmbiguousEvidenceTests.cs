using Bot.Facts.Model;

namespace Bot.Facts.Tests.Rules;

public sealed class AmbiguousEvidenceTests
{
    private const string File = "2025-02/call.yaml";

    [Fact]
    public void A_page_of_evidence_has_one_role()
    {
        Assert.Equal(
            [File + ":14:26: the page of evidence has 2 roles; write each page as an item of its own, such as '- quotes: page'"],
            new SmallBase().Change(File, "evidence: [bbc-copy]", "evidence: [bbc-copy, { quotes: bbc-copy, denies: bbc-copy }]").Problems());
    }

    [Fact]
    public void A_role_is_a_known_one()
    {
        Assert.Contains(
            File + ":14:16: unknown key 'qoutes'; did you mean 'quotes'?",
            new SmallBase().Change(File, "evidence: [bbc-copy]", "evidence: [qoutes: bbc-copy]").Problems());
    }

    [Fact]
    public void A_page_with_a_role_exists()
    {
        Assert.Contains(
            File + ":14:24: there is no source 'bbc-copi'; did you mean 'bbc-copy'?",
            new SmallBase().Change(File, "evidence: [bbc-copy]", "evidence: [quotes: bbc-copi]").Problems());
    }

    [Theory]
    [InlineData("[bbc-copy]", EvidenceRole.Reports)]
    [InlineData("[quotes: bbc-copy]", EvidenceRole.Quotes)]
    [InlineData("[denies: bbc-copy]", EvidenceRole.Denies)]
    [InlineData("[official-text: bbc-copy]", EvidenceRole.OfficialText)]
    public void A_fact_has_its_pages_with_their_roles(string evidence, EvidenceRole role)
    {
        var page = Assert.Single(new SmallBase().Change(File, "[bbc-copy]", evidence).Load().Base!.FindFact("call-held")!.Evidence);
        Assert.Equal(("bbc-copy", role), (page.Source.Id, page.Role));
    }
}
