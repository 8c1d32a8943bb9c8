using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Adapters.State;
using Bot.Answers;
using Bot.Discord.Logging;
using Bot.EndToEnd.Tests.Monitoring;
using Bot.Logging;
using Bot.Loopback.Discord;
using Bot.Loopback.Telegram;
using Bot.Telegram;
using Bot.Telegram.Configuration;

namespace Bot.EndToEnd.Tests.Faults;

/// <summary>The bot on both platforms, as a process or by a clock of the test, while the world around it fails.</summary>
public abstract class FaultsTest : MonitoringTest
{
    private readonly List<RunningBot> _telegramBots = [];

    private protected const string CommandQuestion = "/fact riyadh-talks-duration";

    /// <summary>What a process of an earlier start registered.</summary>
    private protected static string RegisteredBefore =>
        """[{"name":"about","description":"Before"},{"name":"ask","description":"Before","options":[{"type":3,"name":"question","description":"Before"}]}]""";

    public override async ValueTask DisposeAsync()
    {
        foreach (var bot in _telegramBots)
        {
            await bot.DisposeAsync();
        }

        var problems = Telegram.Problems;
        await base.DisposeAsync();
        GC.SuppressFinalize(this);

        Assert.Empty(problems);
        Assert.DoesNotContain(Log.Lines, line => line.Contains("Unhandled exception", StringComparison.Ordinal));
        Assert.Empty(Log.Of(LoggedEvent.OfHost(HostEvents.AdapterFailed)));
        Assert.Empty(Log.Of(Kind.Logged(DiscordEvents.CommandRegistrationFailed)));
    }

    /// <summary>Starts both adapters in this process, and waits until both are at work.</summary>
    private protected async Task StartBothAsync(TimeProvider? time = null, Answerer? answerer = null, Func<TimeProvider, AdmissionControl>? limits = null, string? telegramUrl = null)
    {
        time ??= TimeProvider.System;
        var shared = limits?.Invoke(time);
        StartBot(answerer, time, limits: shared);
        var options = new TelegramOptions { Token = TelegramToken, ApiUrl = telegramUrl ?? Telegram.Url };
        var services = new AdapterServices(answerer ?? SampleBase.Answerer, AdapterTelemetry.None("telegram", time), time, Random.Shared) { Loggers = Log.Loggers, StateFolder = new StateFolder(Path.Combine(Folder, "state"), ["telegram"]) };
        TelegramAdapter = new TelegramAdapter(options, shared is null ? services : services with { Limits = shared });
        _telegramBots.Add(new RunningBot(TelegramAdapter, TelegramAdapter.RunAsync, time));
        await WaitUntilReadyAsync();
        await WaitUntilSessionsAreReadAsync();
        await Server.Calls.WaitForAsync("GET applications/@me", 1, Deadline);
        await Telegram.WaitForPollAsync(Deadline);
    }

    /// <summary>The adapter that was started last.</summary>
    private protected TelegramAdapter TelegramAdapter { get; private set; } = null!;

    /// <summary>Asks on both platforms, and checks the answers.</summary>
    private protected async Task AskOnBothAsync()
    {
        await AskAsync();
        Assert.Contains(AnswerToQuestion, (await AskOnTelegramAsync(Question)).Text, StringComparison.Ordinal);
    }

    /// <summary>Takes both platforms off the network: nothing listens where they were.</summary>
    private protected async Task GoAwayAsync()
    {
        await Server.DisposeAsync();
        await Telegram.DisposeAsync();
    }

    /// <summary>Puts both platforms back where they were. They know the bot's commands, and nothing of its session.</summary>
    private protected async Task ComeBackAsync()
    {
        var commands = System.Text.Json.Nodes.JsonNode.Parse(RegisteredBefore)!.AsArray();
        Server = await DiscordServer.StartAsync(Options with { Commands = commands }, Deadline);
        Telegram = await TelegramServer.StartAsync(TelegramOptions with { FirstUpdateId = TelegramOptions.FirstUpdateId + 100 }, Deadline);
    }
}
