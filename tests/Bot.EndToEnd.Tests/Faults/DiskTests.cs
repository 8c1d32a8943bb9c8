using Bot.Discord.Logging;
using Bot.Loopback.Telegram;
using TelegramFault = Bot.Loopback.Telegram.Fault;

namespace Bot.EndToEnd.Tests.Faults;

public sealed class DiskTests : FaultsTest
{
    private protected override TimeSpan MaxDuration => TimeSpan.FromSeconds(40);

    // On a busy machine the start takes most of that time, and a trace of everything would be a part of it.
    private static readonly (string, string?) s_fewLines = ("Logging__LogLevel__Default", "Information");

    [Theory]
    [InlineData(">/dev/full 2>/dev/full")]
    [InlineData(">&- 2>&-")]
    public async Task A_log_that_takes_nothing_keeps_nobody_from_being_answered(string redirection)
    {
        Redirection = redirection;
        var program = StartProcess(("Logging__LogLevel__Default", "Trace"));
        await WaitUntilReadyAsync();

        for (var i = 0; i < 10; i++)
        {
            await AskOnBothAsync();
        }

        Assert.Equal(0, await program.TerminateAsync(Deadline));
        Assert.Empty(Log.Lines);
    }

    [Fact]
    public async Task A_log_that_nobody_reads_keeps_nobody_from_being_answered()
    {
        // A pipe takes 64 kB, and 2,500 lines may wait to be written; this is more than both.
        const int Lines = 4500;
        var slow = new TelegramUser(11, "Slow", "en");
        var pipe = Path.Combine(Folder, "pipe");
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [pipe]))
        {
            await mkfifo.WaitForExitAsync(Deadline);
        }

        Redirection = $"1<>{pipe} 2>&1";
        var program = StartProcess();
        await WaitUntilReadyAsync();
        Telegram.Faults.Next("sendMessage", TelegramFault.TooManyRequests(0), slow.Id, Lines);

        Telegram.PrivateChat(slow).Send(slow, Question);

        await Telegram.PrivateChat(slow).WaitForBotMessagesAsync(1, Deadline);
        await AskOnBothAsync();
        Assert.Equal(0, await program.TerminateAsync(Deadline));
    }

    [Theory]
    [InlineData("</dev/null")]
    [InlineData("<&-")]
    public async Task An_input_that_has_nothing_ends_nothing(string redirection)
    {
        Redirection = redirection;
        var program = StartProcess(s_fewLines);
        await WaitUntilReadyAsync();

        await AskOnBothAsync();

        Assert.Equal(0, await program.TerminateAsync(Deadline));
    }

    [Fact]
    public async Task An_input_that_is_closed_ends_nothing()
    {
        var program = StartProcess(s_fewLines);
        await WaitUntilReadyAsync();
        await AskOnBothAsync();

        program.CloseInput();

        await AskOnBothAsync();
        Assert.Equal(0, await program.TerminateAsync(Deadline));
    }

    [Theory]
    [InlineData("a file")]
    [InlineData("a full disk")]
    public async Task A_state_folder_that_cannot_be_written_keeps_nobody_from_being_answered(string what)
    {
        // No folder can be made in either, whoever runs the test.
        var taken = Path.Combine(Folder, "taken");
        await File.WriteAllTextAsync(taken, "not a folder", Deadline);
        var program = Start(s_fewLines, ("State__Folder", what == "a file" ? taken : "/dev/full/state"));
        await WaitUntilReadyAsync();
        Telegram.Faults.Next("sendMessage", TelegramFault.TooManyRequests(1), chat: 11);
        Telegram.PrivateChat(new TelegramUser(11, "Slow", "en")).Send(new TelegramUser(11, "Slow", "en"), Question);

        await AskOnBothAsync();

        Assert.Equal(0, await program.TerminateAsync(Deadline));
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.SessionsNotSaved, "State:Folder"), Deadline);
        Assert.Equal("not a folder", await File.ReadAllTextAsync(taken, Deadline));
    }
}
