using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord;

/// <summary>Finds components within each other ("Component Reference").</summary>
internal static class MessageComponents
{
    /// <summary>All of them, those within others too.</summary>
    public static IEnumerable<JsonObject> All(JsonArray components)
    {
        foreach (var component in components.OfType<JsonObject>())
        {
            yield return component;
            foreach (var inner in component["components"] is JsonArray children ? All(children) : [])
            {
                yield return inner;
            }

            if (component["accessory"] is JsonObject accessory)
            {
                yield return accessory;
            }
        }
    }

    /// <summary>The texts of those that are nothing but text, in the order in which they are shown.</summary>
    public static IEnumerable<string> Texts(JsonArray components) => All(components).Where(c => c.Integer("type") == 10).Select(c => c.String("content") ?? "");

    /// <summary>A copy in which each has an identifier: one that names none gets the next free ("Component Reference", Anatomy of a Component).</summary>
    public static JsonArray WithIds(JsonArray components)
    {
        var copy = (JsonArray)components.DeepClone();
        var taken = All(copy).Select(c => c.Integer("id") ?? 0).ToHashSet();
        var next = 1;
        foreach (var component in All(copy))
        {
            if (component.Integer("id") is > 0)
            {
                continue;
            }

            while (!taken.Add(next))
            {
                next++;
            }

            component["id"] = next;
        }

        return copy;
    }

    /// <summary>The button with a label or identifier that can be pressed.</summary>
    public static JsonObject Button(DiscordMessage message, string labelOrId)
    {
        var all = All(message.Components).Where(c => c.Integer("type") == 2).ToList();
        var button = all.Find(c => c.String("custom_id") == labelOrId) ?? all.Find(c => c.String("label") == labelOrId) ?? all.Find(c => c["emoji"].String("name") == labelOrId);
        if (button is null)
        {
            throw new ChoiceNotOfferedException($"The message has no button \"{labelOrId}\".");
        }

        if (button.String("custom_id") is null)
        {
            throw new ChoiceNotOfferedException($"The button \"{labelOrId}\" sends nothing to the bot: it opens {button.String("url")}.");
        }

        return Enabled(button, labelOrId);
    }

    /// <summary>The menu that offers an option by label or value, and the values of all that are chosen.</summary>
    public static (JsonObject Menu, string[] Values) Choice(DiscordMessage message, string[] options)
    {
        foreach (var menu in All(message.Components).Where(c => c.Integer("type") == 3))
        {
            string[] values = [.. options.Select(o => Value(menu, o)).OfType<string>()];
            if (values.Length < options.Length)
            {
                continue;
            }

            var least = menu.Integer("min_values") ?? 1;
            var most = menu.Integer("max_values") ?? 1;
            if (values.Length < least || values.Length > most)
            {
                throw new ChoiceNotOfferedException($"The menu takes {least} to {most} options, not {values.Length}.");
            }

            return (Enabled(menu, string.Join(", ", options)), values);
        }

        throw new ChoiceNotOfferedException($"The message has no menu with \"{string.Join("\", \"", options)}\".");
    }

    private static string? Value(JsonObject menu, string option)
    {
        var options = menu.Objects("options").ToList();
        return (options.Find(o => o.String("value") == option) ?? options.Find(o => o.String("label") == option)).String("value");
    }

    private static JsonObject Enabled(JsonObject component, string name) =>
        component.IsTrue("disabled") ? throw new ChoiceNotOfferedException($"\"{name}\" is disabled.") : component;
}
