using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord.Wire;

/// <summary>The types of responses (Receiving and Responding, Interaction Callback Type).</summary>
public enum CallbackType
{
    /// <summary>Answers a ping.</summary>
    Pong = 1,

    /// <summary>Sends a message.</summary>
    ChannelMessage = 4,

    /// <summary>Acknowledges a press without showing anything.</summary>
    DeferredUpdate = 6,

    /// <summary>Edits the message of the component.</summary>
    UpdateMessage = 7,

    /// <summary>Offers choices for the option being typed.</summary>
    Autocomplete = 8,
}

/// <summary>
/// The response to an interaction (Receiving and Responding, Interaction Response Object): the body of a callback or of the answer to an
/// HTTP request. Its JSON is written only once.
/// </summary>
/// <param name="type">The type.</param>
/// <param name="data">The message or choices; null for a pong.</param>
public sealed class InteractionResponse(CallbackType type, ResponseData? data = null)
{
    private byte[]? _json;

    /// <summary>The type.</summary>
    public CallbackType Type { get; } = type;

    /// <summary>The message or choices; null for a pong.</summary>
    public ResponseData? Data { get; } = data;

    /// <summary>Creates a message of components that notifies nobody. An update takes everything else from the message that it replaces.</summary>
    /// <param name="type">Whether it is a new message or replaces another.</param>
    /// <param name="isPrivate">Whether only the asker sees it. An update cannot change it.</param>
    /// <param name="components">The components.</param>
    public static InteractionResponse ForMessage(CallbackType type, bool isPrivate, IReadOnlyList<Component> components)
    {
        var isUpdate = type == CallbackType.UpdateMessage;
        return new(type, new ResponseData
        {
            Content = isUpdate ? "" : null,
            Embeds = isUpdate ? [] : null,
            Components = components,
            Flags = ResponseData.ComponentsV2 | (isPrivate && !isUpdate ? ResponseData.Ephemeral : 0),
            AllowedMentions = AllowedMentions.None,
        });
    }

    /// <summary>Creates a line that only the asker sees, and that notifies nobody.</summary>
    /// <param name="text">The line, without markdown.</param>
    public static InteractionResponse ForNotice(string text) => new(CallbackType.ChannelMessage, new ResponseData
    {
        Content = text,
        Flags = ResponseData.Ephemeral,
        AllowedMentions = AllowedMentions.None,
    });

    /// <summary>The JSON in UTF-8.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte> Json => _json ??= JsonSerializer.SerializeToUtf8Bytes(this, InteractionJson.Default.InteractionResponse);
}

/// <summary>A message, or choices.</summary>
public sealed record ResponseData
{
    /// <summary>The flag of a message that only the asker sees (Message Resource, Message Flags).</summary>
    public const int Ephemeral = 1 << 6;

    /// <summary>
    /// The flag of a message that consists of components alone (Message Resource, Message Flags). Every update has to name it, and a
    /// message that has it never loses it.
    /// </summary>
    public const int ComponentsV2 = 1 << 15;

    /// <summary>The text of a message without <see cref="ComponentsV2"/>; empty in an update that removes it.</summary>
    [JsonConverter(typeof(EmptyAsNullConverter))]
    public string? Content { get; init; }

    /// <summary>An empty list in an update that removes the embeds; null in a new message, which has none.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>The components. An update replaces all of them.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>The flags (Message Resource, Message Flags).</summary>
    public int? Flags { get; init; }

    /// <summary>The mentions that may notify; null for choices, which notify nobody.</summary>
    public AllowedMentions? AllowedMentions { get; init; }

    /// <summary>The choices, at most <see cref="Choice.MaxChoices"/>.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }
}

/// <summary>The mentions in a message that may notify (Message Resource, Allowed Mentions Object).</summary>
public sealed record AllowedMentions
{
    /// <summary>No mention notifies.</summary>
    public static readonly AllowedMentions None = new();

    /// <summary>The kinds of mentions that may notify.</summary>
    public IReadOnlyList<string> Parse { get; init; } = [];
}

/// <summary>A choice for an option (Application Commands, Application Command Option Choice Structure).</summary>
/// <param name="Name">The text that the user sees.</param>
/// <param name="Value">The value that is sent.</param>
public sealed record Choice(string Name, string Value)
{
    /// <summary>The maximum number of choices (Receiving and Responding, Autocomplete).</summary>
    public const int MaxChoices = 25;

    /// <summary>The maximum length of a name or a value in characters (Application Commands, Application Command Option Choice Structure).</summary>
    public const int MaxLength = 100;
}
