namespace Bot.Discord.Logging;

/// <summary>What the Discord adapter and its own client log. Operators filter by these ids: a number stays with its event and is never given to another.</summary>
public static class DiscordEvents
{
    /// <summary>A request did not reach Discord.</summary>
    public const int RequestFailed = 60;

    /// <summary>Discord asks to wait before a request.</summary>
    public const int RateLimited = 61;

    /// <summary>So many requests were refused that none is sent for a while.</summary>
    public const int InvalidRequestLimitReached = 62;

    /// <summary>An interaction could not be answered in time.</summary>
    public const int InteractionTimedOut = 63;

    /// <summary>Discord no longer waits for a response.</summary>
    public const int InteractionExpired = 64;

    /// <summary>Discord has the response to an interaction already.</summary>
    public const int InteractionAlreadyAnswered = 65;

    /// <summary>Discord refused a response.</summary>
    public const int ResponseRejected = 66;

    /// <summary>A shard's connection broke or could not be opened.</summary>
    public const int ConnectionLost = 70;

    /// <summary>A heartbeat had no answer.</summary>
    public const int HeartbeatUnacknowledged = 71;

    /// <summary>Discord asked a shard to reconnect.</summary>
    public const int ReconnectRequested = 72;

    /// <summary>Discord ended a shard's session.</summary>
    public const int SessionInvalidated = 73;

    /// <summary>Discord closed a shard's connection.</summary>
    public const int ConnectionClosed = 74;

    /// <summary>A shard received what cannot be read.</summary>
    public const int PayloadSkipped = 75;

    /// <summary>A shard asked for a session, and READY or RESUMED did not come in time.</summary>
    public const int ReadyTimedOut = 76;

    /// <summary>A shard begins to open a connection.</summary>
    public const int ConnectionOpening = 77;

    /// <summary>An interaction that a shard received was read without a part that cannot be read.</summary>
    public const int EventReadInPart = 78;

    /// <summary>A shard has begun a session.</summary>
    public const int ShardReady = 80;

    /// <summary>A shard has resumed its session.</summary>
    public const int ShardResumed = 81;

    /// <summary>A shard begins a new session, since the old one cannot be resumed.</summary>
    public const int ResumeAbandoned = 82;

    /// <summary>Discord closed a shard with a code after which it must not reconnect.</summary>
    public const int ShardRejected = 83;

    /// <summary>Handling an interaction threw an exception.</summary>
    public const int InteractionFailed = 85;

    /// <summary>Interactions were dropped, since they could not be answered in time.</summary>
    public const int InteractionsDropped = 86;

    /// <summary>Discord lets the bot begin no more sessions for now.</summary>
    public const int SessionStartLimitReached = 90;

    /// <summary>The shards begin to connect.</summary>
    public const int Connecting = 100;

    /// <summary>Discord sends the app's interactions to an endpoint, and the bot is at the gateway.</summary>
    public const int InteractionsSentElsewhere = 101;

    /// <summary>Discord does not describe the app.</summary>
    public const int ApplicationUnavailable = 102;

    /// <summary>Registering the commands threw an exception.</summary>
    public const int CommandRegistrationFailed = 103;

    /// <summary>The commands were registered.</summary>
    public const int CommandsRegistered = 110;

    /// <summary>The registered commands are the bot's already.</summary>
    public const int CommandsUpToDate = 111;

    /// <summary>Discord did not take the commands.</summary>
    public const int CommandsRejected = 112;

    /// <summary>The links that add the bot to a server or an account.</summary>
    public const int InstallLinks = 113;

    /// <summary>A request to the endpoint lacked Discord's signature.</summary>
    public const int SignatureRejected = 120;

    /// <summary>A request to the endpoint was signed too long ago.</summary>
    public const int RequestStale = 121;

    /// <summary>An interaction that the endpoint received cannot be read.</summary>
    public const int InteractionSkipped = 122;

    /// <summary>An interaction that the endpoint received was read without a part that cannot be read.</summary>
    public const int InteractionReadInPart = 123;

    /// <summary>The endpoint is ready, and Discord has an address for it.</summary>
    public const int EndpointRegistered = 130;

    /// <summary>The endpoint is ready, and Discord has no address for it.</summary>
    public const int EndpointUrlMissing = 131;

    /// <summary>Discord gives no public key for the app.</summary>
    public const int PublicKeyMissing = 132;

    /// <summary>The bot has disconnected from Discord.</summary>
    public const int Disconnected = 140;

    /// <summary>Discord does not know the token.</summary>
    public const int TokenRejected = 141;

    /// <summary>Discord refuses the bot's first request.</summary>
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
