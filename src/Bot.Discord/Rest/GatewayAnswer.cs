using Bot.Discord.Configuration;

namespace Bot.Discord.Rest;

/// <summary>What an answer about the gateway may say (Gateway, Get Gateway Bot): it decides what is made and where the bot connects to.</summary>
public static class GatewayAnswer
{
    // The sessions that may be started count for 24 hours (Session Start Limit Object); clocks differ.
    private static readonly TimeSpan s_maxResetAfter = TimeSpan.FromHours(25);

    /// <summary>What is wrong with an answer, in a sentence; null for nothing.</summary>
    /// <param name="address">The address of the gateway; null when another one is used.</param>
    /// <param name="shards">How many connections Discord recommends.</param>
    /// <param name="maxConcurrency">How many sessions may be started at once.</param>
    /// <param name="resetAfter">Milliseconds until the day's sessions may be started again.</param>
    public static string? Problem(string? address, int shards, int maxConcurrency, long resetAfter)
    {
        if (address is not null && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "wss" or "ws"))
        {
            return "The answer names no address of a gateway.";
        }

        if (shards is < 1 or > DiscordOptions.MaxShards)
        {
            return $"The answer recommends {shards} shards.";
        }

        if (maxConcurrency is < 1 or > DiscordOptions.MaxShards)
        {
            return $"The answer lets {maxConcurrency} sessions begin at once.";
        }

        return resetAfter > s_maxResetAfter.TotalMilliseconds ? $"The answer lets no sessions begin for {resetAfter} ms." : null;
    }
}
