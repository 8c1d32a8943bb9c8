namespace Bot.Tests.Terminal;

/// <summary>The chat on real terminals, of a kind that can move the cursor and of one that cannot.</summary>
[Trait("Program", "Published")]
public sealed class PseudoTerminalTests : IDisposable
{
    private const string CtrlC = "\x03";
    private const string CtrlW = "\x17";
    private const string AltB = "\eb";

    private readonly ProgramFolder _work = new();

    public PseudoTerminalTests()
    {
        _work.CopyFacts();
        _work.Variables["Terminal__Language"] = "en";
    }

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task Lines_keys_pages_and_the_log_are_seen_where_they_belong()
    {
        await using var terminal = PseudoTerminal.Start(_work, "xterm-256color", width: 60, height: 16);
        Assert.Contains("Ask in your own words, for example:\n  ", await terminal.ScreenAsync("ends the chat.\n\n>"), StringComparison.Ordinal);

        await terminal.TypeAsync("/corrections\r");
        Assert.Equal(16, (await terminal.ScreenAsync("\n-- more: Space, end: q --")).Split('\n').Length);
        await terminal.TypeAsync("q");
        await terminal.ScreenAsync("\n>");

        await terminal.TypeAsync("one two-three four");
        await terminal.ScreenAsync("\n> one two-three four");
        await terminal.TypeAsync(CtrlW + AltB + "x");
        await terminal.ScreenAsync("\n> one two-xthree");
        await terminal.TypeAsync(CtrlC);
        await terminal.ScreenAsync("\n> one two-xthree\n>");

        await terminal.TypeAsync("/nosuch\r/who 會談lang:xx");
        await terminal.ScreenAsync("\n> /nosuch\nNo such command\n\nThere is no such command. /help lists those that there are.\n\nTry also\n  /help — Help\n\n> /who 會談lang:xx");

        var file = Path.Combine(_work.Variables["Facts__Path"], "2025-02-riyadh", "02-18-riyadh-talks.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("about 4.5 hours", "about 4.6 hours", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var screen = await terminal.ScreenAsync(" facts.\n> /who 會談lang:xx");
        Assert.Contains("The facts have changed", screen, StringComparison.Ordinal);

        await terminal.TypeAsync(CtrlC + "exit\r");
        Assert.Equal(0, await terminal.EndAsync());
    }

    [Fact]
    public async Task Where_there_are_no_control_codes_the_terminal_itself_shows_what_is_typed()
    {
        await using var terminal = PseudoTerminal.Start(_work, "dumb", width: 60, height: 16);
        await terminal.OutputAsync("ends the chat.\n\n> ");

        await terminal.TypeAsync("/nosuch\n");
        Assert.Contains("\n> /nosuch\nNo such command\n\n", await terminal.OutputAsync("/help — Help\n\n> "), StringComparison.Ordinal);
        Assert.DoesNotContain('\e', terminal.Output);

        await terminal.TypeAsync("quit\n");
        Assert.Equal(0, await terminal.EndAsync());
    }
}
