namespace Bot.Facts.Tests.Rules;

public sealed class UncheckedOverviewTests
{
    private const string Call = "2025-02/call.yaml";
    private const string Warning = "base.yaml:1:8: warning: as-of is 2025-03-01, but what overview names as the present ends on 2025-02-12; name newer facts under overview; if nothing is newer, write checked: 2025-03-01 in the newest one [unchecked-overview]";

    [Fact]
    public void A_day_after_the_newest_fact_of_the_present_is_reported() =>
        Assert.Equal([Warning], With(new SmallBase(), "now: [call-held, call-length]").Proofread());

    [Fact]
    public void An_open_end_is_no_check() =>
        Assert.Equal([Warning], With(new SmallBase().Change(Call, "    kind: statement\n    when: 2025-02-12", "    kind: statement\n    when: from 2025-02-12"), "negotiators: [call-length]").Proofread());

    [Theory]
    [InlineData("    status: unverified", "    status: unverified\n    checked: 2025-03-01")]
    [InlineData("    kind: statement\n    when: 2025-02-12", "    kind: statement\n    when: 2025-02-12 to 2025-03-01")]
    public void One_fact_that_was_checked_or_happened_on_that_day_is_enough(string old, string @new) =>
        Assert.Empty(With(new SmallBase().Change(Call, old, @new), "now: [call-held, call-length]").Proofread());

    [Fact]
    public void A_base_that_names_no_present_is_not_asked() => Assert.Empty(new SmallBase().Proofread());

    private static SmallBase With(SmallBase small, string overview) => small.Append("base.yaml", $"overview: {{ {overview} }}\n");
}
