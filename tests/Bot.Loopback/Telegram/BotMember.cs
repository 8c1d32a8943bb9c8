using System.Text.Json;

namespace Bot.Loopback.Telegram;

/// <summary>The bot in updates about its membership.</summary>
internal static class BotMember
{
    /// <summary>Writes the bot as a member of a chat, with the rights of its status.</summary>
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, TelegramUser bot, string status)
    {
        json.WriteStartObject(name);
        json.WritePropertyName("user"u8);
        bot.Write(json);
        json.WriteString("status"u8, status);
        if (status == "kicked")
        {
            json.WriteNumber("until_date"u8, 0);
        }

        if (status == "administrator")
        {
            foreach (var right in (string[])["can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories"])
            {
                json.WriteBoolean(right, right is "can_manage_chat" or "can_delete_messages");
            }
        }

        json.WriteEndObject();
    }
}
