namespace Bot.Adapters.Resilience;

/// <summary>How long to wait before trying again.</summary>
public static class Backoff
{
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Twice as long after each failure, up to a longest time, of which a random half is taken away, so that many bots do not come back
    /// at once ("equal jitter": Brooker, Exponential Backoff And Jitter, AWS Architecture Blog).
    /// </summary>
    /// <param name="failures">How many tries have failed in a row, from 1.</param>
    /// <param name="random">A number from 0 to below 1.</param>
    /// <param name="maxDelay">The longest time; 30 s unless it is given.</param>
    public static TimeSpan Delay(int failures, double random, TimeSpan? maxDelay = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(failures);
        var whole = s_first * Math.Pow(2, Math.Min(failures - 1, 16));
        var max = maxDelay ?? s_longest;
        return (whole < max ? whole : max) * (0.5 + (random / 2));
    }
}
