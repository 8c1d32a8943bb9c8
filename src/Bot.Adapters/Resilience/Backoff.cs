namespace Bot.Adapters.Resilience;

/// <summary>Exponential backoff with jitter.</summary>
public static class Backoff
{
    private static readonly TimeSpan s_initialDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan s_defaultMaxDelay = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The delay before the next attempt. It doubles with each failure up to a maximum, and a random part of up to one half is subtracted, so that many
    /// bots do not reconnect at once ("equal jitter": Brooker, Exponential Backoff And Jitter, AWS Architecture Blog).
    /// </summary>
    /// <param name="failures">The number of failed attempts in a row, from 1.</param>
    /// <param name="random">A random number from 0 to below 1.</param>
    /// <param name="maxDelay">The maximum delay; 30 s by default.</param>
    public static TimeSpan Delay(int failures, double random, TimeSpan? maxDelay = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(failures);
        var delay = s_initialDelay * Math.Pow(2, Math.Min(failures - 1, 16));
        var max = maxDelay ?? s_defaultMaxDelay;
        return (delay < max ? delay : max) * (0.5 + (random / 2));
    }
}
