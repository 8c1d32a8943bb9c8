using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Bot.Telegram.Api;

/// <summary>The JSON of the Bot API, read and written by the client library's generated code.</summary>
internal static class BotApiJson
{
    // Letters are not escaped: no browser reads this JSON, and an escaped Cyrillic or Han letter takes six ASCII characters.
    private static readonly JsonSerializerOptions s_options = new(JsonBotAPI.Options)
    {
        TypeInfoResolver = JsonBotSerializerContext.Default,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The JSON metadata of a type.</summary>
    public static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)s_options.GetTypeInfo(typeof(T));

    /// <summary>The JSON of a value of one of the library's types, in UTF-8.</summary>
    // The client library creates these by reflection when Telegram sends a kind of rich text that it does not know yet.
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicConstructors, typeof(RichTextUnsupported))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicConstructors, typeof(RichBlockUnsupported))]
    public static byte[] Write(object value) => JsonSerializer.SerializeToUtf8Bytes(value, s_options.GetTypeInfo(value.GetType()));

    /// <summary>The result of a successful answer.</summary>
    /// <exception cref="JsonException">The answer has no result.</exception>
    public static T Result<T>(Stream answer)
        where T : class =>
        JsonSerializer.Deserialize(answer, TypeInfo<ApiResponse<T>>()) is { Ok: true, Result: { } result } ? result : throw new JsonException("The answer has no result.");

    /// <summary>True for a successful answer, whatever its result.</summary>
    /// <exception cref="JsonException">The answer is not successful.</exception>
    public static bool IsOk(Stream answer)
    {
        // The first property is enough: the sent message need not be read back.
        Span<byte> head = stackalloc byte[64];
        var reader = new Utf8JsonReader(head[..answer.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)], isFinalBlock: false, default);
        return reader.Read() && reader.TokenType == JsonTokenType.StartObject
            && reader.Read() && reader.ValueTextEquals("ok"u8)
            && reader.Read() && reader.TokenType == JsonTokenType.True ? true : throw new JsonException("The answer is not successful.");
    }
}
