using System.Runtime;
using Bot.Adapters.Monitoring;
using Bot.Answers;
using Bot.Facts;
using Bot.Logging;
using Bot.Monitoring;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>
/// Builds the search, for which all transports wait, and updates the answers when the files of the base change. An invalid edit is
/// logged in full, and the previous base stays in service.
/// </summary>
/// <param name="watcher">Detects edits.</param>
/// <param name="answerer">Answers from the base.</param>
/// <param name="prepare">Builds the search of the loaded base.</param>
/// <param name="served">The base that is served, for health and metrics.</param>
/// <param name="signals">The liveness signals, one of which shows that the files are watched.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The logger.</param>
internal sealed partial class FactBaseService(
    FactBaseWatcher watcher, Answerer answerer, Func<CancellationToken, Task> prepare, ServedBase served, LivenessSignals signals, TimeProvider time, ILogger<FactBaseService> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_startDuration = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource _searchBuilt = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LivenessSignal _signal = signals.Add("facts.watch", LivenessBounds.FactsWatch);
    private DateTimeOffset? _brokenSince;
    private bool _isStalled;

    /// <summary>Waits until the search is built. If that fails, the host stops, which cancels the wait.</summary>
    public Task WaitForSearchAsync(CancellationToken cancellation) => _searchBuilt.Task.WaitAsync(cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _ = stoppingToken.Register(_signal.Stop);
        await prepare(stoppingToken).ConfigureAwait(false);
        served.Begin();
        if (Answerer.VectorProblem is { } problem)
        {
            LogNoVectors(problem);
        }

        _signal.Beat();
        _searchBuilt.SetResult();
        SaveClassifier();

        await Task.WhenAll(ReleaseMemoryAsync(stoppingToken), watcher.WatchAsync(found => LookAsync(found, stoppingToken), StallAsync, stoppingToken)).ConfigureAwait(false);
    }

    // The bot is mostly idle, so the memory that its start and the first answers have used, a fifth of the process, is released once both are over.
    private async Task ReleaseMemoryAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(s_startDuration, time, stoppingToken).ConfigureAwait(false);
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
    }

    // A folder that cannot be written to was warned of at the start.
    private void SaveClassifier()
    {
        try
        {
            answerer.SaveClassifier();
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            LogClassifierNotSaved(ex.Message);
        }
    }

    private Task StallAsync()
    {
        // The bot answers from memory meanwhile. A restart would only wait for the same folder, so the loop counts as alive.
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

    /// <summary>Serves what was loaded, unless it is invalid or means the same as what is served.</summary>
    internal async Task ChangeAsync(LoadResult result, CancellationToken cancellation)
    {
        if (result.Base is { } valid)
        {
            // A new comment or a renamed file changes no answer, and caches and buttons belong to the version.
            if (!served.IsServing(valid))
            {
                await answerer.SwitchToAsync(valid, cancellation).ConfigureAwait(false);
                SaveClassifier();
            }
            else if (_brokenSince is null)
            {
                return;
            }

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

    [LoggerMessage(HostEvents.ClassifierNotSaved, LogLevel.Information, "The trained classifier cannot be saved in the folder of State:Folder: {Error} The next start will train it again.")]
    private partial void LogClassifierNotSaved(string error);

    [LoggerMessage(HostEvents.FactsRejected, LogLevel.Error, "The facts have changed and have {Count} problem(s); version {Version} stays in service.\n{Problems}")]
    private partial void LogInvalidBase(int count, string version, string problems);

    [LoggerMessage(HostEvents.NoVectors, LogLevel.Warning, "Questions are matched by their words alone, so that fewer are answered: {Problem}")]
    private partial void LogNoVectors(string problem);

    [LoggerMessage(HostEvents.FactsStalled, LogLevel.Warning, "The folder of the facts has not answered for {Seconds} s; version {Version} stays in service, and edits are not seen until it does.")]
    private partial void LogStalled(double seconds, string version);

    [LoggerMessage(HostEvents.FactsResumed, LogLevel.Information, "The folder of the facts answers again.")]
    private partial void LogResumed();
}
