namespace Bot.EndToEnd.Tests;

/// <summary>A clock on which every wait is over in a hundredth of its time.</summary>
internal sealed class HurriedTime : TimeProvider
{
    private const int Haste = 100;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Haste : dueTime, period > TimeSpan.Zero ? period / Haste : period);
}
