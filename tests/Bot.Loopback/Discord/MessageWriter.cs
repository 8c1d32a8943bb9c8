using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Loopback.Discord.Rules;

namespace Bot.Loopback.Discord;

/// <summary>Makes the messages of the bot ("Message Resource", Message Object).</summary>
internal static partial class MessageWriter
{
    // "Message Resource", Message Flags.
    private const int Ephemeral = 1 << 6;
    private const int Loading = 1 << 7;
    private const int ComponentsV2 = 1 << 15;

    /// <summary>A new message.</summary>
    public static DiscordMessage New(DiscordServer server, Interaction interaction, JsonObject data, bool isLoading, ulong? original)
    {
        var id = server.Ids.Next();
        var now = server.Options.Time.GetUtcNow();
        var isCommand = interaction.Kind == InteractionKind.Command;
        var json = new JsonObject
        {
            ["id"] = id.Text(),
            ["type"] = original is not null ? 0 : isCommand ? interaction.Payload["data"].Integer("type") == 1 ? 20 : 23 : 0,
            ["channel_id"] = interaction.Place.Id.Text(),
            ["author"] = server.BotJson(),
            ["timestamp"] = now.Text(),
            ["edited_timestamp"] = null,
            ["tts"] = data.IsTrue("tts"),
            ["pinned"] = false,
            ["webhook_id"] = server.Options.ApplicationId.Text(),
            ["application_id"] = server.Options.ApplicationId.Text(),
            ["attachments"] = new JsonArray(),
            ["position"] = 0,
        };
        var metadata = new JsonObject
        {
            ["id"] = interaction.Id.Text(),
            ["type"] = (int)interaction.Kind,
            ["user"] = interaction.User.ToJson(),
            ["authorizing_integration_owners"] = interaction.Payload["authorizing_integration_owners"]?.DeepClone(),
        };
        if (isCommand)
        {
            metadata["name"] = interaction.Payload["data"].String("name");
        }

        if (interaction.Payload["data"].String("target_id") is { } target)
        {
            metadata["target_message_id"] = target;
        }

        if (interaction.Source is { } source)
        {
            metadata["interacted_message_id"] = source.Id.Text();
        }

        if (original is { } first)
        {
            metadata["original_response_message_id"] = first.Text();
        }

        json["interaction_metadata"] = metadata;
        if ((original ?? interaction.Source?.Id) is { } replied)
        {
            json["message_reference"] = new JsonObject { ["type"] = 0, ["channel_id"] = interaction.Place.Id.Text(), ["message_id"] = replied.Text() };
        }

        var message = new DiscordMessage { Id = id, Json = json, AskedBy = interaction.User.Id };
        return Filled(server, message, (JsonObject)data.DeepClone(), isLoading);
    }

    /// <summary>A message that the bot sent before anything else happened, as the API gives it.</summary>
    public static DiscordMessage Earlier(DiscordServer server, DiscordPlace place, DiscordUser askedBy, JsonObject data)
    {
        var json = place.MessageJson(askedBy, "");
        json["author"] = server.BotJson();
        json["interaction_metadata"] = new JsonObject
        {
            ["id"] = server.Ids.Next().Text(),
            ["type"] = (int)InteractionKind.Command,
            ["user"] = askedBy.ToJson(),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = place.Guild?.Id.Text() ?? "0" },
        };
        var message = new DiscordMessage { Id = ulong.Parse(json.String("id")!, CultureInfo.InvariantCulture), Json = json, AskedBy = askedBy.Id };
        return Filled(server, message, (JsonObject)data.DeepClone(), isLoading: false);
    }

    /// <summary>The message with what the bot sends for it; what it does not name stays.</summary>
    public static DiscordMessage Edited(DiscordServer server, DiscordMessage message, JsonObject data)
    {
        var isFirst = message.IsLoading;
        var edited = Filled(server, message with { Json = (JsonObject)message.Json.DeepClone() }, Merged(message.Source, data), isLoading: false);
        if (!isFirst)
        {
            edited.Json["edited_timestamp"] = server.Options.Time.GetUtcNow().Text();
        }

        return edited;
    }

    /// <summary>What the bot sends for a message, over what it had sent.</summary>
    public static JsonObject Merged(JsonObject source, JsonObject data)
    {
        var merged = (JsonObject)source.DeepClone();

        // "Edit Webhook Message": what was allowed before does not count.
        merged.Remove("allowed_mentions");
        foreach (var (name, value) in data)
        {
            if (name != "flags")
            {
                merged[name] = value?.DeepClone();
            }
        }

        // An edit cannot change who sees a message, nor take back its kind of components.
        var kept = source.Integer("flags") ?? 0;
        var given = ((data.Integer("flags") ?? kept) & ~Ephemeral) | (kept & (Ephemeral | ComponentsV2));
        if (given != 0)
        {
            merged["flags"] = given;
        }

        return merged;
    }

    private static DiscordMessage Filled(DiscordServer server, DiscordMessage message, JsonObject source, bool isLoading)
    {
        var json = message.Json;
        json["content"] = source.String("content") ?? "";
        json["embeds"] = new JsonArray([.. source.Objects("embeds").Select(Embed)]);
        json["components"] = source["components"] is JsonArray components ? MessageComponents.WithIds(components) : new JsonArray();
        json["flags"] = (source.Integer("flags") ?? 0) | (isLoading ? Loading : 0u);

        // The text of a component notifies as content does (Component Reference, Text Display).
        var texts = MessageComponents.Texts((JsonArray)json["components"]!).Prepend(source.String("content") ?? "");
        Mention(server, json, string.Join('\n', texts), source["allowed_mentions"] as JsonObject);
        return message with { Source = source };
    }

    private static JsonObject Embed(JsonObject embed)
    {
        var copy = (JsonObject)embed.DeepClone();
        copy["type"] = "rich";
        return copy;
    }

    // "Message Resource", Allowed Mentions Object: without one all mentions count; with one those of its types and lists.
    private static void Mention(DiscordServer server, JsonObject json, string content, JsonObject? allowed)
    {
        var parse = (allowed?["parse"] as JsonArray)?.Select(p => (string?)p).ToArray();
        var users = Users().Matches(content).Select(m => m.Groups[1].Value).Distinct().Where(id => IsAllowed("users", id));
        json["mentions"] = new JsonArray([.. users.Select(id => ulong.TryParse(id, out var known) ? server.FindUser(known)?.ToJson() : null).OfType<JsonObject>()]);
        json["mention_roles"] = new JsonArray([.. Roles().Matches(content).Select(m => m.Groups[1].Value).Distinct().Where(id => IsAllowed("roles", id)).Select(id => JsonValue.Create(id))]);
        json["mention_everyone"] = Everyone().IsMatch(content) && (allowed is null || parse?.Contains("everyone") == true);

        bool IsAllowed(string kind, string id) =>
            allowed is null || parse?.Contains(kind) == true || (allowed[kind] is JsonArray list && list.Any(l => l?.ToString() == id));
    }

    [GeneratedRegex("<@!?([0-9]+)>")]
    private static partial Regex Users();

    [GeneratedRegex("<@&([0-9]+)>")]
    private static partial Regex Roles();

    [GeneratedRegex("@(everyone|here)")]
    private static partial Regex Everyone();
}
