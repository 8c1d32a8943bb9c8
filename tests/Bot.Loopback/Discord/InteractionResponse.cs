using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord;

/// <summary>The first response of the bot to an interaction.</summary>
public sealed record InteractionResponse
{
    /// <summary>The type ("Receiving and Responding", Interaction Callback Type).</summary>
    public required int Type { get; init; }

    /// <summary>The message that it made (4, 5) or changed (7).</summary>
    public DiscordMessage? Message { get; init; }

    /// <summary>The choices that it offers (8).</summary>
    public IReadOnlyList<JsonObject> Choices => [.. Json["data"].Objects("choices")];

    /// <summary>The names of <see cref="Choices"/>, as they are shown.</summary>
    public IReadOnlyList<string> ChoiceNames => [.. Choices.Select(c => c.String("name")!)];

    /// <summary>How long after the interaction it came.</summary>
    public required TimeSpan After { get; init; }

    /// <summary>The body as the bot sent it.</summary>
    public required JsonObject Json { get; init; }
}
