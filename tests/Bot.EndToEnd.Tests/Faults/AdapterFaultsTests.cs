using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Discord;
using Bot.Hosting;
using Bot.Logging;
using Bot.Telegram;
using Bot.Telegram.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.EndToEnd.Tests.Faults;

public sealed class AdapterFaultsTests : FaultsTest
{
    // Only the supervisor's waits: the adapters have the system's clock.
    private readonly FakeTimeProvider _time = new();
    private readonly ApplicationLifetime _lifetime = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly TaskCompletionSource _fault = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory]
    [InlineData("Telegram")]
    [InlineData("Discord")]
    public async Task An_adapter_that_fails_is_restarted_while_the_other_continues(string failing)
    {
        ExpectsErrors = true;
        using var telegram = new TelegramAdapter(new TelegramOptions { Token = TelegramToken, ApiUrl = Telegram.Url }, Shared("telegram"));
        using var discord = new DiscordAdapter(BotOptions, Shared("discord"));
        var registrations = new[] { Registration("Telegram", telegram.RunAsync), Registration("Discord", discord.RunAsync) };
        var failed = Array.FindIndex(registrations, r => r.Name == failing);
        registrations[failed] = registrations[failed] with { RunAsync = FailOnce(registrations[failed].RunAsync) };
        using var supervisor = new AdapterSupervisor(registrations, _lifetime, _time, Random.Shared, Log.Loggers.CreateLogger<AdapterSupervisor>());
        await supervisor.StartAsync(Deadline);
        _lifetime.NotifyStarted();
        await WaitUntilReadyAsync();
        await AskOnBothAsync();

        _fault.SetResult();
        await Log.WaitForAsync(LoggedEvent.OfHost(HostEvents.AdapterRestarting, failing), Deadline);
        await (failing == "Telegram" ? AskAsync() : AskOnTelegramAsync(Question));

        PassIdentifyPause();
        _time.Advance(TimeSpan.FromSeconds(1));
        await WaitUntilReadyAsync();
        await AskOnBothAsync();
        await supervisor.StopAsync(Deadline);

        Assert.Equal(0, supervisor.ExitCode);
        Assert.Single(Log.Of(LoggedEvent.OfHost(HostEvents.AdapterRestarting)));
    }

    // The first run serves until the fault.
    private Func<CancellationToken, Task> FailOnce(Func<CancellationToken, Task> run) => async cancellation =>
    {
        if (_fault.Task.IsCompleted)
        {
            await run(cancellation);
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = run(stop.Token);
        await _fault.Task.WaitAsync(cancellation);
        await stop.CancelAsync();
        await running;
        throw new InvalidOperationException("A fault that a test injects.");
    };

    private AdapterRegistration Registration(string name, Func<CancellationToken, Task> run) => new(name, run, new ComponentHealth(name, _time));

    private AdapterServices Shared(string platform) =>
        new(SampleBase.Answerer, AdapterTelemetry.None(platform, TimeProvider.System), TimeProvider.System, Random.Shared) { Loggers = Log.Loggers };
}
