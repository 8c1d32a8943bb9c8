using System.Text.Json;

namespace Bot.Loopback.Telegram;

/// <summary>A user, or a bot.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="FirstName">The name shown.</param>
/// <param name="LanguageCode">The language of the user's app, as an IETF tag.</param>
/// <param name="Username">The name after <c>@</c>, without it.</param>
/// <param name="IsBot">Whether it is a bot.</param>
public sealed record TelegramUser(long Id, string FirstName, string? LanguageCode = null, string? Username = null, bool IsBot = false)
{
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteMembers(json);
        json.WriteEndObject();
    }

    internal void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteNumber("id"u8, Id);
        json.WriteBoolean("is_bot"u8, IsBot);
        json.WriteString("first_name"u8, FirstName);
        json.WriteOptional("username"u8, Username);
        json.WriteOptional("language_code"u8, LanguageCode);
    }
}
