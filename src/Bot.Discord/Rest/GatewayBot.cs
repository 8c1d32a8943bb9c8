namespace Bot.Discord.Rest;

/// <summary>The gateway's address and the session start limit (Gateway, Get Gateway Bot).</summary>
internal sealed record GatewayBot
{
    /// <summary>The address to connect to.</summary>
    public required string Url { get; init; }

    /// <summary>The recommended number of shards.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>The session start limit.</summary>
    public SessionStartLimit SessionStartLimit { get; init; } = new();
}

/// <summary>The session start limit (Gateway, Session Start Limit Object).</summary>
internal sealed record SessionStartLimit
{
    /// <summary>The number of sessions per day.</summary>
    public int Total { get; init; } = 1000;

    /// <summary>The number that is left.</summary>
    public int Remaining { get; init; } = 1000;

    /// <summary>Milliseconds until the limit is reset.</summary>
    public long ResetAfter { get; init; }

    /// <summary>The number of sessions per 5 seconds.</summary>
    public int MaxConcurrency { get; init; } = 1;
}
