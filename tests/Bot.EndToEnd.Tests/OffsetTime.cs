namespace Bot.EndToEnd.Tests;

/// <summary>The real clock, which a test can put forward. Waits take the time that they take.</summary>
internal sealed class OffsetTime : TimeProvider
{
    private long _ahead;

    /// <summary>Puts it forward; back with a negative time.</summary>
    public void Forward(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => System.GetElapsedTime(0).Ticks + Interlocked.Read(ref _ahead);
}
