using System.Text.Json.Serialization;

namespace Bot.Discord.Rest;

/// <summary>The app that the token belongs to (Application Resource, Application Structure).</summary>
public sealed record CurrentApplication
{
    /// <summary>The id.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public required ulong Id { get; init; }

    /// <summary>The public key for the signatures of HTTP interactions, in hexadecimal.</summary>
    public string VerifyKey { get; init; } = "";

    /// <summary>The address to which Discord sends interactions; null: they go to the gateway.</summary>
    public string? InteractionsEndpointUrl { get; init; }
}
