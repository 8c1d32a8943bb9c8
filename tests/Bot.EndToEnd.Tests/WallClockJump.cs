namespace Bot.EndToEnd.Tests;

/// <summary>The real clock, of which a test can set the wall's side alone, as an administrator or a time service does.</summary>
internal sealed class WallClockJump : TimeProvider
{
    private long _off;

    /// <summary>Sets it forward; back with a negative time.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref _off, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _off));
}
