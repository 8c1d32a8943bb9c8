namespace Bot.Loopback.Discord;

/// <summary>A flood of slash commands: so many in flight at once, each counted when it is answered.</summary>
internal sealed class FloodRun(DiscordServer server, int count, int inFlight) : IDisposable
{
    private readonly SemaphoreSlim _room = new(inFlight);
    private readonly TimeSpan[] _latencies = new TimeSpan[count];
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _ended;
    private int _answered;
    private int _wrong;
    private int _late;

    /// <summary>Sends all, and waits for all answers.</summary>
    public async Task<FloodResult> RunAsync(IReadOnlyList<FloodTemplate> templates, CancellationToken cancellation)
    {
        var time = server.Options.Time;
        var started = time.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            await _room.WaitAsync(cancellation);
            var item = new FloodItem(server.Ids.Next(), time.GetUtcNow(), time.GetTimestamp(), this);
            var template = templates[i % templates.Count];
            server.Send(item, template.Fill(item.Id, item.Token), template.Guild);
        }

        await _done.Task.WaitAsync(cancellation);
        Array.Sort(_latencies);
        return new(_answered, _wrong, _late, time.GetElapsedTime(started), _latencies);
    }

    /// <summary>Counts an answer; false if it is late.</summary>
    public bool End(FloodItem item, bool isMessage)
    {
        var time = server.Options.Time;
        server.Interactions.Remove(item.Id);
        var latency = time.GetElapsedTime(item.Started);
        var isLate = latency > Interactions.FirstWait;
        if (isLate)
        {
            Interlocked.Increment(ref _late);
        }
        else if (isMessage)
        {
            Interlocked.Increment(ref _answered);
        }
        else
        {
            Interlocked.Increment(ref _wrong);
        }

        var ended = Interlocked.Increment(ref _ended);
        _latencies[ended - 1] = latency;
        _room.Release();
        if (ended == count)
        {
            _done.TrySetResult();
        }

        return !isLate;
    }

    /// <inheritdoc/>
    public void Dispose() => _room.Dispose();
}
