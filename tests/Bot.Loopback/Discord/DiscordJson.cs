using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord;

/// <summary>Reads and writes JSON as Discord does: compact, not escaped beyond need, identifiers as text.</summary>
internal static class DiscordJson
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bytes of a value.</summary>
    public static byte[] ToUtf8(this JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, s_options);

    /// <summary>The value in some bytes; false if they are no JSON.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out JsonNode? node)
    {
        try
        {
            node = JsonNode.Parse(utf8);
            return true;
        }
        catch (JsonException)
        {
            node = null;
            return false;
        }
    }

    /// <summary>An identifier.</summary>
    public static string Text(this ulong id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>An ISO 8601 time as Discord writes it.</summary>
    public static string Text(this DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    /// <summary>A member that is a text.</summary>
    public static string? String(this JsonNode? node, string name) =>
        node is JsonObject json && json[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>A member that is a whole number.</summary>
    public static long? Integer(this JsonNode? node, string name) => node is JsonObject json ? json[name].AsInteger() : null;

    /// <summary>A whole number.</summary>
    public static long? AsInteger(this JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out JsonElement element)
            ? element.TryGetInt64(out var parsed) ? parsed : null
            : node is JsonValue made ? made.TryGetValue(out long wide) ? wide : made.TryGetValue(out int narrow) ? narrow : null : null;

    /// <summary>A member that is a boolean.</summary>
    public static bool IsTrue(this JsonNode? node, string name) => node is JsonObject json && json[name]?.GetValueKind() == JsonValueKind.True;

    /// <summary>A member that is an array; empty if it is absent.</summary>
    public static IEnumerable<JsonObject> Objects(this JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonArray array ? array.OfType<JsonObject>() : [];
}
