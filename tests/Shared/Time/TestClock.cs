using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Testing;

/// <summary>A clock that the test moves, and that tells which waits began, so that it is never moved too early.</summary>
internal sealed class TestClock() : FakeTimeProvider(new(2025, 2, 18, 12, 0, 0, TimeSpan.Zero))
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>How long the next wait is, once it began.</summary>
    public ValueTask<TimeSpan> NextWaitAsync(CancellationToken cancellation) => _waits.Reader.ReadAsync(cancellation);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }
}
