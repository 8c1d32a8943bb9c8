using System.Text.Json;

namespace Bot.Loopback.Telegram;

/// <summary>The methods about messages in chats.</summary>
internal sealed class Messages(TelegramServer server, Queries queries)
{
    private static readonly TimeSpan s_deletable = TimeSpan.FromHours(48);

    private static readonly HashSet<string> s_actions =
    [
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "record_audio", "upload_voice", "upload_audio", "upload_document",
        "choose_sticker", "pick_up_location", "find_location", "record_video_note", "upload_video_note", "cancel",
    ];

    /// <summary><c>sendMessage</c>.</summary>
    public byte[] Send(Parameters parameters)
    {
        // The real server reads all of the content before it looks at the chat.
        var content = MessageParser.Parse(parameters, server.Bot);
        var chat = WritableChat(parameters);
        var sent = content with
        {
            ThreadId = Thread(chat, parameters),
            ReplyTo = ReplyTo(chat, parameters),
        };

        // Before anybody who waits for the message sees it.
        server.CountSent();
        var message = chat.Add(sent);
        return Json.Write(json => message.Write(json, chat));
    }

    /// <summary><c>editMessageText</c>.</summary>
    public byte[] EditText(Parameters parameters)
    {
        var content = MessageParser.Parse(parameters, server.Bot);
        return Edit(parameters, old => old with
        {
            Text = content.Text,
            Entities = content.Entities,
            Source = content.Source,
            ParseMode = content.ParseMode,
            LinkPreview = content.LinkPreview,
            LinkPreviewDisabled = content.LinkPreviewDisabled,
            Keyboard = content.Keyboard,
            Markup = content.Markup,
        });
    }

    /// <summary><c>editMessageReplyMarkup</c>.</summary>
    public byte[] EditMarkup(Parameters parameters)
    {
        var markup = parameters.Structure("reply_markup", "reply keyboard markup");
        return Edit(parameters, old => MessageParser.WithMarkup(old, markup));
    }

    /// <summary><c>deleteMessage</c>.</summary>
    public byte[] Delete(Parameters parameters)
    {
        if (parameters.Text("chat_id").Length == 0)
        {
            throw Refusal.BadRequest("chat identifier is not specified");
        }

        if (parameters.Number("message_id") == 0)
        {
            throw Refusal.BadRequest("message identifier is not specified");
        }

        var chat = WritableChat(parameters);
        var message = Message(chat, parameters, "message to delete");
        if (chat.Kind != ChatKind.Private && message.From.Id != server.Bot.Id && chat.BotStatus != "administrator")
        {
            throw Refusal.BadRequest("message can't be deleted");
        }

        if (chat.BotStatus != "administrator" && server.Now - message.Date > s_deletable.TotalSeconds)
        {
            throw Refusal.BadRequest("message can't be deleted for everyone");
        }

        chat.Remove(message.Id);
        return Json.True;
    }

    /// <summary><c>setMessageReaction</c>.</summary>
    public byte[] React(Parameters parameters)
    {
        var reactions = parameters.Structure("reaction", "reaction types") is { } list
            ? list.EnumerateArray().Select(r => r.TryGetProperty("emoji", out var emoji) ? emoji.GetString()! : throw Refusal.BadRequest("can't parse ReactionType: invalid reaction type specified")).ToList()
            : [];
        var chat = Chat(parameters);
        var message = Message(chat, parameters, "message to react");
        if (reactions.Count > 1)
        {
            throw Refusal.BadRequest("REACTIONS_TOO_MANY");
        }

        chat.Replace(message with { Reactions = reactions });
        return Json.True;
    }

    /// <summary><c>sendChatAction</c>.</summary>
    public byte[] Show(Parameters parameters)
    {
        var action = parameters.Text("action").ToLowerInvariant();
        if (!s_actions.Contains(action))
        {
            throw Refusal.BadRequest("wrong parameter action in request");
        }

        WritableChat(parameters).Show(action);
        return Json.True;
    }

    /// <summary><c>getChat</c>.</summary>
    public byte[] Describe(Parameters parameters)
    {
        var chat = Chat(parameters);
        return Json.Object(json =>
        {
            chat.WriteMembers(json);
            json.WriteNumber("accent_color_id"u8, 0);
            json.WriteNumber("max_reaction_count"u8, 11);
            json.WriteStartObject("accepted_gift_types"u8);
            foreach (var kind in (string[])["unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"])
            {
                json.WriteBoolean(kind, false);
            }

            json.WriteEndObject();
        });
    }

    private TelegramChat Chat(Parameters parameters) => Chat(parameters.Text("chat_id"));

    private TelegramChat Chat(string id)
    {
        if (id.Length == 0)
        {
            throw Refusal.BadRequest("chat_id is empty");
        }

        return long.TryParse(id, out var number) && server.FindChat(number) is { } chat ? chat : throw Refusal.BadRequest("chat not found");
    }

    private TelegramChat WritableChat(Parameters parameters)
    {
        var chat = Chat(parameters);
        chat.CheckWritable();
        return chat;
    }

    private static ChatMessage Message(TelegramChat chat, Parameters parameters, string what) =>
        chat.Find((int)parameters.Number("message_id")) ?? throw Refusal.BadRequest(what + " not found");

    // A thread is looked for where topics can be; elsewhere the parameter is silently ignored.
    private static int? Thread(TelegramChat chat, Parameters parameters)
    {
        var thread = (int)parameters.Number("message_thread_id");
        if (thread <= 0 || !(chat.IsForum || chat.Kind == ChatKind.Private))
        {
            return null;
        }

        return chat.IsClosed(thread) ? throw Refusal.BadRequest("TOPIC_CLOSED")
            : chat.HasTopic(thread) ? thread
            : throw Refusal.BadRequest("message thread not found");
    }

    private int? ReplyTo(TelegramChat chat, Parameters parameters)
    {
        if (parameters.Structure("reply_parameters", "reply parameters") is not { } reply)
        {
            return null;
        }

        if (reply.ValueKind != JsonValueKind.Object)
        {
            throw Refusal.BadRequest("object expected as reply parameters");
        }

        if (!reply.TryGetProperty("message_id", out var id) || !id.TryGetInt32(out var message))
        {
            throw Refusal.BadRequest("can't find field \"message_id\"");
        }

        if (message <= 0)
        {
            return null;
        }

        var where = reply.TryGetProperty("chat_id", out var other) ? Chat(other.ToString()) : chat;
        if (where.Find(message) is not null)
        {
            return message;
        }

        var isOptional = reply.TryGetProperty("allow_sending_without_reply", out var allow) && allow.ValueKind == JsonValueKind.True;
        return isOptional ? null : throw Refusal.BadRequest("message to be replied not found");
    }

    private byte[] Edit(Parameters parameters, Func<ChatMessage, ChatMessage> change)
    {
        if (parameters.Text("chat_id").Length == 0 && parameters.Number("message_id") == 0)
        {
            var id = parameters.Text("inline_message_id");
            if (id.Length == 0)
            {
                throw Refusal.BadRequest("message identifier is not specified");
            }

            var inline = queries.FindInline(id) ?? throw Refusal.BadRequest("MESSAGE_ID_INVALID");
            queries.ReplaceInline(Edited(inline, change));
            return Json.True;
        }

        var chat = Chat(parameters);
        chat.CheckWritable();
        var old = Message(chat, parameters, "message to edit");
        if (old.From.Id != server.Bot.Id)
        {
            throw Refusal.BadRequest("message can't be edited");
        }

        var edited = Edited(old, change);
        chat.Replace(edited);
        return Json.Write(json => edited.Write(json, chat));
    }

    private ChatMessage Edited(ChatMessage old, Func<ChatMessage, ChatMessage> change)
    {
        var edited = change(old);
        if (edited.Text == old.Text && edited.Entities.SequenceEqual(old.Entities) && edited.LinkPreview == old.LinkPreview && SameKeyboard(edited, old))
        {
            throw Refusal.BadRequest("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        }

        return edited with { EditDate = server.Now };
    }

    private static bool SameKeyboard(ChatMessage one, ChatMessage other) =>
        one.Keyboard.Count == other.Keyboard.Count && one.Keyboard.Zip(other.Keyboard).All(r => r.First.SequenceEqual(r.Second));
}
