using Bot.Adapters.Resilience;
using Bot.Logging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>
/// Runs the bot on all configured platforms. If a platform rejects the settings, the others continue. An adapter that fails is restarted
/// while another one runs; otherwise the process ends, and its service manager restarts it.
/// </summary>
/// <param name="all">The platforms.</param>
/// <param name="lifetime">Stops the process.</param>
/// <param name="time">The clock for waits.</param>
/// <param name="random">The source of jitter.</param>
/// <param name="logger">The logger for failures.</param>
public sealed partial class AdapterSupervisor(IEnumerable<AdapterRegistration> all, IHostApplicationLifetime lifetime, TimeProvider time, Random random, ILogger<AdapterSupervisor> logger) : BackgroundService
{
    // Without a wait, a bug that shows at once would fill the log.
    private static readonly TimeSpan s_maxDelay = TimeSpan.FromMinutes(5);

    private int _running;

    /// <summary>The exit code: the bot was told to stop, every platform rejected it, or it failed.</summary>
    public int ExitCode { get; private set; } = Configuration.ExitCode.Ok;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A port that is in use often belongs to another process of the same bot, whose updates this process must not take before it fails.
        await StartedAsync(stoppingToken).ConfigureAwait(false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var adapters = all.ToList();
        _running = adapters.Count;
        var ended = await Task.WhenAll(adapters.Select(adapter => SuperviseAsync(adapter, stop))).ConfigureAwait(false);
        if (!stoppingToken.IsCancellationRequested)
        {
            ExitCode = ended.Contains(AdapterEnd.Failed) ? Configuration.ExitCode.Failed : Configuration.ExitCode.Refused;
            lifetime.StopApplication();
        }
    }

    private async Task StartedAsync(CancellationToken cancellation)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<AdapterEnd> SuperviseAsync(AdapterRegistration adapter, CancellationTokenSource stop)
    {
        for (var failures = 1; ; failures++)
        {
            var start = time.GetTimestamp();
            if (await RunAsync(adapter, stop.Token).ConfigureAwait(false) is not { } failure)
            {
                Interlocked.Decrement(ref _running);
                return AdapterEnd.Refused;
            }

            // Adapters that wait for their restart do not count as running.
            if (Interlocked.Decrement(ref _running) == 0)
            {
                adapter.Health.SetUnhealthy("The adapter failed; see the log.");
                LogFailed(failure, adapter.Name);
                await stop.CancelAsync().ConfigureAwait(false);
                return AdapterEnd.Failed;
            }

            failures = time.GetElapsedTime(start) > s_maxDelay ? 1 : failures;
            var delay = Backoff.Delay(failures, random.NextDouble(), s_maxDelay);
            adapter.Health.SetUnhealthy($"The adapter failed {failures} time(s) and will be restarted; see the log.");
            LogRestarting(failure, adapter.Name, Math.Ceiling(delay.TotalSeconds));
            await Task.Delay(delay, time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested)
            {
                return AdapterEnd.Stopped;
            }

            Interlocked.Increment(ref _running);
        }
    }

    // Null unless it failed.
    private static async Task<Exception?> RunAsync(AdapterRegistration adapter, CancellationToken cancellation)
    {
        // Everything that a run leaves behind, such as liveness signals, ends with it.
        using var run = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            await adapter.RunAsync(run.Token).ConfigureAwait(false);
            return null;
        }
        catch (Exception ex) when (!cancellation.IsCancellationRequested)
        {
            await run.CancelAsync().ConfigureAwait(false);
            return ex;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    [LoggerMessage(HostEvents.AdapterFailed, LogLevel.Critical, "{Name} has failed, and no other platform is running: the process ends with exit code 5.")]
    private partial void LogFailed(Exception ex, string name);

    [LoggerMessage(HostEvents.AdapterRestarting, LogLevel.Error, "{Name} has failed and will be restarted in {Seconds} second(s).")]
    private partial void LogRestarting(Exception ex, string name, double seconds);

    private enum AdapterEnd
    {
        Stopped,
        Refused,
        Failed,
    }
}
