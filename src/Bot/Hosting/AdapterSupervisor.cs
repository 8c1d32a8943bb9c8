using Bot.Adapters.Resilience;
using Bot.Logging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>
/// Keeps the bot on all platforms that are configured. One that is refused leaves the others at work. One that fails is started again
/// while another is at work; without another, the process ends, and whoever keeps it starts it again.
/// </summary>
/// <param name="all">The platforms.</param>
/// <param name="lifetime">Ends the process.</param>
/// <param name="time">The clock that waits are timed by.</param>
/// <param name="random">Spreads waits.</param>
/// <param name="logger">Takes what fails.</param>
public sealed partial class AdapterSupervisor(IEnumerable<AdapterRegistration> all, IHostApplicationLifetime lifetime, TimeProvider time, Random random, ILogger<AdapterSupervisor> logger) : BackgroundService
{
    // A bug that shows at once would otherwise fill the log.
    private static readonly TimeSpan s_maxDelay = TimeSpan.FromMinutes(5);

    private int _running;

    /// <summary>The exit code: whether the bot was told to end, every platform has refused it, or it has failed.</summary>
    public int ExitCode { get; private set; } = Configuration.ExitCode.Ok;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A port that is taken is often another process of the same bot, from which nothing must be taken before this one ends.
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

            // Those that wait to be started again are not at work either.
            if (Interlocked.Decrement(ref _running) == 0)
            {
                adapter.Health.SetUnhealthy("Failed; see the log.");
                LogFailed(failure, adapter.Name);
                await stop.CancelAsync().ConfigureAwait(false);
                return AdapterEnd.Failed;
            }

            failures = time.GetElapsedTime(start) > s_maxDelay ? 1 : failures;
            var delay = Backoff.Delay(failures, random.NextDouble(), s_maxDelay);
            adapter.Health.SetUnhealthy($"Failed {failures} time(s), and is started again; see the log.");
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
        // What a run leaves behind, such as loops that are watched for signs of life, ends with it.
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

    [LoggerMessage(HostEvents.AdapterFailed, LogLevel.Critical, "{Name} has failed, and no other platform is at work: the process ends with exit code 5.")]
    private partial void LogFailed(Exception ex, string name);

    [LoggerMessage(HostEvents.AdapterRestarting, LogLevel.Error, "{Name} has failed, and is started again in {Seconds} second(s).")]
    private partial void LogRestarting(Exception ex, string name, double seconds);

    private enum AdapterEnd
    {
        Stopped,
        Refused,
        Failed,
    }
}
