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
    public void Evidence_alone_is_a_source()
    {
        Assert.Empty(new SmallBase().Change(File, "    cites: [ref-10]\n    status: confirmed", "    status: confirmed").Problems());
    }
}
