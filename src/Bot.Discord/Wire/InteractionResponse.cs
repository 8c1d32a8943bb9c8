using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord.Wire;

/// <summary>What a response does (Receiving and Responding, Interaction Callback Type).</summary>
public enum CallbackType
{
    /// <summary>Answers a ping.</summary>
    Pong = 1,

    /// <summary>Sends a message.</summary>
    ChannelMessage = 4,

    /// <summary>Takes note of a press, and shows nothing.</summary>
    DeferredUpdate = 6,

    /// <summary>Changes the message that the component is on.</summary>
    UpdateMessage = 7,

    /// <summary>Offers choices for the option that is being typed.</summary>
    Autocomplete = 8,
}

/// <summary>
/// The response to an interaction (Receiving and Responding, Interaction Response Object): the body of a callback, and of the answer to
/// an HTTP request. Its JSON is written once, however often it is sent.
/// </summary>
/// <param name="type">What it does.</param>
/// <param name="data">The message or choices; null for a pong.</param>
public sealed class InteractionResponse(CallbackType type, ResponseData? data = null)
{
    private byte[]? _json;

    /// <summary>What it does.</summary>
    public CallbackType Type { get; } = type;

    /// <summary>The message or choices; null for a pong.</summary>
    public ResponseData? Data { get; } = data;

    /// <summary>A message that notifies nobody.</summary>
    /// <param name="type">Whether it is a message of its own or takes the place of another.</param>
    /// <param name="isPrivate">Whether the asker alone sees it. That is settled when a message is sent, and an update does not change it.</param>
    /// <param name="content">The text outside of embeds.</param>
    /// <param name="embeds">The embeds.</param>
    /// <param name="components">The rows of buttons and menus.</param>
    public static InteractionResponse ForMessage(CallbackType type, bool isPrivate, string content, IReadOnlyList<Embed> embeds, IReadOnlyList<Component> components) =>
        new(type, new ResponseData
        {
            Content = content,
            Embeds = embeds,
            Components = components,
            Flags = isPrivate && type == CallbackType.ChannelMessage ? ResponseData.Ephemeral : null,
            AllowedMentions = AllowedMentions.None,
        });

    /// <summary>Its JSON in UTF-8.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte> Json => _json ??= JsonSerializer.SerializeToUtf8Bytes(this, InteractionJson.Default.InteractionResponse);
}

/// <summary>A message, or choices.</summary>
public sealed record ResponseData
{
    /// <summary>The flag of a message that only the user sees who acted (Message Resource, Message Flags).</summary>
    public const int Ephemeral = 1 << 6;

    /// <summary>The text outside of embeds.</summary>
    public string? Content { get; init; }

    /// <summary>The embeds.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>The rows of buttons and menus; an update without any takes them away.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>The message's flags (Message Resource, Message Flags).</summary>
    public int? Flags { get; init; }

    /// <summary>Whom the message may notify; null for choices, which notify nobody.</summary>
    public AllowedMentions? AllowedMentions { get; init; }

    /// <summary>The choices, at most <see cref="Choice.MaxChoices"/>.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }
}

/// <summary>Whom a message may notify, whatever its text says (Message Resource, Allowed Mentions Object).</summary>
public sealed record AllowedMentions
{
    /// <summary>Nobody.</summary>
    public static readonly AllowedMentions None = new();

    /// <summary>The kinds of mentions that notify.</summary>
    public IReadOnlyList<string> Parse { get; init; } = [];
}

/// <summary>A choice for an option (Application Commands, Application Command Option Choice Structure).</summary>
/// <param name="Name">What the user sees.</param>
/// <param name="Value">What is sent.</param>
public sealed record Choice(string Name, string Value)
{
    /// <summary>The most choices at once (Receiving and Responding, Autocomplete).</summary>
    public const int MaxChoices = 25;

    /// <summary>The most characters of a name or a value (Application Commands, Application Command Option Choice Structure).</summary>
    public const int MaxLength = 100;
}
