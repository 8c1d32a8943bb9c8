using Bot.Discord.Logging;
using Bot.Loopback.Discord;
using Bot.Loopback.Telegram;
using Bot.Telegram.Logging;

namespace Bot.EndToEnd.Tests.Faults;

public sealed class NetworkTests : FaultsTest
{
    // The waits after nine failures in a row take a minute at least.
    private const int FailuresInAMinute = 10;

    private int _discordPort = FreePort.Take();
    private int _telegramPort = FreePort.Take();

    private protected override TimeSpan MaxDuration => TimeSpan.FromSeconds(40);

    private protected override DiscordServerOptions Options => base.Options with { Port = _discordPort };

    private protected override TelegramServerOptions TelegramOptions => base.TelegramOptions with { Port = _telegramPort };

    [Fact]
    public async Task A_network_that_is_gone_for_a_minute_is_waited_for_on_both_platforms()
    {
        await StartBothAsync(new AcceleratedTime(30));
        await AskOnBothAsync();

        await GoAwayAsync();
        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.PollFailed, $"failure {FailuresInAMinute}"), Deadline);
        Assert.InRange(Log.Of(Kind.Logged(DiscordEvents.ConnectionLost, "Shard 0")).Count, 5, 100);
        await ComeBackAsync();

        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.Reconnected), Deadline);
        await Server.WaitForReadyAsync(1, Deadline);
        await AskOnBothAsync();
    }

    [Fact]
    public async Task Health_says_that_both_platforms_are_gone_and_that_they_are_back()
    {
        var program = await StartListeningAsync();
        await WaitForComponentAsync("discord", p => p.Status == "healthy");
        await WaitForComponentAsync("telegram", p => p.Status == "healthy");
        await Server.WaitForCommandsAsync(Deadline);

        await GoAwayAsync();

        var discord = await WaitForComponentAsync("discord", p => p.Status == "unhealthy");
        Assert.Matches(@"^0 of 1 shard\(s\) ready\.( Shard 0 waits for .+\.)?$", discord.Detail);

        // It is unhealthy when it has not been heard of for a minute.
        var telegram = await WaitForComponentAsync("telegram", p => p.Detail != "by long polling");
        Assert.Matches(@"^Telegram is unreachable \(failure \d\)\.$", telegram.Detail);
        await ComeBackAsync();
        await WaitForComponentAsync("discord", p => p.Status == "healthy");
        await WaitForComponentAsync("telegram", p => p.Detail == "by long polling");
        await AskOnBothAsync();
        Assert.Equal(0, await program.TerminateAsync(Deadline));
    }

    [Fact]
    public async Task A_start_without_a_network_waits_for_it()
    {
        (_discordPort, _telegramPort) = (FreePort.Take(), FreePort.Take());
        var program = await StartListeningAsync(
            ("Discord__ApiUrl", $"http://127.0.0.1:{_discordPort}/api/v10/"),
            ("Telegram__ApiUrl", $"http://127.0.0.1:{_telegramPort}"));
        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.RequestFailed, "getMe", "failure 1"), Deadline);
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.RequestFailed, "GET gateway/bot", "failure 1"), Deadline);
        Assert.Equal("unhealthy", (await ReadyAsync()).All);

        await GoAwayAsync();
        await ComeBackAsync();

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.CommandsRegistered, CommandCount), Deadline);
        await Server.WaitForReadyAsync(1, Deadline);
        await AskOnBothAsync();
        Assert.Equal(0, await program.TerminateAsync(Deadline));
    }
}
