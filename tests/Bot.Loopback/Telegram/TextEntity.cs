using System.Text.Json;

namespace Bot.Loopback.Telegram;

/// <summary>A marked part of a text. Offset and length count UTF-16 code units.</summary>
/// <param name="Type">The kind, as the Bot API names it.</param>
/// <param name="Offset">Where it begins.</param>
/// <param name="Length">How long it is.</param>
public sealed record TextEntity(string Type, int Offset, int Length)
{
    /// <summary>The address of a <c>text_link</c>.</summary>
    public string? Url { get; init; }

    /// <summary>The user of a <c>text_mention</c>.</summary>
    public long? UserId { get; init; }

    /// <summary>The programming language of a <c>pre</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The emoji of a <c>custom_emoji</c>.</summary>
    public string? CustomEmojiId { get; init; }

    /// <summary>The moment of a <c>date_time</c>.</summary>
    public long? UnixTime { get; init; }

    /// <summary>How a <c>date_time</c> is shown.</summary>
    public string? DateTimeFormat { get; init; }

    /// <summary>Where it ends.</summary>
    internal int End => Offset + Length;

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("offset"u8, Offset);
        json.WriteNumber("length"u8, Length);
        json.WriteString("type"u8, Type);
        json.WriteOptional("url"u8, Url);
        if (UserId is { } user)
        {
            json.WritePropertyName("user"u8);
            new TelegramUser(user, "User").Write(json);
        }

        json.WriteOptional("language"u8, Language);
        json.WriteOptional("custom_emoji_id"u8, CustomEmojiId);
        json.WriteOptional("unix_time"u8, UnixTime);
        json.WriteOptional("date_time_format"u8, DateTimeFormat);
        json.WriteEndObject();
    }
}
