using System.Text.Json.Nodes;
using Bot.Loopback.Discord.Rules;

namespace Bot.Loopback.Discord;

/// <summary>The commands that the bot registered, for all places and for single guilds.</summary>
internal sealed class CommandRegistry(DiscordServer server)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, JsonArray> _commands = [];
    private int _overwrites;

    /// <summary>The number of times that the commands were overwritten.</summary>
    public int Overwrites => _overwrites;

    /// <summary>The commands of a guild, or those for all places.</summary>
    public JsonArray Of(ulong? guild)
    {
        lock (_lock)
        {
            return _commands.TryGetValue(guild?.Text() ?? "", out var commands) ? (JsonArray)commands.DeepClone() : [];
        }
    }

    /// <summary>The command that a client finds: the guild's own first.</summary>
    public JsonObject? Find(string name, int type, ulong? guild, string locale)
    {
        var all = Of(null).OfType<JsonObject>();
        if (guild is not null)
        {
            all = Of(guild).OfType<JsonObject>().Concat(all);
        }

        return all.FirstOrDefault(c => c.Integer("type") == type && (c.String("name") == name || c["name_localizations"].String(locale) == name));
    }

    /// <summary>"Get Global Application Commands" and its twin.</summary>
    public Reply Get(string app, string? guild, Request request)
    {
        if (Refusal(app) is { } refusal)
        {
            return refusal;
        }

        JsonArray commands;
        lock (_lock)
        {
            commands = _commands.TryGetValue(guild ?? "", out var found) ? (JsonArray)found.DeepClone() : [];
        }

        if (!request.Flag("with_localizations"))
        {
            var locale = request.Headers["X-Discord-Locale"].ToString() is { Length: > 0 } named ? named : request.Headers.AcceptLanguage.ToString().Split(',', ';')[0];
            foreach (var command in commands)
            {
                Localize((JsonObject)command!, locale);
            }
        }

        return Reply.Ok(commands);
    }

    /// <summary>"Bulk Overwrite Global Application Commands" and its twin.</summary>
    public Reply Overwrite(string app, string? guild, Request request)
    {
        if (Refusal(app) is { } refusal)
        {
            return refusal;
        }

        var errors = CommandRules.Check(request.Body);
        if (!errors.IsEmpty)
        {
            return Reply.Of(400, errors.ToJson());
        }

        var commands = Set((JsonArray)request.Body!, guild);
        Interlocked.Increment(ref _overwrites);
        server.Changes.Notify();
        return Reply.Ok(commands);
    }

    /// <summary>Registers commands. One that existed keeps its identifier.</summary>
    public JsonArray Set(JsonArray commands, string? guild)
    {
        var registered = CommandRules.Registered(commands, server.Options.ApplicationId.Text(), server.Ids.Next().Text(), guild);
        lock (_lock)
        {
            var old = _commands.TryGetValue(guild ?? "", out var found) ? found.OfType<JsonObject>().ToList() : [];
            foreach (var command in registered.OfType<JsonObject>())
            {
                var same = old.Find(o => o.String("name") == command.String("name") && o.Integer("type") == command.Integer("type"));
                command["id"] = same.String("id") ?? server.Ids.Next().Text();
            }

            _commands[guild ?? ""] = registered;
            return (JsonArray)registered.DeepClone();
        }
    }

    private Reply? Refusal(string app) => app == server.Options.ApplicationId.Text()
        ? null
        : Reply.Error(403, 20012, "You are not authorized to perform this action on this application");

    // "Application Commands", Retrieving localized commands.
    private static void Localize(JsonObject command, string locale)
    {
        foreach (var name in (string[])["name", "description"])
        {
            var localized = command[name + "_localizations"].String(locale);
            command.Remove(name + "_localizations");
            if (localized is not null)
            {
                command[name + "_localized"] = localized;
            }
        }

        foreach (var inner in command.Objects("options").Concat(command.Objects("choices")))
        {
            Localize(inner, locale);
        }
    }
}
