using Bot.Answers;
using Bot.Facts;
using Bot.Watching;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot;

/// <summary>Keeps the answers in step with the base's files. A broken edit is logged whole, and the old base goes on serving.</summary>
internal sealed partial class FactsWorker(FactBaseWatcher watcher, Answerer answerer, ServedFacts served, TimeProvider time, ILogger<FactsWorker> logger) : BackgroundService
{
    private DateTimeOffset? _brokenSince;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => watcher.WatchAsync(Changed, stoppingToken);

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

    [LoggerMessage(1, LogLevel.Information, "The facts have changed: serving version {Version} with {Facts} facts.")]
    private partial void LogServing(string version, int facts);

    [LoggerMessage(2, LogLevel.Error, "The facts have changed and have {Count} problem(s); version {Version} goes on serving.\n{Problems}")]
    private partial void LogBroken(int count, string version, string problems);
}
