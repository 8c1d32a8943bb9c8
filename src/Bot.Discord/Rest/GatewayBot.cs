namespace Bot.Discord.Rest;

/// <summary>Where the gateway is, and how many sessions may be started (Gateway, Get Gateway Bot).</summary>
internal sealed record GatewayBot
{
    /// <summary>The address to connect to.</summary>
    public required string Url { get; init; }

    /// <summary>How many connections Discord recommends.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>How many sessions may be started.</summary>
    public SessionStartLimit SessionStartLimit { get; init; } = new();
}

/// <summary>How many sessions may be started (Gateway, Session Start Limit Object).</summary>
internal sealed record SessionStartLimit
{
    /// <summary>How many in a day.</summary>
    public int Total { get; init; } = 1000;

    /// <summary>How many are left.</summary>
    public int Remaining { get; init; } = 1000;

    /// <summary>Milliseconds until all may be started again.</summary>
    public long ResetAfter { get; init; }

    /// <summary>How many in 5 seconds.</summary>
    public int MaxConcurrency { get; init; } = 1;
}
