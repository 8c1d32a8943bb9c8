using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord.Wire;

/// <summary>The types of interactions (Receiving and Responding, Interaction Type).</summary>
public enum InteractionType
{
    /// <summary>A check whether the endpoint responds.</summary>
    Ping = 1,

    /// <summary>A command is run.</summary>
    Command = 2,

    /// <summary>A button is pressed, or an option of a menu is chosen.</summary>
    Component = 3,

    /// <summary>A command's option is being typed.</summary>
    Autocomplete = 4,
}

/// <summary>
/// An interaction, which has the same form in the gateway's INTERACTION_CREATE and in an HTTP request (Receiving and Responding,
/// Interaction Object). Only the properties that the bot needs are read.
/// </summary>
public sealed record Interaction
{
    // Discord's tokens have about two hundred characters.
    private const int MaxTokenLength = 1000;

    /// <summary>The id.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public required ulong Id { get; init; }

    /// <summary>The type; Discord may add types.</summary>
    public required InteractionType Type { get; init; }

    /// <summary>The token for the response. It becomes invalid after 3 seconds without one.</summary>
    public string Token { get; init; } = "";

    /// <summary>The language of the user's app, such as <c>zh-TW</c> (Reference, Locales); null for a ping.</summary>
    public string? Locale { get; init; }

    /// <summary>The id of the server; null outside one.</summary>
    [JsonConverter(typeof(OptionalStringConverter))]
    public string? GuildId { get; init; }

    /// <summary>The id of the channel.</summary>
    [JsonConverter(typeof(ScalarStringConverter))]
    public string? ChannelId { get; init; }

    /// <summary>The channel.</summary>
    [JsonConverter(typeof(OptionalChannelConverter))]
    public InteractionChannel? Channel { get; init; }

    /// <summary>The member of the server who acted.</summary>
    public InteractionMember? Member { get; init; }

    /// <summary>The user who acted outside a server.</summary>
    public InteractionUser? User { get; init; }

    /// <summary>The data of the command or component.</summary>
    public InteractionData? Data { get; init; }

    /// <summary>The message of the component.</summary>
    public ComponentMessage? Message { get; init; }

    /// <summary>Whether the token can be used for a response: it becomes part of an address.</summary>
    [JsonIgnore]
    public bool HasUsableToken => Token is { Length: > 0 and <= MaxTokenLength } && !Token.Any(c => c is <= ' ' or '?' or '#' or > '~');

    /// <summary>Reads an interaction. An unreadable part is left out.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="problem">The parts that were left out; null: none.</param>
    /// <exception cref="JsonException">The text is not an interaction: it is not JSON, or has no id or type.</exception>
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
            // The cleaned JSON is read below.
        }

        return PartialJson.Read(json, InteractionJson.Default.Interaction, out problem);
    }
}

/// <summary>The channel of an interaction.</summary>
public sealed record InteractionChannel
{
    /// <summary>The type (Channel Resource, Channel Types).</summary>
    public int Type { get; init; }

    /// <summary>Whether it is an announcement, public or private thread.</summary>
    [JsonIgnore]
    public bool IsThread => Type is 10 or 11 or 12;
}

/// <summary>A member of a server.</summary>
public sealed record InteractionMember
{
    /// <summary>The user.</summary>
    public InteractionUser? User { get; init; }
}

/// <summary>A user.</summary>
public sealed record InteractionUser
{
    /// <summary>The id.</summary>
    [JsonConverter(typeof(ScalarStringConverter))]
    public string? Id { get; init; }
}

/// <summary>The data of a command or component.</summary>
public sealed record InteractionData
{
    /// <summary>The registered name of the command.</summary>
    public string? Name { get; init; }

    /// <summary>The type of the command.</summary>
    public CommandType Type { get; init; }

    /// <summary>The options of the command.</summary>
    public IReadOnlyList<InteractionOption>? Options { get; init; }

    /// <summary>The id of the message that a message command was used on.</summary>
    public string? TargetId { get; init; }

    /// <summary>The objects that the ids refer to.</summary>
    public ResolvedData? Resolved { get; init; }

    /// <summary>The custom id of the component.</summary>
    public string? CustomId { get; init; }

    /// <summary>The values chosen in a menu.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Whether a list contains null, which the serializer does not check.</summary>
    [JsonIgnore]
    public bool HasNulls =>
        Options?.Any(o => o is null) == true || Values?.Any(v => v is null) == true || Resolved?.Messages?.Values.Any(m => m is { HasNulls: true }) == true;
}

/// <summary>An option in an interaction.</summary>
public sealed record InteractionOption
{
    /// <summary>The registered name.</summary>
    public required string Name { get; init; }

    /// <summary>The value. A number or a boolean is in JSON notation.</summary>
    [JsonConverter(typeof(ScalarStringConverter))]
    public string? Value { get; init; }

    /// <summary>Whether it is the option being typed.</summary>
    public bool Focused { get; init; }
}

/// <summary>The objects that ids refer to.</summary>
public sealed record ResolvedData
{
    /// <summary>Messages by id.</summary>
    public IReadOnlyDictionary<string, TargetMessage>? Messages { get; init; }
}

/// <summary>The message of a component.</summary>
public sealed record ComponentMessage
{
    /// <summary>The id.</summary>
    [JsonConverter(typeof(OptionalStringConverter))]
    public string? Id { get; init; }

    /// <summary>The flags (Message Resource, Message Flags).</summary>
    public long Flags { get; init; }

    /// <summary>Whether only the asker sees it.</summary>
    [JsonIgnore]
    public bool IsEphemeral => (Flags & ResponseData.Ephemeral) != 0;
}
