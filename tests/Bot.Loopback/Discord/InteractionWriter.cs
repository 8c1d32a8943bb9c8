using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord;

/// <summary>Writes what the bot is sent of an interaction.</summary>
internal static class InteractionWriter
{
    // ATTACH_FILES, EMBED_LINKS and MENTION_EVERYONE; USE_EXTERNAL_EMOJIS too with the bot itself ("Receiving and Responding", Interaction Structure).
    private const string PrivatePermissions = "180224";
    private const string BotDmPermissions = "442368";

    /// <summary>The payload of an interaction that is started in a place ("Receiving and Responding", Interaction Structure).</summary>
    public static JsonObject Payload(this DiscordPlace place, DiscordUser by, int type, JsonObject data, JsonObject owners, JsonObject? message)
    {
        var payload = new JsonObject
        {
            ["version"] = 1,
            ["type"] = type,
            ["locale"] = by.Locale,
            ["entitlements"] = new JsonArray(),
            ["entitlement_sku_ids"] = new JsonArray(),
            ["data"] = data,
            ["context"] = (int)place.Context,
            ["channel_id"] = place.Id.Text(),
            ["channel"] = place.ChannelJson(),
            ["authorizing_integration_owners"] = owners,
            ["attachment_size_limit"] = 10485760,
            ["application_id"] = place.Server.Options.ApplicationId.Text(),
            ["app_permissions"] = place.Context switch { InteractionContext.Guild => "562949953601536", InteractionContext.BotDm => BotDmPermissions, _ => PrivatePermissions },
        };
        if (message is not null)
        {
            payload["message"] = message;
        }

        if (place.Guild is null)
        {
            payload["user"] = by.ToJson();
            return payload;
        }

        payload["member"] = by.ToMemberJson();
        payload["guild_locale"] = place.Guild.Locale;
        payload["guild_id"] = place.Guild.Id.Text();
        payload["guild"] = place.Guild.ToPartialJson();
        return payload;
    }

    /// <summary>The channel, as far as an interaction has it.</summary>
    public static JsonObject ChannelJson(this DiscordPlace place)
    {
        var json = new JsonObject { ["id"] = place.Id.Text(), ["type"] = place.Context switch { InteractionContext.Guild => 0, InteractionContext.BotDm => 1, _ => 3 }, ["flags"] = 0, ["last_message_id"] = null };
        if (place.Guild is null)
        {
            json["recipients"] = new JsonArray();
            return json;
        }

        json["guild_id"] = place.Guild.Id.Text();
        json["name"] = "channel-" + place.Id.ToString(CultureInfo.InvariantCulture);
        json["nsfw"] = false;
        json["parent_id"] = null;
        json["permissions"] = "2248473465835073";
        json["position"] = 0;
        json["rate_limit_per_user"] = 0;
        json["topic"] = null;
        return json;
    }

    /// <summary>The data of an interaction with a command.</summary>
    public static JsonObject Data(JsonObject command)
    {
        var data = new JsonObject
        {
            ["id"] = command["id"]?.DeepClone(),
            ["name"] = command["name"]?.DeepClone(),
            ["type"] = command["type"]?.DeepClone(),
            ["version"] = command["version"]?.DeepClone(),
        };
        if (command.String("guild_id") is { } guild)
        {
            data["guild_id"] = guild;
        }

        return data;
    }

    /// <summary>What the bot is told about its response ("Interaction Callback Response Object").</summary>
    public static JsonObject CallbackJson(this Interaction interaction)
    {
        var response = interaction.Response!;
        var told = new JsonObject { ["id"] = interaction.Id.Text(), ["type"] = (int)interaction.Kind };
        var json = new JsonObject { ["interaction"] = told };
        if (interaction.OriginalId is { } id)
        {
            told["response_message_id"] = id.Text();
            told["response_message_loading"] = response.Type == 5;
            told["response_message_ephemeral"] = interaction.Message?.IsEphemeral == true;
        }

        var resource = new JsonObject { ["type"] = response.Type };
        if (response.Type is 4 or 7 && response.Message is not null)
        {
            resource["message"] = response.Message.Json.DeepClone();
        }

        json["resource"] = resource;
        return json;
    }
}
