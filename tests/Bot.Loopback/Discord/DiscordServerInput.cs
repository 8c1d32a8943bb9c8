using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord;

/// <summary>Interactions that nobody's app sends: written by hand, or very many at once.</summary>
public static class DiscordServerInput
{
    /// <summary>
    /// Sends an interaction written by hand. It gets an <c>id</c>, a <c>token</c>, an <c>application_id</c> and what else is in
    /// all ("Receiving and Responding", Interaction Structure) unless it names them.
    /// </summary>
    /// <param name="server">The server.</param>
    /// <param name="interaction">The payload.</param>
    /// <param name="guildId">The guild whose shard gets it, if its <c>guild_id</c> is not that one.</param>
    public static Interaction SendRaw(this DiscordServer server, JsonObject interaction, ulong? guildId = null)
    {
        var payload = (JsonObject)interaction.DeepClone();
        payload["entitlements"] ??= new JsonArray();
        payload["authorizing_integration_owners"] ??= new JsonObject();
        payload["app_permissions"] ??= "0";
        guildId ??= ulong.TryParse(payload.String("guild_id"), out var named) ? named : null;
        var channel = ulong.TryParse(payload.String("channel_id"), out var id) ? id : guildId ?? 1;
        var guild = guildId is { } known ? server.Guild(known, "Raw") : null;
        var place = server.Place(channel, () => new(server, channel, guild is null ? InteractionContext.BotDm : InteractionContext.Guild, guild, null));
        var user = (payload["member"]?["user"] ?? payload["user"]) is JsonObject by && ulong.TryParse(by.String("id"), out var userId)
            ? new DiscordUser(userId, by.String("global_name") ?? by.String("username") ?? "?")
            : new DiscordUser(1, "?");
        return server.Start(place, user, payload, null, guildId);
    }

    /// <summary>
    /// Sends very many slash commands, and counts the answers. Only the form of the answers is checked, and nothing of
    /// them is kept; the channels show none of them. It waits until all are answered.
    /// </summary>
    /// <param name="server">The server.</param>
    /// <param name="by">Who runs them.</param>
    /// <param name="places">Where, in turn.</param>
    /// <param name="command">The command.</param>
    /// <param name="options">The options, in turn.</param>
    /// <param name="count">How many.</param>
    /// <param name="inFlight">How many wait for an answer at once.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<FloodResult> FloodAsync(this DiscordServer server, DiscordUser by, IReadOnlyList<DiscordPlace> places, string command, IReadOnlyList<JsonObject> options, int count, int inFlight, CancellationToken cancellation)
    {
        var templates = new List<FloodTemplate>();
        foreach (var given in options)
        {
            foreach (var place in places)
            {
                var found = place.Command(by, command, 1, out var owners);
                var data = InteractionWriter.Data(found);
                data["options"] = CommandInput.Options(found, command, given, by.Locale, focused: null);
                templates.Add(new(place.Payload(by, 2, data, owners, null), place.Guild?.Id));
            }
        }

        using var run = new FloodRun(server, count, inFlight);
        return await run.RunAsync(templates, cancellation);
    }
}
