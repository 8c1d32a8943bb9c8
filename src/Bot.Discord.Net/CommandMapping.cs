using Bot.Discord.Wire;
using Discord.Rest;
using Library = Discord;

namespace Bot.Discord.Net;

/// <summary>Maps commands to Discord.Net's types and back.</summary>
internal static class CommandMapping
{
    /// <summary>Maps a command for registration.</summary>
    public static Library.ApplicationCommandProperties ToProperties(ApplicationCommand command)
    {
        var properties = command.Type == CommandType.Message
            ? (Library.ApplicationCommandProperties)new Library.MessageCommandBuilder { Name = command.Name }.Build()
            : Slash(command);

        // The properties that integration types and contexts replaced are left out (Application Commands, Application Command Structure).
        properties.IsDMEnabled = default;
        properties.IsDefaultPermission = default;
        if (command.NameLocalizations is { } names)
        {
            var late = new Dictionary<string, string>();
            properties.NameLocalizations = late;
            Fill(late, names);
        }

        if (command.DescriptionLocalizations is { } descriptions)
        {
            var late = new Dictionary<string, string>();
            properties.DescriptionLocalizations = late;
            Fill(late, descriptions);
        }

        properties.IntegrationTypes = Set(command.IntegrationTypes, t => (Library.ApplicationIntegrationType)t);
        properties.ContextTypes = Set(command.Contexts, c => (Library.InteractionContextType)c);
        return properties;
    }

    /// <summary>Maps a registered command.</summary>
    public static ApplicationCommand ToCommand(RestApplicationCommand command) => new()
    {
        Type = (CommandType)command.Type,
        Name = command.Name,
        NameLocalizations = command.NameLocalizations,
        Description = command.Description ?? "",
        DescriptionLocalizations = command.DescriptionLocalizations,
        Options = [.. command.Options.Select(Map)],
        IntegrationTypes = command.IntegrationTypes is { } types ? [.. types.Select(t => (IntegrationType)t)] : null,
        Contexts = command.ContextTypes is { } contexts ? [.. contexts.Select(c => (InteractionContext)c)] : null,
    };

    private static Library.SlashCommandProperties Slash(ApplicationCommand command)
    {
        var properties = new Library.SlashCommandBuilder { Name = command.Name, Description = command.Description }.Build();
        properties.Options = (command.Options ?? []).Select(Map).ToList();
        return properties;
    }

    private static Library.ApplicationCommandOptionProperties Map(CommandOption option)
    {
        var properties = new Library.ApplicationCommandOptionProperties
        {
            Type = (Library.ApplicationCommandOptionType)option.Type,
            Name = option.Name,
            Description = option.Description,
            IsRequired = option.Required ? true : null,
            IsAutocomplete = option.Autocomplete,
        };
        Fill(properties.NameLocalizations, option.NameLocalizations);
        Fill(properties.DescriptionLocalizations, option.DescriptionLocalizations);
        return properties;
    }

    private static CommandOption Map(RestApplicationCommandOption option) => new()
    {
        Type = (OptionType)option.Type,
        Name = option.Name,
        NameLocalizations = option.NameLocalizations,
        Description = option.Description,
        DescriptionLocalizations = option.DescriptionLocalizations,
        Required = option.IsRequired ?? false,
        Autocomplete = option.IsAutocomplete ?? false,
    };

    private static Library.Optional<HashSet<TTo>> Set<TFrom, TTo>(IReadOnlyList<TFrom>? values, Func<TFrom, TTo> map) =>
        values is null ? Library.Optional<HashSet<TTo>>.Unspecified : values.Select(map).ToHashSet();

    // Discord.Net validates names when a dictionary is set, and rejects the apostrophe, which Discord accepts (Application Commands,
    // Application Command Naming) and Ukrainian needs. A dictionary that is filled later is sent unchanged.
    private static void Fill(IDictionary<string, string> late, IReadOnlyDictionary<string, string>? localizations)
    {
        foreach (var (locale, text) in localizations ?? new Dictionary<string, string>())
        {
            late[locale] = text;
        }
    }
}
