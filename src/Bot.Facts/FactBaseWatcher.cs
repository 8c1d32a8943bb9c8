namespace Bot.Facts;

/// <summary>
/// Detects edits of a base and reloads it. It polls the files' sizes and times four times a second. Polling works
/// on every file system, including network mounts and container volumes, where change notifications get lost.
/// </summary>
/// <remarks>Create it before the base is first loaded, so that a change between the two is detected.</remarks>
/// <param name="folder">The base's folder.</param>
/// <param name="time">The clock that times the polls.</param>
public sealed class FactBaseWatcher(string folder, TimeProvider time)
{
    /// <summary>The time between two polls. An edit is loaded once two polls in a row have seen the same files, so never in the middle of a write.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a poll may take before the folder counts as not responding. Reading a base takes less than a second, or a few seconds from a slow network mount.</summary>
    public static readonly TimeSpan MaxPollDuration = TimeSpan.FromSeconds(30);

    private string _loaded = Fingerprint(folder);
    private string? _last;

    /// <summary>Watches until cancelled. A poll of a mount that hangs does not end; watching continues when the mount is back.</summary>
    /// <param name="onPolled">Receives the result of each poll: a base or its problems; null when nothing was loaded. The next poll waits for it.</param>
    /// <param name="onStalled">Called each time a poll has run for another <see cref="MaxPollDuration"/>.</param>
    /// <param name="cancellation">Ends the watch.</param>
    /// <exception cref="OperationCanceledException">The watch was cancelled.</exception>
    public Task WatchAsync(Func<LoadResult?, Task> onPolled, Func<Task> onStalled, CancellationToken cancellation) => WatchAsync(Poll, onPolled, onStalled, cancellation);

    /// <summary>Watches with the caller's own poll.</summary>
    internal async Task WatchAsync(Func<LoadResult?> poll, Func<LoadResult?, Task> onPolled, Func<Task> onStalled, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(onPolled);
        ArgumentNullException.ThrowIfNull(onStalled);
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false))
        {
            var running = Task.Run(poll, CancellationToken.None);
            while (!await EndsInTimeAsync(running, cancellation).ConfigureAwait(false))
            {
                await onStalled().ConfigureAwait(false);
            }

            await onPolled(await running.ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    /// <summary>Polls once. The result of loading, if this poll and the one before it saw the same files and these differ from the loaded ones; otherwise null.</summary>
    internal LoadResult? Poll()
    {
        var now = Fingerprint(folder);
        var isSettled = now == _last;
        _last = now;
        if (!isSettled || now == _loaded)
        {
            return null;
        }

        _loaded = now;
        return FactBaseLoader.Load(folder);
    }

    private async Task<bool> EndsInTimeAsync(Task running, CancellationToken cancellation)
    {
        using var delayCancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(running, Task.Delay(MaxPollDuration, time, delayCancellation.Token)).ConfigureAwait(false);
        await delayCancellation.CancelAsync().ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return running.IsCompleted;
    }

    private static string Fingerprint(string folder)
    {
        var (paths, problems) = FactFiles.Find(folder);
        return string.Join('\n', [.. paths.Select(file => $"{file} {State(Path.Combine(folder, file))}"), .. problems.Select(p => p.ToString())]);
    }

    // A file that cannot be read has a state of its own, so that its return is detected. The other files are still watched.
    private static string State(string path)
    {
        try
        {
            var info = new FileInfo(path);
            return $"{info.Length} {info.LastWriteTimeUtc.Ticks}";
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return ex.GetType().Name;
        }
    }
}
