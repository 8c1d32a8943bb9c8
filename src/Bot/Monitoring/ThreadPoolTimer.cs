using Bot.Adapters.Monitoring;
using Microsoft.Extensions.Hosting;

namespace Bot.Monitoring;

/// <summary>
/// Beats from the thread pool. Requests of platforms are handled there, and no loop of the bot waits for them. If the pool no longer runs
/// its work, the signal falls silent.
/// </summary>
/// <param name="signals">The liveness signals.</param>
/// <param name="time">The clock.</param>
internal sealed class ThreadPoolTimer(LivenessSignals signals, TimeProvider time) : BackgroundService
{
    private readonly LivenessSignal _signal = signals.Add("threadpool", LivenessBounds.ThreadPool);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _ = stoppingToken.Register(_signal.Stop);
        _signal.Beat();
        using var timer = new PeriodicTimer(LivenessBounds.ThreadPoolInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            _signal.Beat();
        }
    }
}
