using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Discord.Wire;

/// <summary>Reads JSON that the serializer rejects by dropping the rejected parts: an unreadable part does not affect the others.</summary>
internal static class PartialJson
{
    // Each costs another pass over the whole document.
    private const int MaxDropped = 32;

    /// <summary>Reads a document that the serializer rejected.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="type">The type to read.</param>
    /// <param name="problem">The parts that were left out, without any value; null: none.</param>
    /// <exception cref="JsonException">The text is not JSON, or the rest lacks a required property.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type, out string? problem)
    {
        var root = JsonNode.Parse(JsonCleaner.Clean(json, out var isWhole).Span) ?? throw new JsonException("The document is null.");
        var dropped = new List<string>();
        if (!isWhole)
        {
            dropped.Add("items that are null, duplicate or nested too deeply");
        }

        while (true)
        {
            try
            {
                var value = root.Deserialize(type) ?? throw new JsonException("The document is null.");
                problem = dropped.Count == 0 ? null : string.Join(", ", dropped);
                return value;
            }
            catch (JsonException ex) when (dropped.Count < MaxDropped && ex.Path is { } path && Remove(root, path))
            {
                dropped.Add(path);
            }
        }
    }

    // Removes the value at a path of the serializer, such as $.data.options[0].value, or its nearest ancestor that exists.
    private static bool Remove(JsonNode root, string path)
    {
        Action? remove = null;
        var node = root;
        for (var rest = path.AsSpan(1); rest.Length > 0;)
        {
            var step = Step(ref rest);
            if (node is JsonObject holder && holder.ContainsKey(step))
            {
                remove = () => holder.Remove(step);
                node = holder[step];
            }
            else if (node is JsonArray list && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count)
            {
                remove = () => list.RemoveAt(index);
                node = list[index];
            }
            else
            {
                break;
            }
        }

        remove?.Invoke();
        return remove is not null;
    }

    // The next step of the path: .name, [0] or ['a.name'].
    private static string Step(ref ReadOnlySpan<char> rest)
    {
        var isQuoted = rest.StartsWith("['");
        var start = isQuoted ? 2 : 1;
        var length = isQuoted ? rest[start..].IndexOf("']") : rest[start..].IndexOfAny(".[]");
        length = length < 0 ? rest.Length - start : length;
        var step = rest.Slice(start, length).ToString();
        rest = rest[(start + length)..].TrimStart("']");
        return step;
    }
}
