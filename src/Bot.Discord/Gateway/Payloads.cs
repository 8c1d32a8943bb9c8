using System.Text.Json.Serialization;

namespace Bot.Discord.Gateway;

/// <summary>The data of Hello (Gateway Events, Hello).</summary>
internal sealed record Hello
{
    /// <summary>Milliseconds between heartbeats.</summary>
    public required int HeartbeatInterval { get; init; }
}

/// <summary>The data of Ready, as far as it is needed (Gateway Events, Ready).</summary>
internal sealed record Ready
{
    /// <summary>The session, for resuming.</summary>
    public required string SessionId { get; init; }

    /// <summary>Where to resume; null or empty: where the gateway is.</summary>
    public string? ResumeGatewayUrl { get; init; }

    /// <summary>The bot's own user.</summary>
    public ReadyUser? User { get; init; }
}

/// <summary>The bot's own user.</summary>
internal sealed record ReadyUser
{
    /// <summary>Its name.</summary>
    public string? Username { get; init; }
}

/// <summary>What begins a session (Gateway Events, Identify).</summary>
/// <param name="Data">The data.</param>
internal sealed record IdentifyPayload([property: JsonPropertyName("d")] IdentifyData Data)
{
    /// <summary>The opcode.</summary>
    [JsonPropertyName("op")]
    public GatewayOpcode Opcode { get; } = GatewayOpcode.Identify;
}

/// <summary>The data of Identify.</summary>
internal sealed record IdentifyData
{
    /// <summary>The bot's token.</summary>
    public required string Token { get; init; }

    /// <summary>What is sent beside what everybody gets: nothing, for interactions need no intent (Gateway, List of Intents).</summary>
    public int Intents { get; init; }

    /// <summary>What connects.</summary>
    public IdentifyProperties Properties { get; init; } = new();

    /// <summary>This connection's number, from 0, and how many there are.</summary>
    public required IReadOnlyList<int> Shard { get; init; }
}

/// <summary>What connects (Gateway Events, Identify Connection Properties).</summary>
internal sealed record IdentifyProperties
{
    /// <summary>The operating system.</summary>
    public string Os { get; init; } = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";

    /// <summary>The library.</summary>
    public string Browser { get; init; } = "talks-bot";

    /// <summary>The library.</summary>
    public string Device { get; init; } = "talks-bot";
}

/// <summary>What goes on with a session (Gateway Events, Resume).</summary>
/// <param name="Data">The data.</param>
internal sealed record ResumePayload([property: JsonPropertyName("d")] ResumeData Data)
{
    /// <summary>The opcode.</summary>
    [JsonPropertyName("op")]
    public GatewayOpcode Opcode { get; } = GatewayOpcode.Resume;
}

/// <summary>The data of Resume.</summary>
/// <param name="Token">The bot's token.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Seq">The last sequence number that was seen.</param>
internal sealed record ResumeData(string Token, string SessionId, long Seq);
