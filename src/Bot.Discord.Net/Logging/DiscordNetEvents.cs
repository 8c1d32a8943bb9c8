namespace Bot.Discord.Net.Logging;

/// <summary>What the Discord client that is made of Discord.Net logs. Operators filter by these ids: a number stays with its event and is never given to another.</summary>
public static class DiscordNetEvents
{
    /// <summary>A request did not reach Discord.</summary>
    public const int RequestFailed = 150;

    /// <summary>A response did not reach Discord.</summary>
    public const int ResponseFailed = 161;

    /// <summary>An interaction could not be answered in time.</summary>
    public const int InteractionTimedOut = 162;

    /// <summary>Discord no longer waits for a response.</summary>
    public const int InteractionExpired = 163;

    /// <summary>Discord has the response to an interaction already.</summary>
    public const int InteractionAlreadyAnswered = 164;

    /// <summary>Discord refused a response.</summary>
    public const int ResponseRejected = 165;

    /// <summary>Discord asks to wait before a response.</summary>
    public const int RateLimited = 166;

    /// <summary>Discord.Net's own log.</summary>
    public const int LibraryMessage = 180;

    /// <summary>The shards begin to connect.</summary>
    public const int Connecting = 190;

    /// <summary>A shard has begun a session.</summary>
    public const int ShardReady = 191;

    /// <summary>Discord closed a shard with a code after which it must not reconnect.</summary>
    public const int ShardRejected = 192;

    /// <summary>Discord lets the bot begin no more sessions for now.</summary>
    public const int SessionStartLimitReached = 193;

    /// <summary>Discord closed a shard's connection.</summary>
    public const int ConnectionClosed = 194;

    /// <summary>A shard's connection broke or could not be opened.</summary>
    public const int ConnectionLost = 195;

    /// <summary>Registering the commands threw an exception.</summary>
    public const int CommandRegistrationFailed = 196;
}
