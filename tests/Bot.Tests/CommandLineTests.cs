namespace Bot.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly ProgramFolder _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task Help_names_what_can_be_done()
    {
        var ended = await _work.RunAsync("--help");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Matches("(?m)^  ask <text> +Answer one question, or each line of standard input, and end$", ended.Output);
        Assert.Matches("(?m)^  facts +Check, try, extend, compare, release, export or begin a fact base$", ended.Output);
    }

    [Fact]
    public async Task Help_of_ask_names_its_options()
    {
        var ended = await _work.RunAsync("ask", "--help");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.All((string[])["--lang <tag>", "--json", "--stdin", "--after <fact>"], option => Assert.Matches($"(?m)^  {option} ", ended.Output));
    }

    [Fact]
    public async Task Help_of_facts_names_its_verbs()
    {
        var ended = await _work.RunAsync("facts", "--help");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.All((string[])["check", "release", "export", "schema"], verb => Assert.Matches($"(?m)^  {verb} ", ended.Output));
    }

    [Fact]
    public async Task Version_is_one_line()
    {
        var ended = await _work.RunAsync("--version");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", ended.Output);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    public async Task Help_and_version_need_no_base_and_no_valid_settings(string option)
    {
        _work.Variables["Facts__Path"] = "/nowhere/at/all";
        _work.Settings("{");

        Assert.Equal(0, (await _work.RunAsync(option)).ExitCode);
    }
}
