using Microsoft.Extensions.Time.Testing;

namespace Bot.Testing;

/// <summary>A clock that moves on by itself when a wait of one length begins, so that nobody waits for it. All other waits are left to the test.</summary>
/// <param name="skipped">The length of the waits that are skipped.</param>
internal sealed class SkippingClock(TimeSpan skipped) : FakeTimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime == skipped)
        {
            Advance(dueTime);
        }

        return timer;
    }
}
