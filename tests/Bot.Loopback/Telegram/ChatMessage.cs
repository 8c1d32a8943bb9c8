using System.Text.Json;

namespace Bot.Loopback.Telegram;

/// <summary>A message as a reader of the chat sees it at one moment. An edit makes a new one with the same identifier.</summary>
public sealed record ChatMessage
{
    /// <summary>The identifier within its chat; 0 for a message sent through an inline query.</summary>
    public int Id { get; init; }

    /// <summary>The identifier of a message sent through an inline or guest query.</summary>
    public string? InlineId { get; init; }

    /// <summary>Who wrote it.</summary>
    public required TelegramUser From { get; init; }

    /// <summary>When it was sent, in Unix seconds.</summary>
    public long Date { get; init; }

    /// <summary>When it was last edited, in Unix seconds.</summary>
    public long? EditDate { get; init; }

    /// <summary>The text, or the caption, without markup.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether the text is the caption of a photo.</summary>
    public bool IsCaption { get; init; }

    /// <summary>The album that the photo belongs to.</summary>
    public string? MediaGroupId { get; init; }

    /// <summary>Whether it was forwarded from elsewhere.</summary>
    public bool IsForwarded { get; init; }

    /// <summary>The marked parts of the text.</summary>
    public IReadOnlyList<TextEntity> Entities { get; init; } = [];

    /// <summary>The rows of the inline keyboard.</summary>
    public IReadOnlyList<IReadOnlyList<Button>> Keyboard { get; init; } = [];

    /// <summary>The whole <c>reply_markup</c> as the bot sent it, of whatever kind.</summary>
    public string? Markup { get; init; }

    /// <summary>The message that it answers.</summary>
    public int? ReplyTo { get; init; }

    /// <summary>The forum topic that it is in.</summary>
    public int? ThreadId { get; init; }

    /// <summary>The topic that this service message opened.</summary>
    public string? TopicName { get; init; }

    /// <summary>Whether the topic that this service message opened is closed.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The text exactly as the bot sent it, with its markup.</summary>
    public string? Source { get; init; }

    /// <summary>The <c>parse_mode</c> that the bot named.</summary>
    public string? ParseMode { get; init; }

    /// <summary>The <c>link_preview_options</c> as the bot sent them.</summary>
    public string? LinkPreview { get; init; }

    /// <summary>Whether the bot forbade a preview of links.</summary>
    public bool LinkPreviewDisabled { get; init; }

    /// <summary>The emoji that the bot reacted with.</summary>
    public IReadOnlyList<string> Reactions { get; init; } = [];

    /// <summary>Whether the bot edited it.</summary>
    public bool IsEdited => EditDate is not null;

    /// <summary>The query that a message to a guest bot asks.</summary>
    internal string? GuestQueryId { get; init; }

    /// <summary>The user whose message a guest bot answered.</summary>
    internal TelegramUser? GuestCaller { get; init; }

    /// <summary>Writes the <c>Message</c> of the Bot API.</summary>
    internal void Write(Utf8JsonWriter json, TelegramChat chat, bool withReply = true)
    {
        json.WriteStartObject();
        json.WriteNumber("message_id"u8, Id);
        json.WritePropertyName("from"u8);
        From.Write(json);
        json.WritePropertyName("chat"u8);
        chat.Write(json);
        json.WriteNumber("date"u8, Date);
        json.WriteOptional("edit_date"u8, EditDate);
        json.WriteOptional("guest_query_id"u8, GuestQueryId);
        json.WriteOptional("media_group_id"u8, MediaGroupId);
        if (IsForwarded)
        {
            json.WriteStartObject("forward_origin"u8);
            json.WriteString("type"u8, "hidden_user"u8);
            json.WriteString("sender_user_name"u8, "Somebody"u8);
            json.WriteNumber("date"u8, Date);
            json.WriteEndObject();
        }

        if (GuestCaller is not null)
        {
            json.WritePropertyName("guest_bot_caller_user"u8);
            GuestCaller.Write(json);
        }

        if (ThreadId is { } thread)
        {
            json.WriteNumber("message_thread_id"u8, thread);
            json.WriteBoolean("is_topic_message"u8, true);
        }

        // A message in a topic that answers nothing is reported as an answer to the message that opened the topic.
        if (withReply && (ReplyTo ?? ThreadId) is { } replyTo && replyTo != Id && chat.Find(replyTo) is { } replied)
        {
            json.WritePropertyName("reply_to_message"u8);
            replied.Write(json, chat, withReply: false);
        }

        if (TopicName is not null)
        {
            json.WriteStartObject("forum_topic_created"u8);
            json.WriteString("name"u8, TopicName);
            json.WriteNumber("icon_color"u8, 7322096);
            json.WriteEndObject();
        }
        else
        {
            WriteContent(json);
        }

        json.WriteEndObject();
    }

    private void WriteContent(Utf8JsonWriter json)
    {
        if (IsCaption)
        {
            json.WriteStartArray("photo"u8);
            json.WriteStartObject();
            json.WriteString("file_id"u8, "photo");
            json.WriteString("file_unique_id"u8, "photo");
            json.WriteNumber("width"u8, 90);
            json.WriteNumber("height"u8, 90);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        // A photo without a caption has none, not an empty one.
        if (!IsCaption || Text.Length > 0)
        {
            json.WriteString(IsCaption ? "caption"u8 : "text"u8, Text);
        }

        if (Entities.Count > 0)
        {
            json.WriteStartArray(IsCaption ? "caption_entities"u8 : "entities"u8);
            foreach (var entity in Entities)
            {
                entity.Write(json);
            }

            json.WriteEndArray();
        }

        json.WriteOptionalRaw("link_preview_options"u8, LinkPreview);
        if (Keyboard.Count > 0)
        {
            json.WriteOptionalRaw("reply_markup"u8, Markup);
        }
    }
}
