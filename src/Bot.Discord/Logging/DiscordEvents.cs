namespace Bot.Discord.Logging;

/// <summary>The log events of the Discord adapter and its own client. Operators filter by these ids, so an id is never changed or reused.</summary>
public static class DiscordEvents
{
    /// <summary>A request did not reach Discord.</summary>
    public const int RequestFailed = 60;

    /// <summary>Discord asks to wait before a request.</summary>
    public const int RateLimited = 61;

    /// <summary>So many requests were rejected that none is sent for a while.</summary>
    public const int InvalidRequestLimitReached = 62;

    /// <summary>An interaction was not answered in time.</summary>
    public const int InteractionTimedOut = 63;

    /// <summary>Discord no longer waits for a response.</summary>
    public const int InteractionExpired = 64;

    /// <summary>Discord already has the response to an interaction.</summary>
    public const int InteractionAlreadyAnswered = 65;

    /// <summary>Discord rejected a response.</summary>
    public const int ResponseRejected = 66;

    /// <summary>A shard's connection broke or could not be opened.</summary>
    public const int ConnectionLost = 70;

    /// <summary>A heartbeat was not acknowledged.</summary>
    public const int HeartbeatUnacknowledged = 71;

    /// <summary>Discord asked a shard to reconnect.</summary>
    public const int ReconnectRequested = 72;

    /// <summary>Discord ended a shard's session.</summary>
    public const int SessionInvalidated = 73;

    /// <summary>Discord closed a shard's connection.</summary>
    public const int ConnectionClosed = 74;

    /// <summary>A shard received an unreadable payload.</summary>
    public const int PayloadSkipped = 75;

    /// <summary>A shard asked for a session, but READY or RESUMED did not arrive in time.</summary>
    public const int ReadyTimedOut = 76;

    /// <summary>A shard opens a connection.</summary>
    public const int ConnectionOpening = 77;

    /// <summary>A shard received an interaction with an unreadable part, which was left out.</summary>
    public const int EventReadInPart = 78;

    /// <summary>A shard has started a session.</summary>
    public const int ShardReady = 80;

    /// <summary>A shard has resumed its session.</summary>
    public const int ShardResumed = 81;

    /// <summary>A shard starts a new session because the old one cannot be resumed.</summary>
    public const int ResumeAbandoned = 82;

    /// <summary>Discord closed a shard with a code after which it must not reconnect.</summary>
    public const int ShardRejected = 83;

    /// <summary>Handling an interaction threw an exception.</summary>
    public const int InteractionFailed = 85;

    /// <summary>Interactions were dropped because they could not be answered in time.</summary>
    public const int InteractionsDropped = 86;

    /// <summary>Discord allows the bot no new session for now.</summary>
    public const int SessionStartLimitReached = 90;

    /// <summary>The shards start to connect.</summary>
    public const int Connecting = 100;

    /// <summary>Discord sends the app's interactions to an HTTP endpoint, but the bot uses the gateway.</summary>
    public const int InteractionsSentElsewhere = 101;

    /// <summary>Discord returns no data on the app.</summary>
    public const int ApplicationUnavailable = 102;

    /// <summary>Registering the commands threw an exception.</summary>
    public const int CommandRegistrationFailed = 103;

    /// <summary>The commands were registered.</summary>
    public const int CommandsRegistered = 110;

    /// <summary>The registered commands are up to date.</summary>
    public const int CommandsUpToDate = 111;

    /// <summary>Discord rejected the commands.</summary>
    public const int CommandsRejected = 112;

    /// <summary>The links that add the bot to a server or an account.</summary>
    public const int InstallLinks = 113;

    /// <summary>Discord does not return the registered commands.</summary>
    public const int CommandsUnknown = 114;

    /// <summary>Commands that an earlier start registered elsewhere were removed.</summary>
    public const int OtherCommandsRemoved = 115;

    /// <summary>Discord did not remove commands that an earlier start registered elsewhere.</summary>
    public const int OtherCommandsKept = 116;

    /// <summary>The saved list of servers with commands cannot be read.</summary>
    public const int RegisteredGuildsUnusable = 117;

    /// <summary>The list of servers with commands cannot be saved.</summary>
    public const int RegisteredGuildsNotSaved = 118;

    /// <summary>A request to the endpoint lacked Discord's signature.</summary>
    public const int SignatureRejected = 120;

    /// <summary>A request to the endpoint was signed too long ago.</summary>
    public const int RequestStale = 121;

    /// <summary>The endpoint received an unreadable interaction.</summary>
    public const int InteractionSkipped = 122;

    /// <summary>The endpoint received an interaction with an unreadable part, which was left out.</summary>
    public const int InteractionReadInPart = 123;

    /// <summary>The endpoint is ready, and Discord has its address.</summary>
    public const int EndpointRegistered = 130;

    /// <summary>The endpoint is ready, but Discord has no address for it.</summary>
    public const int EndpointUrlMissing = 131;

    /// <summary>Discord returns no public key for the app.</summary>
    public const int PublicKeyMissing = 132;

    /// <summary>The bot has disconnected from Discord.</summary>
    public const int Disconnected = 140;

    /// <summary>Discord does not know the token.</summary>
    public const int TokenRejected = 141;

    /// <summary>Discord rejected the bot's first request.</summary>
    public const int StartRejected = 142;

    /// <summary>The commands break Discord's rules.</summary>
    public const int CommandsInvalid = 143;

    /// <summary>The saved sessions are too old to be resumed.</summary>
    public const int SavedSessionsExpired = 144;

    /// <summary>The saved sessions cannot be read.</summary>
    public const int SavedSessionsUnusable = 145;

    /// <summary>The sessions cannot be saved for the next start.</summary>
    public const int SessionsNotSaved = 146;
}
