using System.Text.RegularExpressions;

namespace Bot.Tests;

/// <summary>The table of faults names tests that there are, and all that are about nothing else.</summary>
public sealed partial class OperationsTests
{
    private static readonly string s_tests = Path.Combine(Repository.Root, "tests");
    private static readonly string s_table = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Bot.EndToEnd.Tests", "FAULTS.md"));

    [Fact]
    public void Every_test_that_the_table_of_faults_names_exists()
    {
        var named = Named().Matches(s_table);

        Assert.NotEmpty(named);
        Assert.Empty(named.Where(n => !Exists(n.Groups["folder"].Value, n.Groups["class"].Value, n.Groups["method"].Value)).Select(n => n.Value));
    }

    [Theory]
    [InlineData("Faults")]
    [InlineData("Fuzzing")]
    public void Every_test_of_faults_is_in_the_table(string folder)
    {
        var files = Directory.EnumerateFiles(Path.Combine(s_tests, "Bot.EndToEnd.Tests", folder), "*Tests.cs");
        var tests = files.SelectMany(f => Test().Matches(File.ReadAllText(f)).Select(m => $"{folder}.{Path.GetFileNameWithoutExtension(f)}.{m.Groups["method"].Value}"));

        Assert.Empty(tests.Except(Named().Matches(s_table).Select(n => n.Value.Trim('`'))));
    }

    [Fact]
    public void The_README_leads_to_the_table() =>
        Assert.Contains("(tests/Bot.EndToEnd.Tests/FAULTS.md)", File.ReadAllText(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);

    private static bool Exists(string folder, string type, string method) =>
        Directory.EnumerateFiles(s_tests, type + ".cs", SearchOption.AllDirectories)
            .Where(f => folder.Length == 0 || Path.GetFileName(Path.GetDirectoryName(f)) == folder)
            .Any(f => Test().Matches(File.ReadAllText(f)).Any(m => m.Groups["method"].Value == method));

    [GeneratedRegex("`((?<folder>[A-Za-z]+)\\.)?(?<class>[A-Za-z]+Tests)\\.(?<method>[A-Za-z0-9_]+)`")]
    private static partial Regex Named();

    [GeneratedRegex("^    public (async Task|Task|void) (?<method>[A-Z][A-Za-z0-9]*_[A-Za-z0-9_]+)\\(", RegexOptions.Multiline)]
    private static partial Regex Test();
}
