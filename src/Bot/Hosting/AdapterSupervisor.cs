using Bot.Adapters.Monitoring;
using Bot.Logging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>A platform that the bot is on.</summary>
/// <param name="Name">What logs call it.</param>
/// <param name="RunAsync">Runs until it is cancelled; ends earlier only when its settings will never do.</param>
/// <param name="Health">How it is.</param>
internal sealed record AdapterRegistration(string Name, Func<CancellationToken, Task> RunAsync, ComponentHealth Health);

/// <summary>Keeps the bot on all platforms that are configured. One that fails leaves the others at work; without any, the process ends.</summary>
internal sealed partial class AdapterSupervisor(IEnumerable<AdapterRegistration> all, IHostApplicationLifetime lifetime, ILogger<AdapterSupervisor> logger) : BackgroundService
{
    /// <summary>Whether all have ended by themselves.</summary>
    public bool HaveFailed { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A port that is taken is often another process of the same bot, from which nothing must be taken before this one ends.
        await StartedAsync(stoppingToken).ConfigureAwait(false);
        await Task.WhenAll(all.Select(adapter => RunAsync(adapter, stoppingToken))).ConfigureAwait(false);
        if (!stoppingToken.IsCancellationRequested)
        {
            HaveFailed = true;
            lifetime.StopApplication();
        }
    }

    private async Task StartedAsync(CancellationToken cancellation)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    private async Task RunAsync(AdapterRegistration adapter, CancellationToken cancellation)
    {
        try
        {
            await adapter.RunAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception ex) when (!cancellation.IsCancellationRequested)
        {
            adapter.Health.SetUnhealthy("Failed; see the log.");
            LogFailed(ex, adapter.Name);
        }
    }

    [LoggerMessage(HostEvents.AdapterFailed, LogLevel.Critical, "{Name} has failed.")]
    private partial void LogFailed(Exception ex, string name);
}
