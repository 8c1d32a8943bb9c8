namespace Bot.Adapters.Resilience;

/// <summary>The time window for attempts. No attempt, not even the first, is made outside it.</summary>
/// <param name="Start">Its start, as a timestamp of the clock.</param>
/// <param name="Length">Its length.</param>
/// <param name="BackoffDivisor">The divisor of the delays of <see cref="Backoff"/>, so that the window has time for more than one attempt.</param>
/// <param name="Blocked">Returns the time for which nothing may be sent; zero or less when sending is allowed. Called before every attempt.</param>
public sealed record RetryWindow(long Start, TimeSpan Length, int BackoffDivisor, Func<TimeSpan> Blocked);
