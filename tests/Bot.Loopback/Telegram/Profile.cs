using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.Loopback.Telegram;

/// <summary>The methods about what the bot says of itself: its commands, name and descriptions, by language.</summary>
internal sealed partial class Profile(TelegramServer server)
{
    private const int MaxCommands = 100;
    private readonly Dictionary<(string Scope, string Language), IReadOnlyList<BotCommand>> _commands = [];
    private readonly Dictionary<(string What, string Language), string> _texts = [];

    /// <summary>The commands set for a scope and a language.</summary>
    public IReadOnlyList<BotCommand> Commands(string scope, string language)
    {
        lock (server.State)
        {
            return _commands.GetValueOrDefault((scope, language), []);
        }
    }

    /// <summary><c>getMe</c>.</summary>
    public byte[] Me() => Json.Object(json =>
    {
        server.Bot.WriteMembers(json);
        json.WriteBoolean("can_join_groups"u8, true);
        json.WriteBoolean("can_read_all_group_messages"u8, !server.Options.PrivacyMode);
        json.WriteBoolean("supports_inline_queries"u8, true);
        json.WriteBoolean("supports_guest_queries"u8, true);
        foreach (var ability in (string[])["can_connect_to_business", "has_main_web_app", "has_topics_enabled", "allows_users_to_create_topics", "can_manage_bots", "supports_join_request_queries"])
        {
            json.WriteBoolean(ability, false);
        }
    });

    /// <summary><c>setMyCommands</c>.</summary>
    public byte[] SetCommands(Parameters parameters)
    {
        var list = parameters.Structure("commands", "commands");
        if (list is { ValueKind: not JsonValueKind.Array })
        {
            throw Refusal.BadRequest("expected an Array of BotCommand");
        }

        var commands = list is { } array ? array.EnumerateArray().Select(ReadCommand).ToList() : [];
        var key = (Scope(parameters), Language(parameters));
        if (commands.Count > MaxCommands)
        {
            throw Refusal.BadRequest("BOT_COMMANDS_TOO_MUCH");
        }

        lock (server.State)
        {
            _commands[key] = commands;
        }

        server.Changes.Notify();
        return Json.True;
    }

    /// <summary><c>getMyCommands</c>.</summary>
    public byte[] GetCommands(Parameters parameters)
    {
        var commands = Commands(Scope(parameters), Language(parameters));
        return Json.Write(json =>
        {
            json.WriteStartArray();
            foreach (var command in commands)
            {
                json.WriteStartObject();
                json.WriteString("command"u8, command.Command);
                json.WriteString("description"u8, command.Description);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary><c>deleteMyCommands</c>.</summary>
    public byte[] DeleteCommands(Parameters parameters)
    {
        var key = (Scope(parameters), Language(parameters));
        lock (server.State)
        {
            _commands.Remove(key);
        }

        server.Changes.Notify();
        return Json.True;
    }

    /// <summary><c>setMyName</c>, <c>setMyDescription</c> and <c>setMyShortDescription</c>.</summary>
    public byte[] SetText(Parameters parameters, string what, int longest)
    {
        var text = parameters.Text(what);
        var language = Language(parameters);
        if (text.Length > longest)
        {
            throw Refusal.BadRequest(what == "name" ? "FIRSTNAME_INVALID" : what == "description" ? "DESCRIPTION_TOO_LONG" : "ABOUT_TOO_LONG");
        }

        lock (server.State)
        {
            _texts[(what, language)] = text;
        }

        server.Changes.Notify();
        return Json.True;
    }

    /// <summary><c>getMyName</c>, <c>getMyDescription</c> and <c>getMyShortDescription</c>.</summary>
    public byte[] GetText(Parameters parameters, string what)
    {
        var text = Text(what, Language(parameters));
        return Json.Object(json => json.WriteString(what, text));
    }

    /// <summary>What a user with a language sees: the text in that language, or else the one for all.</summary>
    public string Text(string what, string language)
    {
        lock (server.State)
        {
            var text = _texts.GetValueOrDefault((what, language), "");
            if (text.Length == 0)
            {
                text = _texts.GetValueOrDefault((what, ""), "");
            }

            return text.Length == 0 && what == "name" ? server.Bot.FirstName : text;
        }
    }

    private static BotCommand ReadCommand(JsonElement json)
    {
        const string Cannot = "can't parse BotCommand: ";
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Refusal.BadRequest(Cannot + "expected an Object");
        }

        string Required(string name) =>
            json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Refusal.BadRequest($"{Cannot}Can't find field \"{name}\"");

        var command = Required("command").Trim();
        var description = Required("description").Trim();
        command = command.StartsWith('/') ? command[1..] : command;
        if (command.Length == 0)
        {
            throw Refusal.BadRequest("command must be non-empty");
        }

        if (command.Length > 32)
        {
            throw Refusal.BadRequest("command length must not exceed 32");
        }

        if (description.Length == 0)
        {
            throw Refusal.BadRequest("command description must be non-empty");
        }

        if (description.EnumerateRunes().Count() > 256)
        {
            throw Refusal.BadRequest("command description length must not exceed 256");
        }

        if (!CommandName().IsMatch(command))
        {
            throw Refusal.BadRequest("BOT_COMMAND_INVALID");
        }

        return new(command, description);
    }

    private static string Language(Parameters parameters)
    {
        var language = parameters.Text("language_code");
        return language.Length == 0 || (language.Length == 2 && language.All(char.IsAsciiLetterLower)) ? language : throw Refusal.BadRequest("invalid language code specified");
    }

    // "default", "all_private_chats", … or "chat:5", "chat_administrators:5", "chat_member:5:7".
    private static string Scope(Parameters parameters)
    {
        const string Cannot = "can't parse BotCommandScope: ";
        if (parameters.Structure("scope", "BotCommandScope") is not { } scope)
        {
            return "default";
        }

        if (scope.ValueKind != JsonValueKind.Object || !scope.TryGetProperty("type", out var type))
        {
            throw Refusal.BadRequest(Cannot + "Can't find field \"type\"");
        }

        var name = type.GetString()!;
        if (name is "default" or "all_private_chats" or "all_group_chats" or "all_chat_administrators")
        {
            return name;
        }

        if (name is not ("chat" or "chat_administrators" or "chat_member"))
        {
            throw Refusal.BadRequest(Cannot + "Unsupported type specified");
        }

        if (!scope.TryGetProperty("chat_id", out var chat))
        {
            throw Refusal.BadRequest(Cannot + "Can't find field \"chat_id\"");
        }

        if (name != "chat_member")
        {
            return $"{name}:{chat}";
        }

        return scope.TryGetProperty("user_id", out var user) ? $"{name}:{chat}:{user}" : throw Refusal.BadRequest(Cannot + "Can't find field \"user_id\"");
    }

    [GeneratedRegex("^[a-z0-9_]+$")]
    private static partial Regex CommandName();
}
