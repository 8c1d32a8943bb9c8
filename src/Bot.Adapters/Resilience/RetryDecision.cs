namespace Bot.Adapters.Resilience;

/// <summary>The decision after a failed attempt.</summary>
public readonly record struct RetryDecision
{
    private RetryDecision(bool isRetry, bool isFailure, TimeSpan wait) => (IsRetry, IsFailure, Wait) = (isRetry, isFailure, wait);

    /// <summary>Give up, and rethrow the exception.</summary>
    public static RetryDecision Fail => default;

    /// <summary>Try again at once, without counting a failure.</summary>
    public static RetryDecision Now => After(TimeSpan.Zero);

    /// <summary>Count a failure, and try again after the delay of <see cref="Backoff"/> for the failures so far.</summary>
    public static RetryDecision BackOff => new(isRetry: true, isFailure: true, TimeSpan.Zero);

    /// <summary>Whether there is another attempt.</summary>
    internal bool IsRetry { get; }

    /// <summary>Whether the attempt counts as a failure, so that the wait depends on the number of failures.</summary>
    internal bool IsFailure { get; }

    /// <summary>The wait when the attempt does not count as a failure.</summary>
    internal TimeSpan Wait { get; }

    /// <summary>Try again after a wait that a server requested, without counting a failure.</summary>
    /// <param name="wait">The wait; not negative.</param>
    public static RetryDecision After(TimeSpan wait)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero);
        return new RetryDecision(isRetry: true, isFailure: false, wait);
    }
}
