namespace Bot.Discord.Net.Logging;

/// <summary>The log events of the client over Discord.Net. Operators filter by these ids, so an id is never changed or reused.</summary>
public static class DiscordNetEvents
{
    /// <summary>A request did not reach Discord.</summary>
    public const int RequestFailed = 150;

    /// <summary>A response did not reach Discord.</summary>
    public const int ResponseFailed = 161;

    /// <summary>An interaction was not answered in time.</summary>
    public const int InteractionTimedOut = 162;

    /// <summary>Discord no longer waits for a response.</summary>
    public const int InteractionExpired = 163;

    /// <summary>Discord already has the response to an interaction.</summary>
    public const int InteractionAlreadyAnswered = 164;

    /// <summary>Discord rejected a response.</summary>
    public const int ResponseRejected = 165;

    /// <summary>Discord asks to wait before a response.</summary>
    public const int RateLimited = 166;

    /// <summary>Discord.Net's own log.</summary>
    public const int LibraryMessage = 180;

    /// <summary>What this client cannot do.</summary>
    public const int LibraryLimits = 181;

    /// <summary>The shards start to connect.</summary>
    public const int Connecting = 190;

    /// <summary>A shard has started a session.</summary>
    public const int ShardReady = 191;

    /// <summary>Discord closed a shard with a code after which it must not reconnect.</summary>
    public const int ShardRejected = 192;

    /// <summary>Discord allows the bot no new session for now.</summary>
    public const int SessionStartLimitReached = 193;

    /// <summary>Discord closed a shard's connection.</summary>
    public const int ConnectionClosed = 194;

    /// <summary>A shard's connection broke or could not be opened.</summary>
    public const int ConnectionLost = 195;

    /// <summary>Registering the commands threw an exception.</summary>
    public const int CommandRegistrationFailed = 196;
}
