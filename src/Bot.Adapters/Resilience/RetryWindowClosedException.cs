namespace Bot.Adapters.Resilience;

/// <summary>A <see cref="RetryWindow"/> would be over before the next attempt.</summary>
/// <param name="failures">How many attempts have failed.</param>
public sealed class RetryWindowClosedException(int failures) : Exception("There is no time for another attempt.")
{
    /// <summary>How many attempts have failed.</summary>
    public int Failures { get; } = failures;
}
