namespace Bot.Loopback.Discord;

/// <summary>How many payloads a connection sends: no more than 120 in 60 seconds ("Gateway", Rate Limiting).</summary>
internal sealed class PayloadRate(TimeProvider time)
{
    private const int Limit = 120;
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(60);
    private readonly Queue<DateTimeOffset> _times = new(Limit + 1);

    /// <summary>Counts one; false if it is one too many.</summary>
    public bool Take()
    {
        var now = time.GetUtcNow();
        while (_times.TryPeek(out var first) && now - first >= s_window)
        {
            _times.Dequeue();
        }

        _times.Enqueue(now);
        return _times.Count <= Limit;
    }
}
