using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord;

/// <summary>A message as it is shown at one moment. An edit makes a new one with the same identifier.</summary>
public sealed record DiscordMessage
{
    private const int Ephemeral = 1 << 6;
    private const int Loading = 1 << 7;

    /// <summary>The identifier.</summary>
    public required ulong Id { get; init; }

    /// <summary>The whole message as the API gives it.</summary>
    public required JsonObject Json { get; init; }

    /// <summary>The text.</summary>
    public string Content => Json.String("content") ?? "";

    /// <summary>The embeds.</summary>
    public JsonArray Embeds => (JsonArray)Json["embeds"]!;

    /// <summary>The components.</summary>
    public JsonArray Components => (JsonArray)Json["components"]!;

    /// <summary>The flags.</summary>
    public int Flags => (int)(Json.Integer("flags") ?? 0);

    /// <summary>Whether only the person who asked sees it.</summary>
    public bool IsEphemeral => (Flags & Ephemeral) != 0;

    /// <summary>Whether it still says that the bot thinks.</summary>
    public bool IsLoading => (Flags & Loading) != 0;

    /// <summary>Whether it was edited.</summary>
    public bool IsEdited => Json["edited_timestamp"] is not null;

    /// <summary>The texts of the components, in the order in which they are shown.</summary>
    public IReadOnlyList<string> Texts => [.. MessageComponents.Texts(Components)];

    /// <summary>Who is notified by a mention.</summary>
    public IReadOnlyList<string> Mentions => [.. Json.Objects("mentions").Select(u => u.String("id")!)];

    /// <summary>Whether everybody is notified.</summary>
    public bool MentionsEveryone => Json.IsTrue("mention_everyone");

    /// <summary>The message's labels of buttons, as they stand.</summary>
    public IReadOnlyList<string> Buttons => [.. MessageComponents.All(Components).Where(c => c.Integer("type") == 2).Select(c => c.String("label") ?? c["emoji"].String("name") ?? "")];

    /// <summary>Whom it answers.</summary>
    internal ulong AskedBy { get; init; }

    /// <summary>What the bot sent, with all edits.</summary>
    internal JsonObject Source { get; init; } = [];
}
