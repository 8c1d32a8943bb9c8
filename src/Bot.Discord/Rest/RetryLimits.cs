namespace Bot.Discord.Rest;

/// <summary>The limits of attempts to reach Discord, for both clients.</summary>
public static class RetryLimits
{
    /// <summary>The time in which an interaction can be answered: without a first response its token becomes invalid (Receiving and Responding, Responding to an Interaction).</summary>
    public static readonly TimeSpan ResponseWindow = TimeSpan.FromSeconds(3);

    /// <summary>The divisor of the waits between attempts to respond: the window leaves time for only one or two of the usual ones.</summary>
    public const int ResponseDelayDivisor = 4;

    /// <summary>The number of answers with 404 after which commands count as unknown. A page with 404 comes from a server before Discord and may be temporary.</summary>
    public const int MaxNotFound = 3;
}
