namespace Bot.Tests;

[Trait("Program", "Published")]
public sealed class MainJobTests : IDisposable
{
    internal const string NoPlatform =
        "No platform is configured, so only lines of standard input are answered. Set Telegram:Token or Discord:Token (in the environment Telegram__Token or Discord__Token) to serve one.";

    private readonly ProgramFolder _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task Redirected_lines_are_answered_in_plain_text_until_the_input_ends()
    {
        var ended = await _work.FeedAsync("/nope\n/help lang:uk help\n");

        Assert.Equal((0, NoPlatform), (ended.ExitCode, ended.Error));
        Assert.Equal(
            """
            No such command

            There is no such command. /help lists those that there are.

            Try also
            /help — Help

            /help

            Про що і як питати
            /help [команда]

            команда
            Команда


            """,
            ended.Output);
    }

    [Fact]
    public async Task An_empty_input_ends_it_at_once_with_2_and_what_to_set()
    {
        var ended = await _work.RunAsync();

        Assert.Equal((2, "", NoPlatform), (ended.ExitCode, ended.Output, ended.Error));
    }

    [Fact]
    public async Task Each_line_is_answered_before_the_next_is_written()
    {
        await using var bot = _work.Start();

        Assert.StartsWith("US–Russia talks in Riyadh\n", await bot.AskAsync("how long did the Riyadh talks last"), StringComparison.Ordinal);
        Assert.StartsWith("美俄利雅得会谈\n", await bot.AskAsync("利雅得会谈持续了多久"), StringComparison.Ordinal);
        Assert.Equal(0, (await bot.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task A_request_to_terminate_ends_it_cleanly_while_it_waits_for_a_line()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signal.");
        await using var bot = _work.Start();
        await bot.AskAsync("/about");

        var ended = await bot.TerminateAsync();

        Assert.Equal((0, "", NoPlatform), (ended.ExitCode, ended.Output, ended.Error));
    }
}
