using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord.Rules;

/// <summary>Which commands can be registered (Application Commands).</summary>
public static class CommandRules
{
    private const int SlashCommand = 1;
    private const int EntryPoint = 4;

    // OpenAPI description, bulk_set_application_commands.
    private const int MaxCommands = 130;

    // OpenAPI description, ApplicationCommandUpdateRequest.
    private const long LargestPermissions = 18014398509481983;

    /// <summary>Checks the commands that overwrite all of a scope.</summary>
    /// <param name="commands">The body of a <c>PUT …/commands</c>.</param>
    public static FormErrors Check(JsonNode? commands)
    {
        var errors = new FormErrors();
        var body = Field.Root(errors, commands);
        body.Require();
        var items = body.Items(0, MaxCommands);
        var names = new HashSet<(long Type, string Name)>();
        var counts = new int[EntryPoint + 1];
        foreach (var command in items)
        {
            if (CheckCommand(command) is not { } type)
            {
                continue;
            }

            counts[type]++;
            if (command["name"].PeekText() is { } name && !names.Add((type, name)))
            {
                command.Refuse(Codes.CommandNameTaken, "Application command names must be unique");
            }
        }

        if (!errors.IsEmpty)
        {
            return errors;
        }
        // Application Commands, Registering a Command.
        return counts is [_, <= 100, <= 15, <= 15, <= 1] ? FormErrors.None : FormErrors.TooManyCommands;
    }

    /// <summary>The commands as they are registered: with their ids and all that they leave to defaults.</summary>
    /// <param name="commands">Commands that <see cref="Check"/> found right.</param>
    /// <param name="applicationId">The app.</param>
    /// <param name="version">The version that the registration makes.</param>
    /// <param name="guildId">The server that they are for; null if for all.</param>
    public static JsonArray Registered(JsonArray commands, string applicationId, string version, string? guildId) =>
        [.. commands.Select(c => RegisteredCommands.Build(c!.AsObject(), applicationId, version, guildId))];

    private static long? CheckCommand(Field command)
    {
        if (!command.IsObject())
        {
            return null;
        }

        var type = command["type"].IsGiven ? command["type"].Choice(1, 2, 3, 4) : SlashCommand;
        if (type is null)
        {
            return null;
        }

        command["id"].Snowflake();
        if (type == SlashCommand)
        {
            CheckSlashCommand(command);
        }
        else
        {
            CheckMenuCommand(command);
        }

        if (type == EntryPoint)
        {
            command["handler"].Choice(1, 2);
        }
        else if (command["handler"].IsGiven)
        {
            command["handler"].RefuseHere();
        }

        CheckPermissions(command["default_member_permissions"]);
        command["dm_permission"].Boolean();
        command["default_permission"].Boolean();
        command["nsfw"].Boolean();
        CheckSet(command["integration_types"], 0, 1);
        CheckSet(command["contexts"], 0, 1, 2);
        return type;
    }

    private static void CheckSlashCommand(Field command)
    {
        CommandNames.Check(command["name"]);
        Locales.Check(command["name_localizations"], CommandNames.Check);
        CommandOptions.CheckDescription(command);
        CommandOptions.Check(command["options"]);
        if (CommandSize.Of(command.Value) > CommandSize.Most)
        {
            command.Refuse(Codes.CommandTooLarge, $"Command exceeds maximum size ({CommandSize.Most})");
        }
    }

    // "Empty string for USER and MESSAGE commands"; "options can only be set for application commands of type CHAT_INPUT".
    private static void CheckMenuCommand(Field command)
    {
        CommandNames.CheckInMenu(command["name"]);
        Locales.Check(command["name_localizations"], CommandNames.CheckInMenu);
        if (command["description"].Text(int.MaxValue) is { Length: > 0 })
        {
            command["description"].RefuseHere();
        }

        Locales.Check(command["description_localizations"], t => t.RefuseHere());
        if (command["options"].Items(0, CommandOptions.Most).Length > 0)
        {
            command["options"].RefuseHere();
        }
    }

    // The text says a string, the OpenAPI description an integer, and Discord gives a string back.
    private static void CheckPermissions(Field permissions)
    {
        if (permissions.PeekText() is not null)
        {
            permissions.Snowflake();
        }
        else
        {
            permissions.Integer(0, LargestPermissions);
        }
    }

    private static void CheckSet(Field set, params ReadOnlySpan<long> choices)
    {
        var seen = new HashSet<long>();
        foreach (var item in set.Items(1, choices.Length))
        {
            if (item.Require() && item.Choice(choices) is { } choice && !seen.Add(choice))
            {
                item.Refuse(Codes.Repeated, "Values must be unique");
            }
        }
    }
}
