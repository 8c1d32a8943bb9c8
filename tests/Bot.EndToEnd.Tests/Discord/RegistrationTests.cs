using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Bot.Adapters.Monitoring;
using Bot.Discord.Configuration;
using Bot.Discord.Logging;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>What is wrong with the registration is in health until it is right, by the gateway and by HTTP.</summary>
public sealed class RegistrationTests : ControlledTest
{
    private const string Get = "GET applications/*/commands";
    private const string Put = "PUT applications/*/commands";
    private const string NotTaken = "The commands are not registered: Discord rejected them.";
    private const string NotYet = "The commands are not registered yet: Discord's API does not answer correctly.";

    // A request that fails is sent again after half a minute at most, what is refused after two minutes.
    private static readonly TimeSpan s_retry = TimeSpan.FromMinutes(2.2);

    private DiscordOptions Http => new() { Token = Token, ApiUrl = Server.ApiUrl, Mode = "Http" };

    [Theory]
    [InlineData(Put, 400, false, "by the gateway, shards: 1")]
    [InlineData(Get, 403, false, "by the gateway, shards: 1")]
    [InlineData(Put, 400, true, "by HTTP")]
    [InlineData(Get, 403, true, "by HTTP")]
    public async Task Commands_that_are_rejected_degrade_until_Discord_accepts_them(string route, int status, bool byHttp, string healthy)
    {
        ExpectsErrors = true;
        Server.Faults.Next(route, Fault.Of(status, 50035, "Invalid Form Body"));
        Start(byHttp ? Http : null);
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.CommandsRejected, $"{status}"), Deadline);
        await WaitForHealthAsync(ComponentStatus.Degraded, NotTaken);
        Assert.Equal(1, Gauge());
        Assert.Empty(Server.RegisteredCommands());

        Time.Advance(s_retry);

        await Server.WaitForCommandsAsync(Deadline);
        await WaitForHealthAsync(ComponentStatus.Healthy, healthy);
        Assert.Equal(1, Gauge());
    }

    [Fact]
    public async Task Commands_that_fail_on_the_way_degrade_until_they_arrive()
    {
        await ServeAsync(Options with { HeartbeatInterval = TimeSpan.FromDays(10) });
        Server.Faults.Next(Put, Fault.Of(500, 0, "Internal Server Error"), times: 5);
        Start();
        await Server.WaitForReadyAsync(1, Deadline);
        await Server.Calls.WaitForAsync(Put, 1, Deadline);
        await WaitForHealthAsync(ComponentStatus.Healthy, "by the gateway, shards: 1");

        Time.Advance(TimeSpan.FromSeconds(10));

        await WaitForHealthAsync(ComponentStatus.Degraded, NotYet);
        for (var call = 2; call <= 6; call++)
        {
            await Log.WaitForAsync(Kind.Logged(DiscordEvents.RequestFailed, "PUT applications", $"failure {call - 1}"), Deadline);
            await AdvanceUntilAsync(() => Server.Calls.Of(Put).Count >= call);
        }

        await WaitForHealthAsync(ComponentStatus.Healthy, "by the gateway, shards: 1");
    }

    [Fact]
    public async Task Interactions_that_go_elsewhere_degrade_until_they_come()
    {
        ExpectsErrors = true;
        Server.Faults.Next("GET applications/@me", Fault.Answers(new JsonObject { ["id"] = "1140000000000000042", ["verify_key"] = "", ["interactions_endpoint_url"] = "https://elsewhere.example/interactions" }));
        Start();
        await Server.WaitForReadyAsync(1, Deadline);
        await WaitForHealthAsync(ComponentStatus.Degraded, "Discord sends the interactions to the Interactions Endpoint URL of the developer portal, not to this bot.");
        await Server.WaitForCommandsAsync(Deadline);

        Time.Advance(s_retry);

        await WaitForHealthAsync(ComponentStatus.Healthy, "by the gateway, shards: 1");
    }

    [Fact]
    public async Task By_HTTP_with_a_key_requests_are_taken_while_the_API_is_away_which_health_tells()
    {
        var search = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Start(new() { Token = Token, ApiUrl = $"http://127.0.0.1:{FreePort.Take()}/api/v10/", Mode = "Http", PublicKey = Server.PublicKey }, _ => search.Task);
        await WaitForHealthAsync(ComponentStatus.Unhealthy, "Waits for the search to be built.");
        Assert.Equal(0, Gauge());

        search.SetResult();

        await WaitForHealthAsync(ComponentStatus.Healthy, "by HTTP");
        Time.Advance(TimeSpan.FromSeconds(10));
        await WaitForHealthAsync(ComponentStatus.Degraded, NotYet);
        Assert.Equal(1, Gauge());
    }

    [Fact]
    public async Task By_HTTP_without_a_key_health_tells_that_it_is_waited_for()
    {
        var gate = new TaskCompletionSource();
        Server.Faults.Next("GET applications/@me", Fault.Slow(gate.Task));
        Start(Http);
        await WaitForHealthAsync(ComponentStatus.Unhealthy, "Waits for the app's public key from Discord. With Discord:PublicKey set it would not need to.");

        gate.SetResult();

        await WaitForHealthAsync(ComponentStatus.Healthy, "by HTTP");
    }

    private async Task AdvanceUntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            Deadline.ThrowIfCancellationRequested();
            Time.Advance(TimeSpan.FromSeconds(0.25));
            await Task.Yield();
        }
    }

    // What bot.health says.
    private int? Gauge()
    {
        int? value = null;
        using var meters = new BotTelemetry(null, _ => true);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Name == "bot.health")
            {
                l.EnableMeasurementEvents(instrument, this);
            }
        };
        listener.SetMeasurementEventCallback<int>((_, measured, tags, _) => value = tags[0].Value as string == Health.State.Name ? measured : value);
        listener.Start();
        meters.ObserveHealth([Health]);
        listener.RecordObservableInstruments();
        return value;
    }
}
