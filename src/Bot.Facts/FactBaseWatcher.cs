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

    private string _loaded = Fingerprint(folder);
    private string? _last;

    /// <summary>Watches until cancelled.</summary>
    /// <param name="looked">Takes what each look found: the result of loading, whether a base or problems; null when nothing was loaded. The next look waits for it.</param>
    /// <param name="cancellation">Ends the watch.</param>
    /// <exception cref="OperationCanceledException">The watch was cancelled.</exception>
    public async Task WatchAsync(Func<LoadResult?, Task> looked, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(looked);
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false))
        {
            await looked(Poll()).ConfigureAwait(false);
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

    private static string Fingerprint(string folder)
    {
        try
        {
            return string.Join('\n', FactBaseLoader.Files(folder).Select(file =>
            {
                var info = new FileInfo(Path.Combine(folder, file));
                return $"{file} {info.Length} {info.LastWriteTimeUtc.Ticks}";
            }));
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // A file that vanished between listing and looking, or a missing folder: loading will say what is wrong.
            return ex.GetType().Name;
        }
    }
}
