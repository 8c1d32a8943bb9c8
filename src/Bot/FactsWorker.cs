using Bot.Answers;
using Bot.Facts;
using Bot.Logging;
using Bot.Watching;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot;

/// <summary>Prepares the search once the bot has started, and keeps the answers in step with the base's files. A broken edit is logged whole, and the old base goes on serving.</summary>
internal sealed partial class FactsWorker(FactBaseWatcher watcher, Answerer answerer, ServedFacts served, TimeProvider time, ILogger<FactsWorker> logger) : BackgroundService
{
    // Reaching the platforms needs the machine as well, and takes about so long. A question that comes sooner waits for its own search only.
    private static readonly TimeSpan s_reachingPlatforms = TimeSpan.FromMilliseconds(250);

    private DateTimeOffset? _brokenSince;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(PrepareAsync(stoppingToken), watcher.WatchAsync(Changed, stoppingToken));

    // A bot mostly waits: what its start left behind, a tenth of the process, is given back.
    private async Task PrepareAsync(CancellationToken cancellation)
    {
        await Task.Delay(s_reachingPlatforms, time, cancellation).ConfigureAwait(false);
        answerer.Prepare();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
    }

    private void Changed(LoadResult result)
    {
        if (result.Base is { } sound)
        {
            answerer.Use(sound);
            _brokenSince = null;
            served.Serve(sound);
            LogServing(sound.Version, sound.Facts.Length);
        }
        else
        {
            _brokenSince ??= time.GetUtcNow();
            served.IsBroken(result.Problems.Length, _brokenSince.Value);
            LogBroken(result.Problems.Length, answerer.Version, string.Join("\n", result.Problems));
        }
    }

    [LoggerMessage(HostEvents.FactsReloaded, LogLevel.Information, "The facts have changed: serving version {Version} with {Facts} facts.")]
    private partial void LogServing(string version, int facts);

    [LoggerMessage(HostEvents.FactsRejected, LogLevel.Error, "The facts have changed and have {Count} problem(s); version {Version} goes on serving.\n{Problems}")]
    private partial void LogBroken(int count, string version, string problems);
}
