namespace Bot.Adapters.Resilience;

/// <summary>A <see cref="RetryWindow"/> would close before the next attempt.</summary>
/// <param name="failures">The number of failed attempts.</param>
public sealed class RetryWindowClosedException(int failures) : Exception("There is no time for another attempt.")
{
    /// <summary>The number of failed attempts.</summary>
    public int Failures { get; } = failures;
}
