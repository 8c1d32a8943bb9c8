namespace Bot.Facts.Tests.Rules;

public sealed class UnknownAllowancesTests
{
    private const string File = "2025-02/call.yaml";
    private const string Held = "  - id: call-held\n";

    [Fact]
    public void A_fact_allows_only_warnings_that_exist()
    {
        Assert.Contains(
            File + ":7:21: there is no warning 'unsourced-facts'",
            Assert.Single(new SmallBase().Change(File, Held, Held + "    allow: [{ rule: unsourced-facts, because: it is known }]\n").Problems()),
            StringComparison.Ordinal);
    }
}
