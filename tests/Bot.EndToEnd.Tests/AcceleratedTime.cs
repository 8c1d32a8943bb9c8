namespace Bot.EndToEnd.Tests;

/// <summary>
/// A clock on which every wait is over in a fraction of its time. Only the limits of calls to the Bot API (30 s, and 65 s for a poll) last
/// as long as they do: a busy machine would reach a fraction of them.
/// </summary>
/// <param name="speedup">How many times faster.</param>
internal class AcceleratedTime(int speedup = 100) : TimeProvider
{
    private static readonly TimeSpan[] s_limits = [TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(65)];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime > TimeSpan.Zero && !s_limits.Contains(dueTime) ? dueTime / speedup : dueTime, period > TimeSpan.Zero ? period / speedup : period);
}
