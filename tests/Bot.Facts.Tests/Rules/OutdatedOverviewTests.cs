using Bot.Facts.Model;

namespace Bot.Facts.Tests.Rules;

public sealed class OutdatedOverviewTests
{
    private const string File = "2025-02/call.yaml";
    private const string Length = "    kind: statement\n    when: 2025-02-12\n";
    private const string Superseding = "    kind: statement\n    when: 2025-02-13\n    supersedes: [call-held]\n";
    private static readonly int s_line = new SmallBase()["base.yaml"].Split('\n').Length;

    [Theory]
    [InlineData("now", 19)]
    [InlineData("negotiators", 27)]
    public void What_is_no_longer_true_is_not_the_present(string kind, int column)
    {
        Assert.Equal(
            [$"base.yaml:{s_line}:{column}: 'call-held' is no longer true since 'call-length'; name the later fact, or remove it"],
            new SmallBase().Change(File, Length, Superseding).Append("base.yaml", $"overview: {{ {kind}: [call-held] }}\n").Problems());
    }

    [Fact]
    public void The_newest_fact_of_an_overview_comes_first()
    {
        var facts = new SmallBase().Change(File, Length, Length.Replace("02-12", "02-13", StringComparison.Ordinal)).Append("base.yaml", "overview: { now: [call-held, call-length] }\n").Load().Base!;

        Assert.Equal(["call-length", "call-held"], facts.Profile.Overview[BaseOverviewKind.Now].Select(f => f.Id));
        Assert.False(facts.Profile.Overview.ContainsKey(BaseOverviewKind.Negotiators));
    }

    [Theory]
    [InlineData("overview: { now: [call-hold] }\n", ":19: there is no fact 'call-hold'; did you mean 'call-held'?")]
    [InlineData("overview: { then: [call-held] }\n", ":13: unknown key 'then'; use one of: now, negotiators")]
    public void An_overview_names_facts_of_the_base(string line, string problem)
    {
        Assert.Equal([$"base.yaml:{s_line}{problem}"], new SmallBase().Append("base.yaml", line).Problems());
    }
}
