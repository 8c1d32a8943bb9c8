using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord;

/// <summary>A server, which Discord's API calls a guild.</summary>
public sealed class DiscordGuild
{
    private readonly DiscordServer _server;

    internal DiscordGuild(DiscordServer server, ulong id, string name, string locale, bool isInstalled)
    {
        _server = server;
        (Id, Name, Locale, IsInstalled) = (id, name, locale, isInstalled);
    }

    /// <summary>The identifier.</summary>
    public ulong Id { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The preferred language.</summary>
    public string Locale { get; }

    /// <summary>Whether the app is installed here. If not, only people who installed it to their account use it here.</summary>
    public bool IsInstalled { get; }

    /// <summary>A channel.</summary>
    public DiscordPlace Channel(ulong id) => _server.Place(id, () => new(_server, id, InteractionContext.Guild, this, null));

    internal JsonObject ToPartialJson() => new() { ["id"] = Id.Text(), ["locale"] = Locale, ["features"] = new JsonArray() };

    internal JsonObject ToCreateJson(DiscordServer server) => new()
    {
        ["id"] = Id.Text(),
        ["name"] = Name,
        ["icon"] = null,
        ["owner_id"] = Id.Text(),
        ["preferred_locale"] = Locale,
        ["features"] = new JsonArray(),
        ["roles"] = new JsonArray(),
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["joined_at"] = server.Options.Time.GetUtcNow().Text(),
        ["large"] = false,
        ["unavailable"] = false,
        ["member_count"] = 2,
        ["voice_states"] = new JsonArray(),
        ["members"] = new JsonArray(),
        ["channels"] = new JsonArray([.. server.Places.Where(p => p.Guild == this).Select(p => p.ChannelJson())]),
        ["threads"] = new JsonArray(),
        ["presences"] = new JsonArray(),
        ["stage_instances"] = new JsonArray(),
        ["guild_scheduled_events"] = new JsonArray(),
    };
}
