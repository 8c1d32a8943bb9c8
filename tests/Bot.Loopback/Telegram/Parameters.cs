using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Loopback.Telegram;

/// <summary>The parameters of one call, wherever they came from. A JSON body is read in place, without being copied.</summary>
internal sealed class Parameters(JsonElement? body, IReadOnlyDictionary<string, string>? fields)
{
    /// <summary>All names.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            if (fields is not null)
            {
                foreach (var name in fields.Keys)
                {
                    yield return name;
                }
            }

            if (body is { } json)
            {
                foreach (var member in json.EnumerateObject())
                {
                    yield return member.Name;
                }
            }
        }
    }

    /// <summary>A parameter as text; empty if it is absent. What is JSON in the body stays JSON.</summary>
    public string Text(string name)
    {
        if (body is { } json && json.TryGetProperty(name, out var value))
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!,
                JsonValueKind.Null => "",
                _ => value.GetRawText(),
            };
        }

        return fields is not null && fields.TryGetValue(name, out var text) ? text : "";
    }

    /// <summary>A whole number; 0 if it is absent or none, as the real server reads it.</summary>
    public long Number(string name) => long.TryParse(Text(name), CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>A whole number within bounds.</summary>
    public int Number(string name, int byDefault, int least, int most)
    {
        var text = Text(name);
        var value = text.Length == 0 ? byDefault : long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return (int)Math.Clamp(value, least, most);
    }

    /// <summary>A boolean.</summary>
    public bool Flag(string name) => Text(name).ToLowerInvariant() is "true" or "yes" or "1";

    /// <summary>A structured parameter: as it is in a JSON body, or JSON within a text. Null if it is absent.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="what">What it is called when it cannot be read.</param>
    public JsonElement? Structure(string name, string what)
    {
        if (body is { } json && json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            return value;
        }

        var text = Text(name);
        if (text.Length == 0)
        {
            return null;
        }

        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            throw Refusal.BadRequest($"can't parse {what} JSON object");
        }
    }

    /// <summary>All of them, for the log of calls.</summary>
    public JsonObject ToJson()
    {
        var all = new JsonObject();
        foreach (var (name, text) in fields ?? new Dictionary<string, string>())
        {
            all[name] = text.StartsWith('{') || text.StartsWith('[') ? Structure(name, name) is { } json ? JsonNode.Parse(json.GetRawText()) : null : JsonValue.Create(text);
        }

        if (body is { } members)
        {
            foreach (var member in members.EnumerateObject())
            {
                all[member.Name] = JsonNode.Parse(member.Value.GetRawText());
            }
        }

        return all;
    }
}
