using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Bot.Loopback.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Bot.Loopback.Telegram;

/// <summary>
/// A stand-in of the Telegram Bot API server on the loopback, and of the people who write to the bot. It refuses what the
/// real server refuses, in its words.
/// </summary>
public sealed class TelegramServer : IAsyncDisposable
{
    private readonly Dictionary<long, TelegramChat> _chats = [];
    private readonly List<string> _problems = [];
    private readonly Polling _polling;
    private readonly WebhookReceiver _webhook;
    private readonly Profile _profile;
    private readonly WebApplication _web;
    private long _messagesSent;

    private TelegramServer(TelegramServerOptions options)
    {
        Options = options;
        SendDelay = options.SendDelay;
        Bot = new(long.Parse(options.Token.Split(':')[0], CultureInfo.InvariantCulture), "Loopback bot", Username: options.BotUsername, IsBot: true);
        Calls = new(Changes);
        Queries = new(this);
        _profile = new(this);
        Updates = new(options.Time, options.FirstUpdateId, Changes, OnUpdate);
        _polling = new(Updates, options.Time, options, Changes);
        _webhook = new(Updates, _polling, options.Time, options.IsLocal, p => AddProblems([p]));
        var requests = new Requests(this, new(new(this, Queries), Queries, _profile, _polling, _webhook));

        // Nothing from the environment applies: no settings, no logging, no routing.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port, l => l.Protocols = HttpProtocols.Http1);
        });
        _web = builder.Build();
        _web.Run(requests.ServeAsync);
    }

    /// <summary>Its options.</summary>
    public TelegramServerOptions Options { get; }

    /// <summary>The base address, without the token.</summary>
    public string Url => _web.Urls.First();

    /// <summary>The bot that is served.</summary>
    public TelegramUser Bot { get; }

    /// <summary>The calls that the bot made.</summary>
    public CallLog<Call> Calls { get; }

    /// <summary>The planned faults.</summary>
    public FaultScript Faults { get; } = new();

    /// <summary>How long the answer to every sent or edited message takes.</summary>
    public TimeSpan SendDelay { get; set; }

    /// <summary>How many messages the bot has sent.</summary>
    public long MessagesSent => Interlocked.Read(ref _messagesSent);

    /// <summary>The answers to pressed buttons.</summary>
    public IReadOnlyList<CallbackAnswer> CallbackAnswers => Queries.CallbackAnswers;

    /// <summary>How many updates the bot has not confirmed.</summary>
    public int PendingUpdates => Updates.Count;

    /// <summary>What the real server would have silently ignored, but a test should know.</summary>
    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (State)
            {
                return [.. _problems];
            }
        }
    }

    internal Lock State { get; } = new();

    internal Changes Changes { get; } = new();

    internal UpdateQueue Updates { get; }

    internal Queries Queries { get; }

    internal DateTimeOffset Clock => Options.Time.GetUtcNow();

    internal long Now => Clock.ToUnixTimeSeconds();

    /// <summary>Starts a server on a free port of the loopback.</summary>
    public static async Task<TelegramServer> StartAsync(TelegramServerOptions? options = null, CancellationToken cancellation = default)
    {
        var server = new TelegramServer(options ?? new());
        await server._web.StartAsync(cancellation);
        return server;
    }

    /// <summary>The private chat of the bot and a user.</summary>
    public TelegramChat PrivateChat(TelegramUser user) => AddChat(new(this, user.Id, ChatKind.Private, user.FirstName, user, isForum: false));

    /// <summary>A basic group.</summary>
    public TelegramChat Group(long id, string title) => AddChat(new(this, id, ChatKind.Group, title, null, isForum: false));

    /// <summary>A supergroup, with or without topics.</summary>
    public TelegramChat Supergroup(long id, string title, bool isForum = false) => AddChat(new(this, id, ChatKind.Supergroup, title, null, isForum));

    /// <summary>A chat that exists already.</summary>
    public TelegramChat Chat(long id) => FindChat(id) ?? throw new ArgumentException($"No chat {id}.", nameof(id));

    /// <summary>Types an inline query.</summary>
    /// <returns>The identifier of the query.</returns>
    public string AskInline(TelegramUser by, string query, string offset = "", string? chatType = "sender", int? updateId = null) =>
        Queries.Ask(by, query, offset, chatType, updateId);

    /// <summary>The answer to an inline query; null until the bot gives it.</summary>
    public InlineAnswer? InlineAnswer(string query) => Queries.FindAnswer(query);

    /// <summary>Waits for the answer to an inline query.</summary>
    public async Task<InlineAnswer> WaitForInlineAnswerAsync(string query, CancellationToken cancellation)
    {
        await Changes.WhenAsync(() => InlineAnswer(query) is not null, cancellation);
        return InlineAnswer(query)!;
    }

    /// <summary>Sends a result of an answered inline query.</summary>
    /// <returns>The identifier of the inline message.</returns>
    public string ChooseInline(string query, string result) => Queries.Choose(query, result);

    /// <summary>A message sent through an inline or guest query, as it stands now.</summary>
    public ChatMessage InlineMessage(string id) => Queries.FindInline(id) ?? throw new ArgumentException($"No inline message {id}.", nameof(id));

    /// <summary>Presses a button below a message sent through an inline or guest query.</summary>
    /// <returns>The identifier of the callback query.</returns>
    public string PressInline(TelegramUser by, string inlineMessage, string button, int? updateId = null) =>
        Queries.Press(by, null, InlineMessage(inlineMessage), b => b.Text == button, button, updateId);

    /// <summary>Waits for the answer to a pressed button.</summary>
    public async Task<CallbackAnswer> WaitForCallbackAnswerAsync(string query, CancellationToken cancellation)
    {
        await Changes.WhenAsync(() => CallbackAnswers.Any(a => a.QueryId == query), cancellation);
        return CallbackAnswers.First(a => a.QueryId == query);
    }

    /// <summary>Sends an update written by the test. It gets the next <c>update_id</c> unless it names one.</summary>
    /// <returns>The identifier of the update.</returns>
    public int SendRaw(JsonObject update, long queue = 0) => Updates.AddRaw(update, queue);

    /// <summary>Sends an update whose content the test wrote as text: deeper than usual, or with half a surrogate pair. It gets the next <c>update_id</c>.</summary>
    /// <param name="content">A JSON object without <c>update_id</c>.</param>
    /// <param name="queue">The queue within which a webhook keeps the order.</param>
    /// <returns>The identifier of the update.</returns>
    public int SendRaw(string content, long queue = 0) => Updates.AddRaw(content, queue);

    /// <summary>The commands set for a scope, such as <c>default</c> or <c>chat:5</c>, and a language.</summary>
    public IReadOnlyList<BotCommand> Commands(string scope = "default", string language = "") => _profile.Commands(scope, language);

    /// <summary>The <c>name</c>, <c>description</c> or <c>short_description</c> that a user with a language sees.</summary>
    public string ProfileText(string what, string language = "") => _profile.Text(what, language);

    /// <summary>Waits until a <c>getUpdates</c> is held.</summary>
    public Task WaitForPollAsync(CancellationToken cancellation) => Changes.WhenAsync(() => _polling.IsWaiting, cancellation);

    /// <summary>Waits until the bot has confirmed all updates.</summary>
    public Task WaitForNoPendingUpdatesAsync(CancellationToken cancellation) => Changes.WhenAsync(() => Updates.Count == 0, cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _webhook.DisposeAsync();

        // Held calls are cut, because nobody waits for their answers any more.
        await _web.StopAsync(new CancellationToken(canceled: true));
        await _web.DisposeAsync();
    }

    internal void CountSent() => Interlocked.Increment(ref _messagesSent);

    internal TelegramChat? FindChat(long id)
    {
        lock (State)
        {
            return _chats.GetValueOrDefault(id);
        }
    }

    internal void AddProblems(IEnumerable<string> problems)
    {
        foreach (var problem in problems)
        {
            lock (State)
            {
                _problems.Add(problem);
            }
        }
    }

    private TelegramChat AddChat(TelegramChat chat)
    {
        lock (State)
        {
            return _chats.TryAdd(chat.Id, chat) ? chat : _chats[chat.Id];
        }
    }

    private void OnUpdate()
    {
        _webhook.Wake();
        _polling.Wake();
    }
}
