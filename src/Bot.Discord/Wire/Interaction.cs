using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord.Wire;

/// <summary>What somebody does that reaches the bot (Receiving and Responding, Interaction Type).</summary>
public enum InteractionType
{
    /// <summary>Discord looks whether the endpoint answers.</summary>
    Ping = 1,

    /// <summary>A command is run.</summary>
    Command = 2,

    /// <summary>A button is pressed, or something chosen from a menu.</summary>
    Component = 3,

    /// <summary>Something is typed into a command's option.</summary>
    Autocomplete = 4,
}

/// <summary>
/// An interaction, as the gateway's INTERACTION_CREATE and an HTTP request carry it alike (Receiving and Responding, Interaction
/// Object). Only what the bot needs is read.
/// </summary>
public sealed record Interaction
{
    // Discord's have some two hundred characters.
    private const int MaxTokenLength = 1000;

    /// <summary>Its id.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public required ulong Id { get; init; }

    /// <summary>What is done; Discord may add kinds.</summary>
    public required InteractionType Type { get; init; }

    /// <summary>What its response is sent with; it is void after 3 seconds without one.</summary>
    public string Token { get; init; } = "";

    /// <summary>The language of the user's app, such as <c>zh-TW</c> (Reference, Locales); a ping has none.</summary>
    public string? Locale { get; init; }

    /// <summary>The channel that it comes from.</summary>
    [JsonConverter(typeof(ScalarStringConverter))]
    public string? ChannelId { get; init; }

    /// <summary>The channel itself.</summary>
    [JsonConverter(typeof(OptionalChannelConverter))]
    public InteractionChannel? Channel { get; init; }

    /// <summary>Who acted, as a member of the server.</summary>
    public InteractionMember? Member { get; init; }

    /// <summary>Who acted outside of a server.</summary>
    public InteractionUser? User { get; init; }

    /// <summary>What was run, typed or pressed.</summary>
    public InteractionData? Data { get; init; }

    /// <summary>The message that the pressed component is on.</summary>
    public ComponentMessage? Message { get; init; }

    /// <summary>Whether a response can be sent by its token, which becomes part of an address.</summary>
    [JsonIgnore]
    public bool HasUsableToken => Token is { Length: > 0 and <= MaxTokenLength } && !Token.Any(c => c is <= ' ' or '?' or '#' or > '~');

    /// <summary>Reads an interaction. A part of it that cannot be read is left out.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="problem">What was left out; null for nothing.</param>
    /// <exception cref="JsonException">It is none: it is no JSON, or has no id or type.</exception>
    public static Interaction Read(ReadOnlySpan<byte> json, out string? problem)
    {
        problem = null;
        try
        {
            if (JsonSerializer.Deserialize(json, InteractionJson.Default.Interaction) is { } interaction && interaction.Data is not { HasNulls: true })
            {
                return interaction;
            }
        }
        catch (JsonException)
        {
            // Read below without what cannot be read.
        }

        return PartialJson.Read(json, InteractionJson.Default.Interaction, out problem);
    }
}

/// <summary>The channel that an interaction comes from.</summary>
public sealed record InteractionChannel
{
    /// <summary>Its type (Channel Resource, Channel Types).</summary>
    public int Type { get; init; }

    /// <summary>Whether it is a thread: of announcements, public or private.</summary>
    [JsonIgnore]
    public bool IsThread => Type is 10 or 11 or 12;
}

/// <summary>Who acted, as a member of the server.</summary>
public sealed record InteractionMember
{
    /// <summary>The person.</summary>
    public InteractionUser? User { get; init; }
}

/// <summary>Who acted.</summary>
public sealed record InteractionUser
{
    /// <summary>Their id.</summary>
    [JsonConverter(typeof(ScalarStringConverter))]
    public string? Id { get; init; }
}

/// <summary>What was run, typed or pressed.</summary>
public sealed record InteractionData
{
    /// <summary>The command's name, as it was registered.</summary>
    public string? Name { get; init; }

    /// <summary>The kind of the command.</summary>
    public CommandType Type { get; init; }

    /// <summary>The command's options.</summary>
    public IReadOnlyList<InteractionOption>? Options { get; init; }

    /// <summary>The id of the message that a message command is about.</summary>
    public string? TargetId { get; init; }

    /// <summary>The objects that ids stand for.</summary>
    public ResolvedData? Resolved { get; init; }

    /// <summary>What the pressed component carries.</summary>
    public string? CustomId { get; init; }

    /// <summary>What was chosen from a menu.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Whether a list has items that are null: the serializer does not look.</summary>
    [JsonIgnore]
    public bool HasNulls =>
        Options?.Any(o => o is null) == true || Values?.Any(v => v is null) == true || Resolved?.Messages?.Values.Any(m => m is { HasNulls: true }) == true;
}

/// <summary>An option that was given to a command.</summary>
public sealed record InteractionOption
{
    /// <summary>Its name, as it was registered.</summary>
    public required string Name { get; init; }

    /// <summary>Its value; a number or a truth value in JSON's words.</summary>
    [JsonConverter(typeof(ScalarStringConverter))]
    public string? Value { get; init; }

    /// <summary>Whether it is the one that is being typed.</summary>
    public bool Focused { get; init; }
}

/// <summary>The objects that ids stand for.</summary>
public sealed record ResolvedData
{
    /// <summary>Messages by id.</summary>
    public IReadOnlyDictionary<string, TargetMessage>? Messages { get; init; }
}

/// <summary>A message that a command is about.</summary>
public sealed record TargetMessage
{
    /// <summary>What it says.</summary>
    public string? Content { get; init; }

    /// <summary>Its embeds.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>What it passes on.</summary>
    public IReadOnlyList<MessageSnapshot>? MessageSnapshots { get; init; }

    /// <summary>Whether a list has items that are null.</summary>
    [JsonIgnore]
    public bool HasNulls =>
        Embeds?.Any(e => e is null) == true || MessageSnapshots?.Any(s => s is null || s.Message is { HasNulls: true }) == true;
}

/// <summary>A message as it was when it was passed on.</summary>
public sealed record MessageSnapshot
{
    /// <summary>The message.</summary>
    public TargetMessage? Message { get; init; }
}

/// <summary>The message that a component is on.</summary>
public sealed record ComponentMessage
{
    /// <summary>Its id.</summary>
    [JsonConverter(typeof(OptionalStringConverter))]
    public string? Id { get; init; }

    /// <summary>Its flags (Message Resource, Message Flags).</summary>
    public long Flags { get; init; }

    /// <summary>Whether only the user who asked sees it.</summary>
    [JsonIgnore]
    public bool IsEphemeral => (Flags & ResponseData.Ephemeral) != 0;
}
