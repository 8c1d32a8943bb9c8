using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Adapters.Text;

namespace Bot.Telegram.Parsing;

/// <summary>The forms of JSON values.</summary>
internal static class JsonParts
{
    /// <summary>A text. Half a surrogate pair in it becomes U+FFFD.</summary>
    public static JsonNode? Text(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? JsonValue.Create(LenientJson.Text(ref reader)) : None(ref reader);

    /// <summary>A 32-bit integer.</summary>
    public static JsonNode? Int32(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) ? JsonValue.Create(number) : None(ref reader);

    /// <summary>A 32-bit integer from 1.</summary>
    public static JsonNode? PositiveInt32(ref Utf8JsonReader reader) => Int32(ref reader) is { } number && number.GetValue<int>() > 0 ? number : null;

    /// <summary>A 64-bit integer.</summary>
    public static JsonNode? Int64(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) ? JsonValue.Create(number) : None(ref reader);

    /// <summary>True or false.</summary>
    public static JsonNode? Boolean(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.True or JsonTokenType.False ? JsonValue.Create(reader.GetBoolean()) : None(ref reader);

    /// <summary>An object of which only the presence matters.</summary>
    public static JsonNode? AnyObject(ref Utf8JsonReader reader)
    {
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        reader.Skip();
        return isObject ? new JsonObject() : null;
    }

    /// <summary>An array of which only the presence matters.</summary>
    public static JsonNode? AnyArray(ref Utf8JsonReader reader)
    {
        var isArray = reader.TokenType == JsonTokenType.StartArray;
        reader.Skip();
        return isArray ? new JsonArray() : null;
    }

    /// <summary>An array without the elements that have another form.</summary>
    /// <param name="element">The form of its elements.</param>
    public static JsonPart ArrayOf(JsonPart element) => (ref reader) =>
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return None(ref reader);
        }

        var read = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (element(ref reader) is { } value)
            {
                read.Add(value);
            }
        }

        return read;
    };

    /// <summary>An object of which only the presence matters, and which the client library reads only with these contents.</summary>
    /// <param name="json">The contents.</param>
    public static JsonPart Constant(string json) => (ref reader) => AnyObject(ref reader) is null ? null : JsonNode.Parse(json);

    /// <summary>One of a set of words.</summary>
    public static JsonPart OneOf(params string[] words) => (ref reader) =>
        Text(ref reader) is { } word && words.Contains(word.GetValue<string>(), StringComparer.Ordinal) ? word : null;

    /// <summary>An object with the given fields; all others are dropped. Null when a required field is missing.</summary>
    /// <param name="required">The names of the required fields.</param>
    /// <param name="fields">The fields by name.</param>
    public static JsonPart Object(string[] required, Dictionary<string, JsonPart> fields)
    {
        return (ref reader) =>
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return None(ref reader);
            }

            var read = new JsonObject();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = LenientJson.Text(ref reader);
                reader.Read();
                if (fields.TryGetValue(name, out var part))
                {
                    if (part(ref reader) is { } value)
                    {
                        read[name] = value;
                    }
                }
                else
                {
                    reader.Skip();
                }
            }

            return Array.TrueForAll(required, read.ContainsKey) ? read : null;
        };
    }

    private static JsonNode? None(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return null;
    }
}
