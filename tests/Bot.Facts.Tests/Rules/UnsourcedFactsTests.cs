namespace Bot.Facts.Tests.Rules;

public sealed class UnsourcedFactsTests
{
    private const string File = "2025-02/call.yaml";

    [Fact]
    public void A_fact_has_a_source()
    {
        Assert.Equal(
            [File + ":18:5: the fact 'call-length' has no source; add cites or evidence"],
            new SmallBase().Change(File, "    cites: [ref-10]\n    status: unverified", "    status: unverified").Problems());
    }

    [Theory]
    [InlineData("confirmed")]
    [InlineData("confirmed-with-nuance")]
    [InlineData("corrected")]
    public void A_status_that_says_what_the_record_shows_has_evidence(string status)
    {
        Assert.Equal(
            [$"{File}:18:5: the fact 'call-length' is {status} without evidence; add evidence, or set status to unverified"],
            new SmallBase().Change(File, "status: unverified", "status: " + status).Problems());
    }

    [Fact]
    public void A_fact_of_no_article_is_not_confirmed_by_one_report()
    {
        Assert.Equal(
            [File + ":6:5: the fact 'call-held' is confirmed by one report alone; add a report of another agency or outlet, or set status to unverified"],
            WithoutArticle().Problems());
    }

    [Fact]
    public void Two_pages_that_carry_one_agencys_text_are_one_report()
    {
        Assert.Single(WithoutArticle().Change(File, "evidence: [bbc-copy]", "evidence: [bbc-copy, other]").Append("sources/evidence.yaml", Page("Herald", "    agency: Observer\n")).Problems());
    }

    [Fact]
    public void A_page_that_denies_a_fact_does_not_confirm_it()
    {
        Assert.Single(WithoutArticle().Change(File, "evidence: [bbc-copy]", "evidence: [bbc-copy, denies: other]").Append("sources/evidence.yaml", Page("Herald", "")).Problems());
    }

    [Fact]
    public void Two_reports_confirm_a_fact()
    {
        Assert.Empty(WithoutArticle().Change(File, "evidence: [bbc-copy]", "evidence: [bbc-copy, quotes: other]").Append("sources/evidence.yaml", Page("Herald", "")).Problems());
    }

    [Fact]
    public void A_disputed_fact_names_both_sides()
    {
        var disputed = new SmallBase().Change(File, "cites: [ref-10]\n    status: unverified", "cites: [ref-10]\n    status: disputed\n    evidence: [bbc-copy]");
        Assert.Equal([File + ":18:5: the disputed fact 'call-length' does not name both sides; add by: with the ids of those whose versions the text gives, or the page that denies the other under denies:"], disputed.Problems());
        Assert.Empty(disputed.Change(File, "by: [trump]", "by: [trump, putin]").Problems());
    }

    [Fact]
    public void Reports_that_differ_are_the_sides_of_a_disputed_fact()
    {
        Assert.Empty(new SmallBase().Change(File, "cites: [ref-10]\n    status: unverified", "cites: [ref-10]\n    status: disputed\n    evidence: [denies: bbc-copy]").Problems());
    }

    private static SmallBase WithoutArticle() => new SmallBase()
        .Change("2025-02/chapter.yaml", "statements: 1 to 2\n", "")
        .Change(File, "    statements: [S01]\n", "")
        .Change(File, "    statements: [S02]\n", "")
        .Change("base.yaml", "\n  evidence: 1 to 1", "");

    private static string Page(string publisher, string agency) =>
        $"  - id: other\n    kind: evidence\n    publisher: {publisher}\n{agency}    language: en\n    address: https://example.org/other\n";

    [Fact]
    public void Evidence_alone_is_a_source()
    {
        Assert.Empty(new SmallBase().Change(File, "    cites: [ref-10]\n    status: confirmed", "    status: confirmed").Problems());
    }
}
