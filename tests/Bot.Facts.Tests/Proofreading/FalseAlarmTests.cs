namespace Bot.Facts.Tests.Proofreading;

/// <summary>The rules that judge what questions mean, what a name is and what the present is are useful only while they are nearly always right.</summary>
public sealed class FalseAlarmTests
{
    private const int FactsPerWarning = 50;
    private static readonly string[] s_rules = ["similar-questions", "misplaced-questions", "misspelt-names", "unchecked-overview"];

    [Theory]
    [InlineData("facts")]
    [InlineData("tests/SampleBase")]
    [InlineData("tests/OpeningHours")]
    public void At_most_one_warning_in_fifty_facts_is_a_matter_of_judgement(string folder)
    {
        var (facts, problems) = FactBaseLoader.Load(Path.Combine(Repository.Root, folder), proofreads: true);

        var warnings = problems.Where(p => s_rules.Contains(p.Rule)).Select(p => p.ToString()).ToList();
        Assert.True(warnings.Count <= facts!.Facts.Length / FactsPerWarning, string.Join('\n', warnings));
    }
}
