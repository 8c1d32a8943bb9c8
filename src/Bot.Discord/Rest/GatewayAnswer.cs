using Bot.Discord.Configuration;

namespace Bot.Discord.Rest;

/// <summary>Validates an answer about the gateway (Gateway, Get Gateway Bot): it determines the number of shards and the address that the bot connects to.</summary>
public static class GatewayAnswer
{
    // The session start limit counts for 24 hours (Session Start Limit Object); clocks differ slightly.
    private static readonly TimeSpan s_maxResetAfter = TimeSpan.FromHours(25);

    /// <summary>The problem with an answer, in a sentence; null: none.</summary>
    /// <param name="address">The gateway's address; null when another one is used.</param>
    /// <param name="shards">The recommended number of shards.</param>
    /// <param name="maxConcurrency">The number of sessions that may be started at once.</param>
    /// <param name="resetAfter">Milliseconds until the session start limit is reset.</param>
    public static string? Problem(string? address, int shards, int maxConcurrency, long resetAfter)
    {
        if (address is not null && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "wss" or "ws"))
        {
            return "The answer has no gateway address.";
        }

        if (shards is < 1 or > DiscordOptions.MaxShards)
        {
            return $"The answer recommends {shards} shards.";
        }

        if (maxConcurrency is < 1 or > DiscordOptions.MaxShards)
        {
            return $"The answer allows {maxConcurrency} sessions at once.";
        }

        return resetAfter > s_maxResetAfter.TotalMilliseconds ? $"The answer allows no sessions for {resetAfter} ms." : null;
    }
}
