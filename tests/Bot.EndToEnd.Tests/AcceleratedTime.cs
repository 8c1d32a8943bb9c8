namespace Bot.EndToEnd.Tests;

/// <summary>A clock on which every wait is over in a fraction of its time.</summary>
/// <param name="haste">How many times faster.</param>
internal sealed class AcceleratedTime(int haste = 100) : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / haste : dueTime, period > TimeSpan.Zero ? period / haste : period);
}
