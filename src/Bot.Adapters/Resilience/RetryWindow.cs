namespace Bot.Adapters.Resilience;

/// <summary>The time outside which no attempt is worth making, the first one included.</summary>
/// <param name="Start">When it began: a timestamp of the clock.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Haste">By how much the waits of <see cref="Backoff"/> are divided, so that there is time for more than one attempt.</param>
/// <param name="Blocked">How long nothing may be sent at all; zero or less for now. Asked before every attempt.</param>
public sealed record RetryWindow(long Start, TimeSpan Length, int Haste, Func<TimeSpan> Blocked);
