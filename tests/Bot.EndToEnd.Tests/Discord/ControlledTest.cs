using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Discord;
using Bot.Discord.Configuration;
using Bot.Discord.Logging;
using Bot.Loopback.Discord;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>A bot on Discord whose clock only the test moves, and its health. The stand-in has a clock of its own.</summary>
public abstract class ControlledTest : DiscordTest
{
    private RunningBot? _bot;

    private protected ControlledTest() => Health = new ComponentHealth("discord", Time);

    /// <summary>The bot's clock.</summary>
    private protected ObservedTime Time { get; } = new();

    private protected ComponentHealth Health { get; }

    private protected string? Detail => Health.State.Detail;

    public override async ValueTask DisposeAsync()
    {
        if (_bot is not null)
        {
            await _bot.DisposeAsync();
        }

        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected DiscordAdapter Start(DiscordOptions? options = null, Func<CancellationToken, Task>? waitForSearch = null)
    {
        var telemetry = new AdapterTelemetry("discord", Health, new BotTelemetry(null, _ => true), new LivenessSignals(Time));
        var services = new AdapterServices(SampleBase.Answerer, telemetry, Time, Random.Shared) { Loggers = Log.Loggers };
        var adapter = new DiscordAdapter(options ?? BotOptions, waitForSearch is null ? services : services with { WaitForSearch = waitForSearch });
        _bot = new RunningBot(adapter, adapter.RunAsync, Time);
        return adapter;
    }

    private protected async Task ClosedAsync(int connection)
    {
        await Server.WaitForConnectionsAsync(all => all.Count >= connection && !all[connection - 1].IsOpen, Deadline);
        Assert.Equal((ClosedBy.Bot, 4000), (Server.Connections[connection - 1].ClosedBy, Server.Connections[connection - 1].CloseCode));
    }

    // Lets the waits pass that come before a connection, and no more: what is being opened has its own limit.
    private protected async Task ConnectingAsync(int connection)
    {
        while (Connecting() < connection)
        {
            Deadline.ThrowIfCancellationRequested();
            Time.Advance(TimeSpan.FromSeconds(0.25));
            await Task.Yield();
        }
    }

    private protected int Connecting() => Log.Of(LoggedEvent.OfDiscord(DiscordEvents.ConnectionOpening)).Count;

    private protected int[] Warnings() => [.. Log.Entries.Where(e => e.Level >= LogLevel.Warning).Select(e => e.Id)];

    // What is reported has no event to wait for.
    private protected async Task WaitForHealthAsync(ComponentStatus status, string detail)
    {
        while ((Health.State.Status, Health.State.Detail) != (status, detail))
        {
            Assert.False(Deadline.IsCancellationRequested, $"Health is {Health.State}.");
            await Task.Yield();
        }
    }
}
