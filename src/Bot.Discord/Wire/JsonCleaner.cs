using System.Buffers;
using System.Text.Json;
using Bot.Adapters.Text;

namespace Bot.Discord.Wire;

/// <summary>
/// Rewrites JSON so that the serializer rejects nothing for its form. Values that are nested too deeply become null, null items of lists
/// are removed, the first of duplicate members is kept, and half a surrogate pair becomes U+FFFD.
/// </summary>
internal static class JsonCleaner
{
    // The serializer's default depth.
    private const int MaxDepth = 64;

    /// <summary>Rewrites a document.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="isWhole">Whether no value has changed, apart from half surrogate pairs.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static ReadOnlyMemory<byte> Clean(ReadOnlySpan<byte> json, out bool isWhole)
    {
        isWhole = true;
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        var reader = new Utf8JsonReader(json, LenientJson.AnyDepth);
        var names = new Stack<HashSet<string>?>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= MaxDepth:
                    reader.Skip();
                    writer.WriteNullValue();
                    isWhole = false;
                    break;
                case JsonTokenType.StartObject:
                    names.Push([]);
                    writer.WriteStartObject();
                    break;
                case JsonTokenType.StartArray:
                    names.Push(null);
                    writer.WriteStartArray();
                    break;
                case JsonTokenType.EndObject:
                    names.Pop();
                    writer.WriteEndObject();
                    break;
                case JsonTokenType.EndArray:
                    names.Pop();
                    writer.WriteEndArray();
                    break;
                case JsonTokenType.PropertyName:
                    isWhole &= WriteName(ref reader, writer, names.Peek()!);
                    break;
                case JsonTokenType.Null when names.TryPeek(out var holder) && holder is null:
                    isWhole = false;
                    break;
                case JsonTokenType.String:
                    writer.WriteStringValue(LenientJson.Text(ref reader));
                    break;
                default:
                    writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                    break;
            }
        }

        writer.Flush();
        return buffer.WrittenMemory;
    }

    // False for a duplicate name, whose value is skipped.
    private static bool WriteName(ref Utf8JsonReader reader, Utf8JsonWriter writer, HashSet<string> names)
    {
        var name = LenientJson.Text(ref reader);
        if (names.Add(name))
        {
            writer.WritePropertyName(name);
            return true;
        }

        reader.Skip();
        return false;
    }
}
