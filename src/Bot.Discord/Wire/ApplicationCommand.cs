using System.Text.Json.Serialization;

namespace Bot.Discord.Wire;

/// <summary>The kinds of commands that the bot has (Application Commands, Application Command Types).</summary>
public enum CommandType
{
    /// <summary>Typed after a slash.</summary>
    Slash = 1,

    /// <summary>Chosen from the menu of a message.</summary>
    Message = 3,
}

/// <summary>The types of options that the bot's commands have (Application Commands, Application Command Option Type).</summary>
public enum OptionType
{
    /// <summary>Text.</summary>
    String = 3,

    /// <summary>Yes or no.</summary>
    Boolean = 5,
}

/// <summary>Where an app is installed (Application Resource, Application Integration Types).</summary>
public enum IntegrationType
{
    /// <summary>In a server.</summary>
    Guild = 0,

    /// <summary>With a user, who has it everywhere.</summary>
    User = 1,
}

/// <summary>Where a command is run (Interactions, Interaction Context Types).</summary>
public enum InteractionContext
{
    /// <summary>In a server.</summary>
    Guild = 0,

    /// <summary>In a direct message with the bot.</summary>
    BotDm = 1,

    /// <summary>In other direct messages.</summary>
    PrivateChannel = 2,
}

/// <summary>A command as it is registered (Application Commands, Application Command Structure).</summary>
public sealed record ApplicationCommand
{
    /// <summary>The kind; Discord leaves out the first.</summary>
    public CommandType Type { get; init; } = CommandType.Slash;

    /// <summary>The name that interactions carry.</summary>
    public required string Name { get; init; }

    /// <summary>The names that users see, by locale.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>What it does; empty for a message command.</summary>
    public string Description { get; init; } = "";

    /// <summary>What it does, by locale.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>Its options, the required ones first.</summary>
    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>How it can be installed; null where it is registered in one server.</summary>
    public IReadOnlyList<IntegrationType>? IntegrationTypes { get; init; }

    /// <summary>Where it can be run; null where it is registered in one server.</summary>
    public IReadOnlyList<InteractionContext>? Contexts { get; init; }
}

/// <summary>An option of a command (Application Commands, Application Command Option Structure).</summary>
public sealed record CommandOption
{
    /// <summary>The type.</summary>
    public required OptionType Type { get; init; }

    /// <summary>The name that interactions carry.</summary>
    public required string Name { get; init; }

    /// <summary>The names that users see, by locale.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>What it is.</summary>
    public required string Description { get; init; }

    /// <summary>What it is, by locale.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>Whether it must be given; Discord leaves out <c>false</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Required { get; init; }

    /// <summary>Whether values are offered while it is typed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Autocomplete { get; init; }
}
