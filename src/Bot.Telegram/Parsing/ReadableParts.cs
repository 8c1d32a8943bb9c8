using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Adapters.Text;

namespace Bot.Telegram.Parsing;

/// <summary>
/// Extracts the parts of an update that the bot uses, if they have the form that the Bot API promises. An unreadable part, such as one
/// of a later version of the Bot API, thus affects no other: the client library can read the rest.
/// </summary>
internal static class ReadableParts
{
    private static readonly JsonPart s_user = JsonParts.Object(
        ["id"],
        new() { ["id"] = JsonParts.Int64, ["is_bot"] = JsonParts.Boolean, ["first_name"] = JsonParts.Text, ["language_code"] = JsonParts.Text });

    private static readonly JsonPart s_chat = JsonParts.Object(
        ["id"],
        new() { ["id"] = JsonParts.Int64, ["type"] = JsonParts.OneOf("private", "group", "supergroup", "channel"), ["title"] = JsonParts.Text });

    private static readonly JsonPart s_button = JsonParts.Object(["text"], new() { ["text"] = JsonParts.Text, ["callback_data"] = JsonParts.Text });

    private static readonly JsonPart s_message = Message(["chat"], repliedTo: Message([], repliedTo: null));

    private static readonly JsonPart s_update = JsonParts.Object(
        ["update_id"],
        new()
        {
            ["update_id"] = JsonParts.Int32,
            ["message"] = s_message,
            ["guest_message"] = s_message,
            ["callback_query"] = JsonParts.Object(
                ["id", "from"],
                new() { ["id"] = JsonParts.Text, ["from"] = s_user, ["message"] = Message(["message_id", "chat"], repliedTo: null), ["inline_message_id"] = JsonParts.Text, ["chat_instance"] = JsonParts.Text, ["data"] = JsonParts.Text }),
            ["inline_query"] = JsonParts.Object(
                ["id", "from", "query"],
                new() { ["id"] = JsonParts.Text, ["from"] = s_user, ["query"] = JsonParts.Text, ["offset"] = JsonParts.Text }),
        });

    /// <summary>Extracts the readable parts of an update.</summary>
    /// <param name="update">The update as received, of any depth.</param>
    /// <returns>An update with its id and some of its parts; null when only the id is left.</returns>
    /// <exception cref="JsonException">The update is not JSON.</exception>
    public static JsonObject? Of(ReadOnlySpan<byte> update)
    {
        var reader = new Utf8JsonReader(update, LenientJson.AnyDepth);
        return reader.Read() && s_update(ref reader) is JsonObject { Count: > 1 } readable ? readable : null;
    }

    // The date is not used, and of media only the presence matters.
    private static JsonPart Message(string[] required, JsonPart? repliedTo)
    {
        var fields = new Dictionary<string, JsonPart>
        {
            ["message_id"] = JsonParts.PositiveInt32,
            ["message_thread_id"] = JsonParts.Int32,
            ["is_topic_message"] = JsonParts.Boolean,
            ["is_automatic_forward"] = JsonParts.Boolean,
            ["direct_messages_topic"] = JsonParts.Object(["topic_id"], new() { ["topic_id"] = JsonParts.Int64 }),
            ["guest_query_id"] = JsonParts.Text,
            ["chat"] = s_chat,
            ["from"] = s_user,
            ["sender_chat"] = s_chat,
            ["via_bot"] = s_user,
            ["text"] = JsonParts.Text,
            ["caption"] = JsonParts.Text,
            ["quote"] = JsonParts.Object(["text"], new() { ["text"] = JsonParts.Text, ["position"] = JsonParts.Int32 }),
            ["photo"] = JsonParts.AnyArray,
            ["media_group_id"] = JsonParts.Text,
            ["poll"] = JsonParts.Object(["question"], new() { ["question"] = JsonParts.Text, ["options"] = JsonParts.ArrayOf(JsonParts.Object(["text"], new() { ["text"] = JsonParts.Text })) }),
            ["checklist"] = JsonParts.Object(["title"], new() { ["title"] = JsonParts.Text, ["tasks"] = JsonParts.ArrayOf(JsonParts.Object(["text"], new() { ["text"] = JsonParts.Text })) }),
            ["reply_markup"] = JsonParts.Object(["inline_keyboard"], new() { ["inline_keyboard"] = JsonParts.ArrayOf(JsonParts.ArrayOf(s_button)) }),

            // Only that it was forwarded matters, not by whom.
            ["forward_origin"] = JsonParts.Constant("{\"type\":\"hidden_user\",\"sender_user_name\":\"\",\"date\":0}"),
        };
        foreach (var media in (string[])["animation", "audio", "document", "sticker", "video", "video_note", "voice", "contact", "location", "forum_topic_created"])
        {
            fields[media] = JsonParts.AnyObject;
        }

        if (repliedTo is not null)
        {
            fields["reply_to_message"] = repliedTo;
        }

        return JsonParts.Object(required, fields);
    }
}
