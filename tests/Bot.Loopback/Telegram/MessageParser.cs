using System.Text.Json;

namespace Bot.Loopback.Telegram;

/// <summary>Reads the content of a message that the bot sends: the text with its markup, the preview and the keyboard.</summary>
internal static class MessageParser
{
    /// <summary>The content of <c>sendMessage</c> and <c>editMessageText</c>.</summary>
    public static ChatMessage Parse(Parameters parameters, TelegramUser bot)
    {
        var preview = parameters.Structure("link_preview_options", "link preview options");
        var content = Parse(
            parameters.Text("text"),
            parameters.Text("parse_mode"),
            parameters.Structure("entities", "entities"),
            preview,
            "message is too long");
        return WithMarkup(content with { From = bot }, parameters.Structure("reply_markup", "reply keyboard markup"));
    }

    /// <summary>A result of <c>answerInlineQuery</c> and <c>answerGuestQuery</c>.</summary>
    public static InlineResult ReadResult(JsonElement result, TelegramUser bot)
    {
        const string Cannot = "can't parse inline query result: ";
        if (result.ValueKind != JsonValueKind.Object)
        {
            throw Refusal.BadRequest(Cannot + "Inline query result must be an object");
        }

        string Required(JsonElement json, string name) => Optional(json, name) ?? throw Refusal.BadRequest($"{Cannot}Can't find field \"{name}\"");

        var type = Required(result, "type");
        var id = Required(result, "id");
        if (!type.Equals("article", StringComparison.OrdinalIgnoreCase))
        {
            throw Refusal.BadRequest($"{Cannot}type \"{type}\" is unsupported for the inline query result");
        }

        var title = Required(result, "title");
        var content = result.TryGetProperty("input_message_content", out var inner) ? inner : result;
        JsonElement? Member(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

        var message = Parse(
            Required(content, "message_text"),
            Optional(content, "parse_mode") ?? "",
            Member(content, "entities"),
            Member(content, "link_preview_options"),
            "MESSAGE_TOO_LONG");
        return new(id, title, Optional(result, "description"), WithMarkup(message with { From = bot }, Member(result, "reply_markup")));
    }

    /// <summary>The message with a keyboard.</summary>
    public static ChatMessage WithMarkup(ChatMessage message, JsonElement? markup) =>
        message with { Keyboard = KeyboardBuilder.Read(markup), Markup = markup?.GetRawText() };

    private static ChatMessage Parse(string source, string parseMode, JsonElement? entities, JsonElement? preview, string tooLong)
    {
        if (preview is { ValueKind: not JsonValueKind.Object })
        {
            throw Refusal.BadRequest("object expected as link preview options");
        }

        var text = TextRules.Read(source, parseMode, parseMode.Length > 0 ? [] : Entities(entities), tooLong);
        return new()
        {
            From = new(0, ""),
            Text = text.Text,
            Entities = text.Entities,
            Source = source,
            ParseMode = parseMode,
            LinkPreview = preview?.GetRawText(),
            LinkPreviewDisabled = preview is { } options && options.TryGetProperty("is_disabled", out var disabled) && disabled.ValueKind == JsonValueKind.True,
        };
    }

    private static TextEntity[] Entities(JsonElement? entities) => entities is not { ValueKind: JsonValueKind.Array } list
        ? []
        : [.. list.EnumerateArray().Select(e => new TextEntity(e.GetProperty("type").GetString()!, e.GetProperty("offset").GetInt32(), e.GetProperty("length").GetInt32())
        {
            Url = Optional(e, "url"),
            Language = Optional(e, "language"),
            CustomEmojiId = Optional(e, "custom_emoji_id"),
            UserId = e.TryGetProperty("user", out var user) ? user.GetProperty("id").GetInt64() : null,
            UnixTime = e.TryGetProperty("unix_time", out var time) ? time.GetInt64() : null,
            DateTimeFormat = Optional(e, "date_time_format"),
        })];

    private static string? Optional(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
