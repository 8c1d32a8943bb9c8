using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord.Rules;

/// <summary>Commands as the API gives them back (Application Commands, Application Command Structure; OpenAPI description, ApplicationCommandResponse).</summary>
internal static class RegisteredCommands
{
    private static readonly string[] s_keptOfOption = ["channel_types", "file_types", "min_value", "max_value", "min_length", "max_length"];

    /// <summary>A command with all that it left to defaults.</summary>
    public static JsonObject Build(JsonObject command, string applicationId, string version, string? guildId)
    {
        var type = command["type"]?.DeepClone() ?? 1;
        var registered = new JsonObject
        {
            ["id"] = command["id"]?.DeepClone() ?? Id($"{applicationId}/{guildId}/{type.ToJsonString()}/{command["name"]}"),
            ["application_id"] = applicationId,
            ["version"] = version,
            ["default_member_permissions"] = command["default_member_permissions"]?.ToString(),
            ["type"] = type,
        };
        AddTexts(registered, command);
        if (guildId is not null)
        {
            registered["guild_id"] = guildId;
        }
        else
        {
            // These three are "only for globally-scoped commands"; the defaults are those of Bulk Overwrite Guild Application Commands, JSON Params.
            registered["dm_permission"] = command["dm_permission"]?.DeepClone() ?? true;
            registered["contexts"] = command["contexts"]?.DeepClone() ?? new JsonArray(0, 1, 2);
            registered["integration_types"] = command["integration_types"]?.DeepClone() ?? new JsonArray(0);
        }

        if (command["options"] is JsonArray { Count: > 0 } options)
        {
            registered["options"] = Options(options);
        }

        registered["nsfw"] = command["nsfw"]?.DeepClone() ?? false;
        if (command["handler"] is { } handler)
        {
            registered["handler"] = handler.DeepClone();
        }

        return registered;
    }

    private static JsonArray Options(JsonArray options) => [.. options.Select(o => Option(o!.AsObject()))];

    private static JsonObject Option(JsonObject option)
    {
        var registered = new JsonObject { ["type"] = option["type"]!.DeepClone() };
        AddTexts(registered, option);
        foreach (var name in (ReadOnlySpan<string>)["required", "autocomplete"])
        {
            if (option[name]?.GetValue<bool>() == true)
            {
                registered[name] = true;
            }
        }

        if (option["choices"] is JsonArray { Count: > 0 } choices)
        {
            registered["choices"] = new JsonArray([.. choices.Select(c => Choice(c!.AsObject()))]);
        }

        if (option["options"] is JsonArray { Count: > 0 } options)
        {
            registered["options"] = Options(options);
        }

        foreach (var name in s_keptOfOption)
        {
            if (option[name] is { } kept)
            {
                registered[name] = kept.DeepClone();
            }
        }

        return registered;
    }

    private static JsonObject Choice(JsonObject choice) => new()
    {
        ["name"] = choice["name"]!.DeepClone(),
        ["name_localizations"] = choice["name_localizations"]?.DeepClone(),
        ["value"] = choice["value"]!.DeepClone(),
    };

    private static void AddTexts(JsonObject registered, JsonObject part)
    {
        registered["name"] = part["name"]!.DeepClone();
        registered["name_localizations"] = part["name_localizations"]?.DeepClone();
        registered["description"] = part["description"]?.DeepClone() ?? "";
        registered["description_localizations"] = part["description_localizations"]?.DeepClone();
    }

    // A command that is registered again under its name stays the same command, so its id comes from what it is (FNV-1a, cut to the length of real ids).
    private static string Id(string identity)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in identity)
        {
            hash = unchecked((hash ^ character) * 1099511628211UL);
        }

        return (1_000_000_000_000_000_000UL + (hash % 400_000_000_000_000_000UL)).ToString(CultureInfo.InvariantCulture);
    }
}
