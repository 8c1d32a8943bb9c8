using System.Text;
using System.Text.Json;

namespace Bot.Loopback.Telegram;

/// <summary>What people ask of the bot outside of messages: pressed buttons, inline queries and guest queries; and the messages that come of them.</summary>
internal sealed class Queries(TelegramServer server)
{
    private const int MaxResults = 50;
    private const int MaxResultIdLength = 64;
    private const int MaxNotificationLength = 200;
    private readonly Dictionary<string, DateTimeOffset> _callbacks = [];
    private readonly Dictionary<string, (TelegramUser User, string Query, DateTimeOffset Until)> _inline = [];
    private readonly Dictionary<string, (TelegramUser User, TelegramChat Chat, DateTimeOffset Until)> _guests = [];
    private readonly Dictionary<string, (TelegramUser User, string Query)> _asked = [];
    private readonly List<CallbackAnswer> _callbackAnswers = [];
    private readonly Dictionary<string, InlineAnswer> _inlineAnswers = [];
    private readonly Dictionary<string, ChatMessage> _inlineMessages = [];
    private long _lastId = 4_000_000_000_000_000_000;

    /// <summary>The answers to pressed buttons.</summary>
    public IReadOnlyList<CallbackAnswer> CallbackAnswers
    {
        get
        {
            lock (server.State)
            {
                return [.. _callbackAnswers];
            }
        }
    }

    /// <summary>Presses a button below a message, which is in a chat unless it was sent inline.</summary>
    public string Press(TelegramUser by, TelegramChat? chat, ChatMessage message, Func<Button, bool> which, string name, int? updateId)
    {
        var button = message.Keyboard.SelectMany(r => r).FirstOrDefault(which)
            ?? throw new ArgumentException($"No button \"{name}\" below the message; there are: {string.Join(", ", message.Keyboard.SelectMany(r => r).Select(b => b.Text))}.", nameof(name));
        var data = button.Data ?? throw new ArgumentException($"The button \"{name}\" sends nothing to the bot.", nameof(name));
        return Press(by, chat, message, data, updateId);
    }

    /// <summary>Sends the press of a button with such data, whether there is one or not.</summary>
    public string Press(TelegramUser by, TelegramChat? chat, ChatMessage message, string data, int? updateId)
    {
        string id;
        lock (server.State)
        {
            id = NextId();
            _callbacks[id] = server.Clock + server.Options.CallbackLifetime;
        }

        var content = Json.Object(json =>
        {
            json.WriteString("id"u8, id);
            json.WritePropertyName("from"u8);
            by.Write(json);
            if (chat is not null)
            {
                json.WritePropertyName("message"u8);
                message.Write(json, chat);
            }
            else
            {
                json.WriteString("inline_message_id"u8, message.InlineId);
            }

            json.WriteString("chat_instance"u8, $"{chat?.Id ?? by.Id}7");
            json.WriteString("data"u8, data);
        });
        server.Updates.Add("callback_query", content, by.Id + (3L << 33), TimeSpan.FromSeconds(150), updateId);
        return id;
    }

    /// <summary>Types an inline query.</summary>
    public string Ask(TelegramUser by, string query, string offset, string? chatType, int? updateId)
    {
        string id;
        lock (server.State)
        {
            id = NextId();
            _inline[id] = (by, query, server.Clock + server.Options.QueryLifetime);
            _asked[id] = (by, query);
        }

        var content = Json.Object(json =>
        {
            json.WriteString("id"u8, id);
            json.WritePropertyName("from"u8);
            by.Write(json);
            json.WriteOptional("chat_type"u8, chatType);
            json.WriteString("query"u8, query);
            json.WriteString("offset"u8, offset);
        });
        server.Updates.Add("inline_query", content, by.Id + (1L << 33), TimeSpan.FromSeconds(30), updateId);
        return id;
    }

    /// <summary>The answer to an inline query.</summary>
    public InlineAnswer? FindAnswer(string query)
    {
        lock (server.State)
        {
            return _inlineAnswers.GetValueOrDefault(query);
        }
    }

    /// <summary>Sends a result of an inline query. Gives the identifier of the message, which the bot learns only if there are buttons below.</summary>
    public string Choose(string query, string result)
    {
        string id;
        bool hasButtons;
        (TelegramUser User, string Query) asked;
        lock (server.State)
        {
            var message = _inlineAnswers[query].Results.Single(r => r.Id == result).Message;
            asked = _asked[query];
            hasButtons = message.Keyboard.Count > 0;
            id = AddInline(message);
        }

        var content = Json.Object(json =>
        {
            json.WritePropertyName("from"u8);
            asked.User.Write(json);
            if (hasButtons)
            {
                json.WriteString("inline_message_id"u8, id);
            }

            json.WriteString("query"u8, asked.Query);
            json.WriteString("result_id"u8, result);
        });
        server.Updates.Add("chosen_inline_result", content, asked.User.Id + (2L << 33), TimeSpan.FromSeconds(600));
        return id;
    }

    /// <summary>A message sent through an inline or guest query.</summary>
    public ChatMessage? FindInline(string id)
    {
        lock (server.State)
        {
            return _inlineMessages.GetValueOrDefault(id);
        }
    }

    /// <summary>Edits such a message.</summary>
    public void ReplaceInline(ChatMessage message)
    {
        lock (server.State)
        {
            _inlineMessages[message.InlineId!] = message;
        }

        server.Changes.Notify();
    }

    /// <summary>Opens a guest query.</summary>
    public string OpenGuest(TelegramUser by, TelegramChat chat)
    {
        lock (server.State)
        {
            var id = NextId();
            _guests[id] = (by, chat, server.Clock + server.Options.QueryLifetime);
            return id;
        }
    }

    /// <summary><c>answerCallbackQuery</c>.</summary>
    public byte[] AnswerCallback(Parameters parameters)
    {
        var id = parameters.Text("callback_query_id");
        var text = parameters.Text("text");
        if (text.Length > MaxNotificationLength)
        {
            throw Refusal.BadRequest("MESSAGE_TOO_LONG");
        }

        lock (server.State)
        {
            if (!_callbacks.Remove(id, out var until) || until < server.Clock)
            {
                throw TooOld();
            }

            if (server.Options.RecordCalls)
            {
                _callbackAnswers.Add(new(id, text, parameters.Flag("show_alert"), parameters.Text("url"), parameters.Number("cache_time", 0, 0, 2_592_000)));
            }
        }

        server.Changes.Notify();
        return Json.True;
    }

    /// <summary><c>answerInlineQuery</c>.</summary>
    public byte[] AnswerInline(Parameters parameters)
    {
        var id = parameters.Text("inline_query_id");
        var results = Results(parameters.Structure("results", "inline query results"));
        var nextOffset = parameters.Text("next_offset");
        if (Encoding.UTF8.GetByteCount(nextOffset) > 64)
        {
            throw Refusal.BadRequest("NEXT_OFFSET_INVALID");
        }

        var button = parameters.Structure("button", "inline query results button");
        lock (server.State)
        {
            if (!_inline.Remove(id, out var asked) || asked.Until < server.Clock)
            {
                throw TooOld();
            }

            _inlineAnswers[id] = new(id, results, parameters.Number("cache_time", 300, 0, 86_400), parameters.Flag("is_personal"), nextOffset, button?.GetRawText());
        }

        server.Changes.Notify();
        return Json.True;
    }

    /// <summary><c>answerGuestQuery</c>.</summary>
    public byte[] AnswerGuest(Parameters parameters)
    {
        var id = parameters.Text("guest_query_id");
        var json = parameters.Structure("result", "web view query results") ?? throw Refusal.BadRequest("result isn't specified");
        var result = MessageParser.ReadResult(json, server.Bot);
        CheckId(result.Id);
        TelegramChat chat;
        ChatMessage message;
        string inlineId;
        lock (server.State)
        {
            if (!_guests.Remove(id, out var asked) || asked.Until < server.Clock)
            {
                throw TooOld();
            }

            chat = asked.Chat;
            message = result.Message with { GuestCaller = asked.User };
            inlineId = AddInline(message);
        }

        // Readers see it in the chat; the bot, which is no member, knows it by its inline identifier alone.
        chat.Add(message with { InlineId = inlineId });
        return Json.Object(j => j.WriteString("inline_message_id"u8, inlineId));
    }

    private static Refusal TooOld() => Refusal.BadRequest("query is too old and response timeout expired or query ID is invalid");

    private static void CheckId(string id)
    {
        if (Encoding.UTF8.GetByteCount(id) is 0 or > MaxResultIdLength)
        {
            throw Refusal.BadRequest("RESULT_ID_INVALID");
        }
    }

    private List<InlineResult> Results(JsonElement? results)
    {
        if (results is not { } list)
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            throw Refusal.BadRequest("expected an Array of inline query results");
        }

        if (list.GetArrayLength() > MaxResults)
        {
            throw Refusal.BadRequest("too many inline query results specified");
        }

        var read = new List<InlineResult>();
        foreach (var result in list.EnumerateArray())
        {
            var next = MessageParser.ReadResult(result, server.Bot);
            CheckId(next.Id);
            if (read.Exists(r => r.Id == next.Id))
            {
                throw Refusal.BadRequest("RESULT_ID_DUPLICATE");
            }

            read.Add(next);
        }

        return read;
    }

    private string AddInline(ChatMessage message)
    {
        var id = "inline-" + NextId();
        _inlineMessages[id] = message with { InlineId = id, Date = server.Now };
        return id;
    }

    private string NextId() => $"{++_lastId}";
}
