namespace Bot.Loopback.Discord;

/// <summary>Makes identifiers that tell when they were made ("API Reference", Snowflakes).</summary>
internal sealed class Snowflakes(TimeProvider time)
{
    // The first second of 2015.
    private const long Epoch = 1420070400000;
    private int _count;

    /// <summary>A new one.</summary>
    public ulong Next() => At(time.GetUtcNow()) | (uint)(Interlocked.Increment(ref _count) & 0x3FFFFF);

    private static ulong At(DateTimeOffset time) => (ulong)(time.ToUnixTimeMilliseconds() - Epoch) << 22;
}
