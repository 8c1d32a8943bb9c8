using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Answers;
using Bot.Telegram.Api;
using Bot.Telegram.Configuration;
using Bot.Telegram.Logging;
using Bot.Telegram.Parsing;
using Bot.Telegram.Publishing;
using Bot.Telegram.Receiving;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Bot.Telegram;

/// <summary>The bot on Telegram: receives, answers, and shows who it is.</summary>
public sealed partial class TelegramAdapter : IDisposable
{
    private static readonly TimeSpan s_sendTimeout = TimeSpan.FromSeconds(30);

    private readonly TelegramOptions _options;
    private readonly Answerer _answerer;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly ILogger _logger;
    private readonly TelegramBotClientOptions _clientOptions;
    private readonly SocketsHttpHandler _connections;
    private readonly HttpClient _polling;
    private readonly HttpClient _sending;
    private readonly ApiRequestSender _sender;
    private readonly AdmissionControl _limits;
    private readonly TimeSpan _grace;
    private volatile ChatQueues? _queues;
    private readonly AdapterTelemetry _vitals;
    private readonly Func<CancellationToken, Task> _waitForSearch;

    /// <summary>Makes the adapter; nothing is sent yet.</summary>
    /// <param name="options">The settings, without problems.</param>
    /// <param name="answerer">Who answers.</param>
    /// <param name="time">The clock that waits are timed by.</param>
    /// <param name="random">Spreads waits, so that many bots do not come back at once; safe for any number of threads.</param>
    /// <param name="logger">Takes what happens; never a token.</param>
    /// <param name="limits">Who may ask how much; null for no limits.</param>
    /// <param name="grace">How long what is being answered may take once the bot is told to stop; null for 10 s.</param>
    /// <param name="vitals">Takes how the adapter is and what it does; null where nobody watches.</param>
    /// <param name="waitForSearch">Waits until the answerer's search is built, before which no update is taken; null: the adapter has it built.</param>
    public TelegramAdapter(
        TelegramOptions options,
        Answerer answerer,
        TimeProvider time,
        Random random,
        ILogger<TelegramAdapter> logger,
        AdmissionControl? limits = null,
        TimeSpan? grace = null,
        AdapterTelemetry? vitals = null,
        Func<CancellationToken, Task>? waitForSearch = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(answerer);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(logger);
        (_options, _answerer, _time, _random, _logger) = (options, answerer, time, random, logger);
        (_limits, _grace) = (limits ?? new AdmissionControl(0, 0, 0, time), grace ?? TimeSpan.FromSeconds(10));
        _vitals = vitals ?? AdapterTelemetry.None("telegram", time);
        _waitForSearch = waitForSearch ?? answerer.WarmUpAsync;

        _clientOptions = new TelegramBotClientOptions(options.Token, options.ApiUrl.Length > 0 ? options.ApiUrl : null);

        // Without the host's HTTP logging: addresses have the token in them. Connections are renewed so that a changed address is noticed.
        _connections = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(10),
            ActivityHeadersPropagator = null,

            // The Bot API redirects nobody, and nobody else is to see the token.
            AllowAutoRedirect = false,
            UseCookies = false,
        };
        _polling = new HttpClient(_connections, disposeHandler: false) { Timeout = TimeSpan.FromSeconds(UpdatesClient.LongPollSeconds + 15) };
        _sending = new HttpClient(_connections, disposeHandler: false) { Timeout = s_sendTimeout };
        _sender = new ApiRequestSender(new BotApiClient(_sending, _clientOptions), time, random, logger, _limits, _vitals);
        Webhook = options.UsesWebhook ? new WebhookReceiver(options.WebhookSecret, time, logger) : null;
    }

    /// <summary>Takes updates by webhook; null when they are polled for.</summary>
    public WebhookReceiver? Webhook { get; }

    /// <summary>How many updates are being answered or wait to be.</summary>
    public int QueueLength => _queues?.Count ?? 0;

    /// <summary>Runs until it is cancelled, or until Telegram says that the settings will never do, which is logged with what to do about it.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        // What is being answered may be finished after the bot is told to stop.
        using var handling = new CancellationTokenSource();
        try
        {
            if (await _sender.QueryAsync(new GetMeRequest(), cancellation).ConfigureAwait(false) is not { } me)
            {
                _vitals.Health.SetUnhealthy("Telegram does not tell who the bot is.");
                return;
            }

            LogHere(me.Username, _options.UsesWebhook ? "webhook" : "long polling");
            LogModes(me);
            var conversation = new Conversation(_answerer, _sender, me, _time, _vitals);
            var refusals = new Refusals(_limits, new MessageParser(_answerer, me));
            var queues = _queues = new ChatQueues(conversation.HandleAsync, _logger, handling.Token, refusals.Admit);
            _vitals.ObserveQueue(() => queues.Count);
            var publishing = PublishAsync(cancellation);
            var intake = new UpdateTracker(queues, new UpdateJournal(StateFile), _time, _logger);
            await (Webhook is { } webhook ? ListenAsync(webhook, intake, queues, cancellation) : PollAsync(intake, cancellation)).ConfigureAwait(false);
            await publishing.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            _vitals.Health.SetUnhealthy("The bot has left.");
            LogGone();
        }
        catch (ApiRequestException ex) when (ApiRequestSender.IsInvalidToken(ex))
        {
            _vitals.Health.SetUnhealthy($"Telegram does not know the token ({ex.ErrorCode}).");
            LogBadToken(ex.ErrorCode, ex.Message);
        }
        finally
        {
            await handling.CancelAsync().ConfigureAwait(false);
        }
    }

    private string StateFile => Path.GetFullPath(Path.Combine(_options.StateFolder, $"telegram-{_clientOptions.BotId}.jsonl"));

    /// <summary>Closes all connections.</summary>
    public void Dispose()
    {
        _polling.Dispose();
        _sending.Dispose();
        _connections.Dispose();
    }

    // What only the owner can switch, and nobody misses who does not know of it.
    private void LogModes(User me)
    {
        if (!me.SupportsInlineQueries)
        {
            LogNoInline(me.Username);
        }

        if (!me.SupportsGuestQueries)
        {
            LogNoGuests();
        }

        if (me.CanReadAllGroupMessages)
        {
            LogNoPrivacy();
        }
    }

    private async Task PollAsync(UpdateTracker intake, CancellationToken cancellation)
    {
        // A webhook that is still set keeps all updates from those who poll.
        await _sender.SendAsync(new DeleteWebhookRequest(), cancellation).ConfigureAwait(false);
        await _waitForSearch(cancellation).ConfigureAwait(false);
        intake.Resume();
        var poller = new Poller(new UpdatesClient(new BotApiClient(_polling, _clientOptions)), intake, _time, _random, _logger, _vitals);
        try
        {
            await poller.RunAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            using var grace = new CancellationTokenSource(_grace, _time);
            await poller.StopAsync(grace.Token).ConfigureAwait(false);
        }
    }

    private async Task ListenAsync(WebhookReceiver webhook, UpdateTracker intake, ChatQueues queues, CancellationToken cancellation)
    {
        // What comes before, by a webhook that an earlier process set, Telegram sends again.
        await _waitForSearch(cancellation).ConfigureAwait(false);
        intake.Resume();
        webhook.Open(queues);
        var isSet = await _sender.SendAsync(
            new SetWebhookRequest { Url = _options.Webhook.Url, SecretToken = _options.WebhookSecret, AllowedUpdates = UpdateRouting.AllowedUpdates },
            cancellation).ConfigureAwait(false);
        if (!isSet)
        {
            _vitals.Health.SetUnhealthy("Telegram does not take the webhook.");
            LogBadWebhook(_options.Webhook.Url);
            return;
        }

        _vitals.Health.SetHealthy("by webhook");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellation).ConfigureAwait(false);
        }
        finally
        {
            using var grace = new CancellationTokenSource(_grace, _time);
            await webhook.CloseAsync(grace.Token).ConfigureAwait(false);
        }
    }

    private async Task PublishAsync(CancellationToken cancellation)
    {
        try
        {
            await new ProfilePublisher(_answerer, _sender, _logger).PublishAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The next start publishes it.
        }
    }

    [LoggerMessage(TelegramEvents.Connected, LogLevel.Information, "On Telegram as @{Name}, by {Way}.")]
    private partial void LogHere(string? name, string way);

    [LoggerMessage(TelegramEvents.InlineModeOff, LogLevel.Information, "Inline mode is off: @BotFather's /setinline lets people ask @{Name} in any chat.")]
    private partial void LogNoInline(string? name);

    [LoggerMessage(TelegramEvents.GuestModeOff, LogLevel.Information, "Guest mode is off: the bot's settings in @BotFather let people mention it in chats that it is not in.")]
    private partial void LogNoGuests();

    [LoggerMessage(TelegramEvents.PrivacyModeOff, LogLevel.Information, "Privacy mode is off, so that groups send every message here: the bot needs it for nothing, and @BotFather's /setprivacy turns it on.")]
    private partial void LogNoPrivacy();

    [LoggerMessage(TelegramEvents.Disconnected, LogLevel.Information, "Gone from Telegram.")]
    private partial void LogGone();

    [LoggerMessage(TelegramEvents.TokenRejected, LogLevel.Critical, "Telegram does not know this bot's token ({Code} {Description}). Set Telegram:Token (Telegram__Token in the environment) to the token that BotFather gives with /mybots, API Token, and start again.")]
    private partial void LogBadToken(int code, string description);

    [LoggerMessage(TelegramEvents.WebhookRejected, LogLevel.Critical, "Telegram does not take the webhook {Url}; the line above says why. Set Telegram:Webhook:Url to an https address that Telegram can reach, on port 443, 80, 88 or 8443, and start again.")]
    private partial void LogBadWebhook(string url);
}
