using System.Buffers.Text;
using Bot.Adapters.Monitoring;

namespace Bot.Discord.Gateway;

/// <summary>
/// Keeps a connection alive and detects when it is dead: when a heartbeat is not acknowledged before the next one is due (Gateway,
/// Sending Heartbeats).
/// </summary>
/// <param name="socket">The connection.</param>
/// <param name="signal">The shard's liveness signal.</param>
/// <param name="time">The clock.</param>
/// <param name="random">The source of jitter for the first heartbeat. Safe for any number of threads.</param>
/// <param name="sequence">The last sequence number received; null before the first.</param>
internal sealed class Heartbeat(GatewaySocket socket, LivenessSignal signal, TimeProvider time, Random random, Func<long?> sequence)
{
    // A connection may send 120 messages in 60 seconds (Gateway, Rate Limiting). Requested heartbeats leave room for the others.
    private const int MaxRequestedPerMinute = 100;

    private readonly Queue<long> _sent = new();
    private readonly Lock _lock = new();
    private volatile bool _isConfirmed = true;

    /// <summary>Records that the last heartbeat was acknowledged.</summary>
    public void Confirm() => _isConfirmed = true;

    /// <summary>Sends heartbeats until one is not acknowledged or it is cancelled.</summary>
    /// <param name="interval">The heartbeat interval.</param>
    /// <param name="cancellation">Stops the heartbeats.</param>
    public async Task RunAsync(TimeSpan interval, CancellationToken cancellation)
    {
        var first = interval * random.NextDouble();
        signal.Beat(first);
        await Task.Delay(first, time, cancellation).ConfigureAwait(false);
        while (_isConfirmed)
        {
            _isConfirmed = false;
            await SendAsync(cancellation).ConfigureAwait(false);
            signal.Beat(interval);
            await Task.Delay(interval, time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Sends a heartbeat that Discord requested.</summary>
    public Task SendRequestedAsync(CancellationToken cancellation) => MaySend() ? SendAsync(cancellation) : Task.CompletedTask;

    private Task SendAsync(CancellationToken cancellation)
    {
        lock (_lock)
        {
            _sent.Enqueue(time.GetTimestamp());
        }

        Span<byte> json = stackalloc byte[64];
        """{"op":1,"d":"""u8.CopyTo(json);
        var length = """{"op":1,"d":"""u8.Length;
        if (sequence() is { } last)
        {
            Utf8Formatter.TryFormat(last, json[length..], out var digits);
            length += digits;
        }
        else
        {
            "null"u8.CopyTo(json[length..]);
            length += 4;
        }

        json[length++] = (byte)'}';
        return socket.SendAsync(json[..length].ToArray(), cancellation);
    }

    private bool MaySend()
    {
        lock (_lock)
        {
            while (_sent.TryPeek(out var oldest) && time.GetElapsedTime(oldest) > TimeSpan.FromMinutes(1))
            {
                _sent.Dequeue();
            }

            return _sent.Count < MaxRequestedPerMinute;
        }
    }
}
