using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Discord;
using Bot.Discord.Logging;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

public sealed class LivenessTests : DiscordTest
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(10);

    private readonly OffsetTime _time = new();
    private readonly LivenessSignals _signals;
    private readonly ComponentHealth _health;

    public LivenessTests() => (_signals, _health) = (new LivenessSignals(_time), new ComponentHealth("discord", _time));

    private IEnumerable<string> Silent => _signals.Silent.Select(s => s.Name);

    [Fact]
    public async Task Each_shard_whose_heartbeat_hangs_is_named_and_the_interval_that_Discord_names_is_no_silence()
    {
        await ServeAsync(Options with { Shards = 2, MaxConcurrency = 2, HeartbeatInterval = s_interval });
        await using var bot = Start();
        await Server.WaitForReadyAsync(2, Deadline);

        _time.Forward(TimeSpan.FromSeconds(45));
        Assert.Empty(Silent);
        _time.Forward(s_interval + TimeSpan.FromSeconds(60));

        Assert.Equal(["discord.gateway.0", "discord.gateway.1"], Silent.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_bot_that_Discord_has_closed_for_good_has_ended_on_purpose()
    {
        ExpectsErrors = true;
        await using var bot = Start();
        await Server.WaitForReadyAsync(1, Deadline);
        await Server.WaitForCommandsAsync(Deadline);
        Server.Gateway.Close(4004);
        await bot.Ended.WaitAsync(Deadline);

        _time.Forward(TimeSpan.FromDays(1));

        Assert.Empty(Silent);
    }

    [Fact]
    public async Task No_connection_is_opened_before_the_search_is_built()
    {
        var search = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bot = Start(_ => search.Task);
        await Log.WaitForAsync(LoggedEvent.OfDiscord(DiscordEvents.Connecting, "1 shard(s)"), Deadline);

        Assert.Empty(Server.Connections);
        Assert.Equal((false, "Not started."), (_health.State.IsWorking, _health.State.Detail));
        search.SetResult();

        await Server.WaitForReadyAsync(1, Deadline);
        await Server.WaitForCommandsAsync(Deadline);
        await AskAsync();
        Assert.True(_health.State.IsWorking);
    }

    private RunningBot Start(Func<CancellationToken, Task>? waitForSearch = null)
    {
        var telemetry = new AdapterTelemetry("discord", _health, new BotTelemetry(null, _ => true), _signals);
        var services = new AdapterServices(SampleBase.Answerer, telemetry, _time, Random.Shared) { Loggers = Log.Loggers };
        var adapter = new DiscordAdapter(BotOptions, waitForSearch is null ? services : services with { WaitForSearch = waitForSearch });
        return new RunningBot(adapter, adapter.RunAsync, _time);
    }
}
