namespace Bot.Adapters.Resilience;

/// <summary>What to do after an attempt that failed.</summary>
public readonly record struct RetryDecision
{
    private RetryDecision(bool isRetry, bool isFailure, TimeSpan wait) => (IsRetry, IsFailure, Wait) = (isRetry, isFailure, wait);

    /// <summary>Give up: the exception goes to the caller.</summary>
    public static RetryDecision Fail => default;

    /// <summary>Try again at once. It counts as no failure.</summary>
    public static RetryDecision Now => After(TimeSpan.Zero);

    /// <summary>Count a failure, and try again after the time that <see cref="Backoff"/> gives for the failures so far.</summary>
    public static RetryDecision BackOff => new(isRetry: true, isFailure: true, TimeSpan.Zero);

    /// <summary>Whether there is another attempt.</summary>
    internal bool IsRetry { get; }

    /// <summary>Whether the attempt counts as a failure, and the wait grows with their number.</summary>
    internal bool IsFailure { get; }

    /// <summary>How long to wait when it counts as no failure.</summary>
    internal TimeSpan Wait { get; }

    /// <summary>Try again after a time, as a server asks for. It counts as no failure.</summary>
    /// <param name="wait">How long to wait; not negative.</param>
    public static RetryDecision After(TimeSpan wait)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero);
        return new RetryDecision(isRetry: true, isFailure: false, wait);
    }
}
