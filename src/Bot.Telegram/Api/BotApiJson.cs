using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Bot.Telegram.Api;

/// <summary>The Bot API's JSON, read and written by the client library's generated code.</summary>
internal static class BotApiJson
{
    // Letters are written as they are: no browser reads this, and a Cyrillic or Han letter is otherwise six ASCII characters.
    private static readonly JsonSerializerOptions s_options = new(JsonBotAPI.Options)
    {
        TypeInfoResolver = JsonBotSerializerContext.Default,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>How a type is read and written.</summary>
    public static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)s_options.GetTypeInfo(typeof(T));

    /// <summary>The bytes of a value of any of the library's types.</summary>
    // The client library makes these by reflection when Telegram sends a kind of rich text that it does not know yet.
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicConstructors, typeof(RichTextUnsupported))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicConstructors, typeof(RichBlockUnsupported))]
    public static byte[] Write(object value) => JsonSerializer.SerializeToUtf8Bytes(value, s_options.GetTypeInfo(value.GetType()));

    /// <summary>The result of a good answer.</summary>
    /// <exception cref="JsonException">It has none.</exception>
    public static T Result<T>(Stream answer)
        where T : class =>
        JsonSerializer.Deserialize(answer, TypeInfo<ApiResponse<T>>()) is { Ok: true, Result: { } result } ? result : throw new JsonException("There is no result.");

    /// <summary>True for a good answer, whatever its result.</summary>
    /// <exception cref="JsonException">It is not good.</exception>
    public static bool IsOk(Stream answer)
    {
        // The beginning tells; what was sent need not be read back.
        Span<byte> head = stackalloc byte[64];
        var reader = new Utf8JsonReader(head[..answer.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)], isFinalBlock: false, default);
        return reader.Read() && reader.TokenType == JsonTokenType.StartObject
            && reader.Read() && reader.ValueTextEquals("ok"u8)
            && reader.Read() && reader.TokenType == JsonTokenType.True ? true : throw new JsonException("The answer is not good.");
    }
}
