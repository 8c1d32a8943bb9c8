using Bot.Adapters.Monitoring;
using Bot.Answers;
using Bot.Facts;
using Bot.Logging;
using Bot.Monitoring;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>
/// Builds the search, which whoever takes questions waits for, and keeps the answers in step with the base's files. A broken edit is
/// logged whole, and the old base stays in service.
/// </summary>
/// <param name="watcher">Notices edits.</param>
/// <param name="answerer">Who answers.</param>
/// <param name="prepare">Builds the search of the base that was loaded.</param>
/// <param name="served">Takes which base is served.</param>
/// <param name="signals">Takes that the files are watched.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Takes what happens.</param>
internal sealed partial class FactBaseService(
    FactBaseWatcher watcher, Answerer answerer, Func<CancellationToken, Task> prepare, ServedBase served, LivenessSignals signals, TimeProvider time, ILogger<FactBaseService> logger)
    : BackgroundService
{
    private readonly TaskCompletionSource _searchBuilt = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LivenessSignal _signal = signals.Add("facts.watch", LivenessBounds.FactsWatch);
    private DateTimeOffset? _brokenSince;
    private bool _isStalled;

    /// <summary>Waits until the search is built. If it never is, the host stops, and with it the wait.</summary>
    public Task WaitForSearchAsync(CancellationToken cancellation) => _searchBuilt.Task.WaitAsync(cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _ = stoppingToken.Register(_signal.Stop);
        await prepare(stoppingToken).ConfigureAwait(false);
        served.Begin();
        _signal.Beat();
        _searchBuilt.SetResult();

        // A bot mostly waits: what its start left behind, a tenth of the process, is given back.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        await watcher.WatchAsync(found => LookAsync(found, stoppingToken), StallAsync, stoppingToken).ConfigureAwait(false);
    }

    private Task StallAsync()
    {
        // The bot answers from memory meanwhile: a restart would only wait for the same folder.
        _signal.Beat();
        if (!_isStalled)
        {
            _isStalled = true;
            served.SetStalled(FactBaseWatcher.MaxPollDuration);
            LogStalled(FactBaseWatcher.MaxPollDuration.TotalSeconds, answerer.Version);
        }

        return Task.CompletedTask;
    }

    private async Task LookAsync(LoadResult? found, CancellationToken cancellation)
    {
        if (_isStalled)
        {
            _isStalled = false;
            served.ClearStall();
            LogResumed();
        }

        if (found is not null)
        {
            _signal.Beat(LivenessBounds.FactsBuild);
            await ChangeAsync(found, cancellation).ConfigureAwait(false);
        }

        _signal.Beat();
    }

    private async Task ChangeAsync(LoadResult result, CancellationToken cancellation)
    {
        if (result.Base is { } valid)
        {
            await answerer.SwitchToAsync(valid, cancellation).ConfigureAwait(false);
            _brokenSince = null;
            served.Serve(valid);
            LogServing(valid.Version, valid.Facts.Length);
        }
        else
        {
            _brokenSince ??= time.GetUtcNow();
            served.SetDegraded(result.Problems.Length, _brokenSince.Value);
            LogInvalidBase(result.Problems.Length, answerer.Version, string.Join("\n", result.Problems));
        }
    }

    [LoggerMessage(HostEvents.FactsReloaded, LogLevel.Information, "The facts have changed: serving version {Version} with {Facts} facts.")]
    private partial void LogServing(string version, int facts);

    [LoggerMessage(HostEvents.FactsRejected, LogLevel.Error, "The facts have changed and have {Count} problem(s); version {Version} stays in service.\n{Problems}")]
    private partial void LogInvalidBase(int count, string version, string problems);

    [LoggerMessage(HostEvents.FactsStalled, LogLevel.Warning, "The folder of the facts has not answered for {Seconds} s; version {Version} stays in service, and edits are not seen until it does.")]
    private partial void LogStalled(double seconds, string version);

    [LoggerMessage(HostEvents.FactsResumed, LogLevel.Information, "The folder of the facts answers again.")]
    private partial void LogResumed();
}
