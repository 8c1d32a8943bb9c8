namespace Bot.Facts;

/// <summary>
/// Notices edits of a base and loads it anew. It looks at the files' sizes and times four times a second, which works
/// on every file system, network mounts and container volumes included, where change notices get lost.
/// </summary>
/// <remarks>Make it before the base is first loaded: what changes between the two is then noticed.</remarks>
/// <param name="folder">The base's folder.</param>
/// <param name="time">The clock that the looks are timed by.</param>
public sealed class FactBaseWatcher(string folder, TimeProvider time)
{
    /// <summary>The time between two looks. An edit is loaded once two looks have seen the same files, so never in the middle of a write.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a look may take before the folder counts as one that does not answer: a base is read within a second, from a slow network mount within some.</summary>
    public static readonly TimeSpan MaxLook = TimeSpan.FromSeconds(30);

    private string _loaded = Fingerprint(folder);
    private string? _last;

    /// <summary>Watches until cancelled. A mount that hangs keeps a look from ending, and the watch goes on when it is back.</summary>
    /// <param name="looked">Takes what each look found: the result of loading, whether a base or problems; null when nothing was loaded. The next look waits for it.</param>
    /// <param name="stalled">Takes that a look has not ended for <see cref="MaxLook"/>, each time that it has not for as long again.</param>
    /// <param name="cancellation">Ends the watch.</param>
    /// <exception cref="OperationCanceledException">The watch was cancelled.</exception>
    public Task WatchAsync(Func<LoadResult?, Task> looked, Func<Task> stalled, CancellationToken cancellation) => WatchAsync(Poll, looked, stalled, cancellation);

    /// <summary>Watches with looks of the caller's.</summary>
    internal async Task WatchAsync(Func<LoadResult?> poll, Func<LoadResult?, Task> looked, Func<Task> stalled, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(looked);
        ArgumentNullException.ThrowIfNull(stalled);
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false))
        {
            var look = Task.Run(poll, CancellationToken.None);
            while (!await EndsAsync(look, cancellation).ConfigureAwait(false))
            {
                await stalled().ConfigureAwait(false);
            }

            await looked(await look.ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    /// <summary>Looks once. The result of loading, if this look and the one before it saw the same files, and others than are loaded.</summary>
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

    private async Task<bool> EndsAsync(Task look, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(look, Task.Delay(MaxLook, time, over.Token)).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return look.IsCompleted;
    }

    private static string Fingerprint(string folder)
    {
        var (paths, problems) = FactFiles.Find(folder);
        return string.Join('\n', [.. paths.Select(file => $"{file} {State(Path.Combine(folder, file))}"), .. problems.Select(p => p.ToString())]);
    }

    // What cannot be read is another state, so that its return is seen; the rest is watched meanwhile.
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
