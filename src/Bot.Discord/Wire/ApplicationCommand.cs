using System.Text.Json.Serialization;

namespace Bot.Discord.Wire;

/// <summary>The types of the bot's commands (Application Commands, Application Command Types).</summary>
public enum CommandType
{
    /// <summary>A slash command.</summary>
    Slash = 1,

    /// <summary>A message command, chosen from a message's menu.</summary>
    Message = 3,
}

/// <summary>The types of the bot's options (Application Commands, Application Command Option Type).</summary>
public enum OptionType
{
    /// <summary>Text.</summary>
    String = 3,

    /// <summary>A boolean.</summary>
    Boolean = 5,
}

/// <summary>The kinds of installation (Application Resource, Application Integration Types).</summary>
public enum IntegrationType
{
    /// <summary>In a server.</summary>
    Guild = 0,

    /// <summary>For a user, who can then use it everywhere.</summary>
    User = 1,
}

/// <summary>The places where a command can be run (Interactions, Interaction Context Types).</summary>
public enum InteractionContext
{
    /// <summary>In a server.</summary>
    Guild = 0,

    /// <summary>In a direct message with the bot.</summary>
    BotDm = 1,

    /// <summary>In other direct messages.</summary>
    PrivateChannel = 2,
}

/// <summary>A registered command (Application Commands, Application Command Structure).</summary>
public sealed record ApplicationCommand
{
    /// <summary>The type; Discord leaves out the first.</summary>
    public CommandType Type { get; init; } = CommandType.Slash;

    /// <summary>The name in interactions.</summary>
    public required string Name { get; init; }

    /// <summary>The names shown to users, by locale.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>The description; empty for a message command.</summary>
    public string Description { get; init; } = "";

    /// <summary>The descriptions by locale.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>The options, the required ones first.</summary>
    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>The ways to install it; null for a command of one server.</summary>
    public IReadOnlyList<IntegrationType>? IntegrationTypes { get; init; }

    /// <summary>The places where it can be run; null for a command of one server.</summary>
    public IReadOnlyList<InteractionContext>? Contexts { get; init; }
}

/// <summary>An option of a command (Application Commands, Application Command Option Structure).</summary>
public sealed record CommandOption
{
    /// <summary>The type.</summary>
    public required OptionType Type { get; init; }

    /// <summary>The name in interactions.</summary>
    public required string Name { get; init; }

    /// <summary>The names shown to users, by locale.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>The description.</summary>
    public required string Description { get; init; }

    /// <summary>The descriptions by locale.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>Whether it is required; Discord leaves out <c>false</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Required { get; init; }

    /// <summary>Whether it has autocompletion.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Autocomplete { get; init; }
}
