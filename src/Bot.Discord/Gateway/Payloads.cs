using System.Text.Json.Serialization;
using Bot.Answers.Model;

namespace Bot.Discord.Gateway;

/// <summary>The data of Hello (Gateway Events, Hello).</summary>
internal sealed record Hello
{
    /// <summary>The heartbeat interval in milliseconds.</summary>
    public required int HeartbeatInterval { get; init; }
}

/// <summary>The data of Ready that the bot needs (Gateway Events, Ready).</summary>
internal sealed record Ready
{
    /// <summary>The session's id, for resuming.</summary>
    public required string SessionId { get; init; }

    /// <summary>The address for resuming; null or empty: the gateway's address.</summary>
    public string? ResumeGatewayUrl { get; init; }

    /// <summary>The bot's own user.</summary>
    public ReadyUser? User { get; init; }
}

/// <summary>The bot's own user.</summary>
internal sealed record ReadyUser
{
    /// <summary>The name.</summary>
    public string? Username { get; init; }
}

/// <summary>The Identify message, which starts a session (Gateway Events, Identify).</summary>
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

    /// <summary>The gateway intents: none, because interactions need no intent (Gateway, List of Intents).</summary>
    public int Intents { get; init; }

    /// <summary>The properties of the client.</summary>
    public IdentifyProperties Properties { get; init; } = new();

    /// <summary>The shard's number, from 0, and the number of shards.</summary>
    public required IReadOnlyList<int> Shard { get; init; }
}

/// <summary>The properties of the client (Gateway Events, Identify Connection Properties).</summary>
internal sealed record IdentifyProperties
{
    /// <summary>The operating system.</summary>
    public string Os { get; init; } = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";

    /// <summary>The library's name, as the browser.</summary>
    public string Browser { get; init; } = ProgramName.Text;

    /// <summary>The library's name, as the device.</summary>
    public string Device { get; init; } = ProgramName.Text;
}

/// <summary>The Resume message, which resumes a session (Gateway Events, Resume).</summary>
/// <param name="Data">The data.</param>
internal sealed record ResumePayload([property: JsonPropertyName("d")] ResumeData Data)
{
    /// <summary>The opcode.</summary>
    [JsonPropertyName("op")]
    public GatewayOpcode Opcode { get; } = GatewayOpcode.Resume;
}

/// <summary>The data of Resume.</summary>
/// <param name="Token">The bot's token.</param>
/// <param name="SessionId">The session's id.</param>
/// <param name="Seq">The last sequence number received.</param>
internal sealed record ResumeData(string Token, string SessionId, long Seq);
