using System.Text.Json.Serialization;

namespace Bot.Discord.Rest;

/// <summary>The app that the token belongs to (Application Resource, Application Structure).</summary>
public sealed record CurrentApplication
{
    /// <summary>Its id.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public required ulong Id { get; init; }

    /// <summary>The hexadecimal key that HTTP interactions are signed with.</summary>
    public string VerifyKey { get; init; } = "";

    /// <summary>Where Discord sends interactions by HTTP; null: to the gateway.</summary>
    public string? InteractionsEndpointUrl { get; init; }
}
