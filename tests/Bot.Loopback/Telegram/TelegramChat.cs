using System.Text.Json;

namespace Bot.Loopback.Telegram;

/// <summary>A chat: its messages, and what its people do.</summary>
public sealed class TelegramChat
{
    private readonly TelegramServer _server;
    private readonly Dictionary<int, ChatMessage> _messages = [];
    private readonly Queue<int> _order = new();
    private readonly List<string> _actions = [];
    private int _lastId;

    internal TelegramChat(TelegramServer server, long id, ChatKind kind, string title, TelegramUser? user, bool isForum)
    {
        _server = server;
        Id = id;
        Kind = kind;
        Title = title;
        User = user;
        IsForum = isForum;
    }

    /// <summary>The identifier.</summary>
    public long Id { get; }

    /// <summary>The kind.</summary>
    public ChatKind Kind { get; }

    /// <summary>The title; the user's name in a private chat.</summary>
    public string Title { get; }

    /// <summary>The user of a private chat.</summary>
    public TelegramUser? User { get; }

    /// <summary>Whether it has topics.</summary>
    public bool IsForum { get; }

    /// <summary>What the bot is here: <c>member</c>, <c>administrator</c>, <c>left</c> or <c>kicked</c>, which in a private chat means blocked.</summary>
    public string BotStatus { get; private set; } = "member";

    /// <summary>The supergroup that this group became.</summary>
    public long? MigratedTo { get; set; }

    /// <summary>All messages, as they stand now.</summary>
    public IReadOnlyList<ChatMessage> Messages
    {
        get
        {
            lock (_server.State)
            {
                return [.. _messages.Values.OrderBy(m => m.Id)];
            }
        }
    }

    /// <summary>The messages of the bot, as they stand now.</summary>
    public IReadOnlyList<ChatMessage> BotMessages => [.. Messages.Where(m => m.From.Id == _server.Bot.Id)];

    /// <summary>The actions, such as <c>typing</c>, that the bot showed.</summary>
    public IReadOnlyList<string> Actions
    {
        get
        {
            lock (_server.State)
            {
                return [.. _actions];
            }
        }
    }

    /// <summary>A message, as it stands now.</summary>
    public ChatMessage? Find(int id)
    {
        lock (_server.State)
        {
            return _messages.GetValueOrDefault(id);
        }
    }

    /// <summary>Waits until the messages of the bot are as asked, and gives them.</summary>
    public async Task<IReadOnlyList<ChatMessage>> WaitForBotMessagesAsync(Func<IReadOnlyList<ChatMessage>, bool> predicate, CancellationToken cancellation)
    {
        await _server.Changes.WhenAsync(() => predicate(BotMessages), cancellation);
        return BotMessages;
    }

    /// <summary>Waits until so many messages of the bot stand here, and gives them.</summary>
    public Task<IReadOnlyList<ChatMessage>> WaitForBotMessagesAsync(int count, CancellationToken cancellation) =>
        WaitForBotMessagesAsync(m => m.Count >= count, cancellation);

    /// <summary>Opens a topic, and gives the identifier of its thread. The bot is told.</summary>
    public int AddTopic(string name, TelegramUser by)
    {
        var message = Add(new() { From = by, TopicName = name }, ownThread: true);
        Notify(message, null);
        return message.Id;
    }

    /// <summary>Closes a topic: a bot that is no administrator may not write there.</summary>
    public void CloseTopic(int thread) => Replace(Required(thread) with { IsClosed = true });

    /// <summary>Deletes a topic.</summary>
    public void DeleteTopic(int thread) => Remove(Required(thread).Id);

    /// <summary>Writes a message. The bot gets it if it may see it.</summary>
    /// <param name="from">Who writes.</param>
    /// <param name="text">The text; its commands, mentions and addresses are found.</param>
    /// <param name="replyTo">The message that it answers.</param>
    /// <param name="thread">The topic that it is in.</param>
    /// <param name="asCaption">Whether the text is the caption of a photo.</param>
    /// <param name="updateId">The identifier of the update, if the next one will not do.</param>
    /// <returns>The identifier of the message.</returns>
    public int Send(TelegramUser from, string text, int? replyTo = null, int? thread = null, bool asCaption = false, int? updateId = null) =>
        Send(new() { From = from, Text = text, ReplyTo = replyTo, ThreadId = thread, IsCaption = asCaption }, updateId);

    /// <summary>Forwards a message from elsewhere.</summary>
    /// <returns>The identifier of the message.</returns>
    public int Forward(TelegramUser by, string text, bool asCaption = false) => Send(new() { From = by, Text = text, IsCaption = asCaption, IsForwarded = true }, null);

    /// <summary>Sends an album of photos: a message each, with the same <c>media_group_id</c>.</summary>
    /// <param name="from">Who sends it.</param>
    /// <param name="captions">The caption of each photo; empty for none.</param>
    /// <param name="replyTo">The message that it answers.</param>
    /// <param name="isForwarded">Whether it is forwarded from elsewhere.</param>
    /// <returns>The identifiers of the messages.</returns>
    public IReadOnlyList<int> SendAlbum(TelegramUser from, IReadOnlyList<string> captions, int? replyTo = null, bool isForwarded = false)
    {
        var id = $"{_lastId + 1}";
        return [.. captions.Select(c => Send(new() { From = from, Text = c, ReplyTo = replyTo, IsCaption = true, IsForwarded = isForwarded, MediaGroupId = id }, null))];
    }

    /// <summary>Presses the button with a text below a message of the bot.</summary>
    /// <returns>The identifier of the callback query.</returns>
    public string Press(TelegramUser by, int message, string button, int? updateId = null) =>
        _server.Queries.Press(by, this, Required(message), b => b.Text == button, button, updateId);

    /// <summary>Presses the button at a place below a message of the bot.</summary>
    /// <returns>The identifier of the callback query.</returns>
    public string Press(TelegramUser by, int message, int row, int column, int? updateId = null)
    {
        var pressed = Required(message);
        var button = pressed.Keyboard[row][column];
        return _server.Queries.Press(by, this, pressed, b => ReferenceEquals(b, button), button.Text, updateId);
    }

    /// <summary>Presses a button with data of one's own, as an app can that somebody has changed.</summary>
    /// <returns>The identifier of the callback query.</returns>
    public string PressForged(TelegramUser by, int message, string data) => _server.Queries.Press(by, this, Required(message), data, null);

    /// <summary>Mentions the bot where it is no member, as a guest.</summary>
    /// <returns>The identifier of the guest query.</returns>
    public string MentionAsGuest(TelegramUser by, string text, int? replyTo = null)
    {
        var query = _server.Queries.OpenGuest(by, this);
        var message = Add(new() { From = by, Text = text, Entities = [.. Clickables.Find(text, [])], ReplyTo = replyTo, GuestQueryId = query });
        _server.Updates.Add("guest_message", Json.Write(j => message.Write(j, this)), Id + (12L << 33), TimeSpan.FromDays(1));
        return query;
    }

    /// <summary>Makes the bot something else in this chat, or blocks it in a private one. The bot is told.</summary>
    public void SetBotStatus(TelegramUser by, string status)
    {
        var old = BotStatus;
        BotStatus = status;
        var content = Json.Object(json =>
        {
            json.WritePropertyName("chat"u8);
            Write(json);
            json.WritePropertyName("from"u8);
            by.Write(json);
            json.WriteNumber("date"u8, _server.Now);
            BotMember.Write(json, "old_chat_member"u8, _server.Bot, old);
            BotMember.Write(json, "new_chat_member"u8, _server.Bot, status);
        });
        _server.Updates.Add("my_chat_member", content, Id + (5L << 33), TimeSpan.FromDays(1));
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteMembers(json);
        json.WriteEndObject();
    }

    internal void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteNumber("id"u8, Id);
        if (User is { } user)
        {
            json.WriteString("first_name"u8, user.FirstName);
            json.WriteOptional("username"u8, user.Username);
        }
        else
        {
            json.WriteString("title"u8, Title);
            if (IsForum)
            {
                json.WriteBoolean("is_forum"u8, true);
            }
        }

        json.WriteString("type"u8, Kind switch { ChatKind.Private => "private"u8, ChatKind.Group => "group"u8, _ => "supergroup"u8 });
    }

    /// <summary>Puts a new message at the end, with its identifier and date.</summary>
    internal ChatMessage Add(ChatMessage message, bool ownThread = false)
    {
        lock (_server.State)
        {
            var id = ++_lastId;
            message = message with { Id = id, Date = _server.Now, ThreadId = ownThread ? id : message.ThreadId };
            _messages[id] = message;
            _order.Enqueue(id);
            if (_order.Count > _server.Options.MessagesKept)
            {
                _messages.Remove(_order.Dequeue());
            }
        }

        _server.Changes.Notify();
        return message;
    }

    internal void Replace(ChatMessage message)
    {
        lock (_server.State)
        {
            _messages[message.Id] = message;
        }

        _server.Changes.Notify();
    }

    internal void Remove(int message)
    {
        lock (_server.State)
        {
            _messages.Remove(message);
        }

        _server.Changes.Notify();
    }

    internal void Show(string action)
    {
        lock (_server.State)
        {
            _actions.Add(action);
        }

        _server.Changes.Notify();
    }

    /// <summary>Refuses when the bot may not write here.</summary>
    internal void CheckWritable()
    {
        if (MigratedTo is { } supergroup)
        {
            throw new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", supergroup);
        }

        var kind = Kind == ChatKind.Group ? "group" : "supergroup";
        var refusal = BotStatus switch
        {
            "kicked" => Refusal.Forbidden(Kind == ChatKind.Private ? "bot was blocked by the user" : $"bot was kicked from the {kind} chat"),
            "left" => Refusal.Forbidden($"bot is not a member of the {kind} chat"),
            "restricted" => Refusal.BadRequest("not enough rights to send text messages to the chat"),
            _ => null,
        };
        if (refusal is not null)
        {
            throw refusal;
        }
    }

    /// <summary>Whether a topic stands here.</summary>
    internal bool HasTopic(int thread) => Find(thread) is { TopicName: not null };

    /// <summary>Whether the bot may not write in a topic.</summary>
    internal bool IsClosed(int thread) => BotStatus != "administrator" && Find(thread) is { IsClosed: true };

    private int Send(ChatMessage message, int? updateId)
    {
        message = Add(message with { Entities = [.. Clickables.Find(message.Text, [])] });
        if (PrivacyMode.Shows(message, this, _server))
        {
            Notify(message, updateId);
        }

        return message.Id;
    }

    private void Notify(ChatMessage message, int? updateId) =>
        _server.Updates.Add("message", Json.Write(j => message.Write(j, this)), Id, TimeSpan.FromDays(1), updateId);

    private ChatMessage Required(int message) => Find(message) ?? throw new ArgumentException($"No message {message} in chat {Id}.", nameof(message));
}
