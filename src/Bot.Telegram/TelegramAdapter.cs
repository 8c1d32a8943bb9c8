using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Adapters.Resilience;
using Bot.Telegram.Api;
using Bot.Telegram.Configuration;
using Bot.Telegram.Logging;
using Bot.Telegram.Parsing;
using Bot.Telegram.Publishing;
using Bot.Telegram.Receiving;
using Bot.Telegram.Rendering;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Bot.Telegram;

/// <summary>The bot on Telegram: receives updates, answers them, and publishes the bot's profile.</summary>
public sealed partial class TelegramAdapter : IDisposable
{
    private static readonly TimeSpan s_callTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_pollTimeout = TimeSpan.FromSeconds(UpdatesClient.LongPollSeconds + 15);

    private readonly TelegramOptions _options;
    private readonly AdapterServices _services;
    private readonly AdapterTelemetry _telemetry;
    private readonly ILogger _logger;
    private readonly TelegramBotClientOptions _clientOptions;
    private readonly SocketsHttpHandler _connections;
    private readonly HttpClient _http;
    private readonly BotApiClient _api;
    private readonly ApiRequestSender _sender;
    private volatile ChatQueues? _queues;

    /// <summary>Creates the adapter; nothing is sent yet.</summary>
    /// <param name="options">The settings, already validated.</param>
    /// <param name="services">The services that every adapter uses.</param>
    public TelegramAdapter(TelegramOptions options, AdapterServices services)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(services);
        (_options, _services, _telemetry, _logger) = (options, services, services.Telemetry, services.Loggers.CreateLogger<TelegramAdapter>());

        _clientOptions = new TelegramBotClientOptions(options.Token, options.ApiUrl.Length > 0 ? options.ApiUrl : null);

        // Without the host's HTTP logging, because addresses contain the token. Connections are renewed so that a changed address is noticed.
        _connections = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = ErrorSummary.ConnectTimeout,
            ActivityHeadersPropagator = null,

            // The Bot API never redirects, and no other host may see the token.
            AllowAutoRedirect = false,
            UseCookies = false,
            Proxy = LoopbackBypassProxy.FromEnvironment(),
        };
        _http = new HttpClient(_connections) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = BotApiClient.MaxAnswerBytes };
        _api = new BotApiClient(_http, _clientOptions, s_callTimeout, services.Time);
        _sender = new ApiRequestSender(_api, services.Time, services.Random, _logger, services.Limits, _telemetry);
        Webhook = options.UsesWebhook ? new WebhookReceiver(options.WebhookSecret, services.Time, _logger, _telemetry) : null;
    }

    /// <summary>The webhook receiver; null with long polling.</summary>
    public WebhookReceiver? Webhook { get; }

    /// <summary>The number of updates that are handled or wait.</summary>
    public int QueueLength => _queues?.Count ?? 0;

    /// <summary>Runs until it is cancelled, or until Telegram rejects the settings for good, which is logged with the fix.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        // Answers in progress may finish after the bot is told to stop.
        using var handling = new CancellationTokenSource();
        using var stopPublishing = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            if (await _sender.QueryAsync(new GetMeRequest(), cancellation).ConfigureAwait(false) is not { } me)
            {
                _telemetry.Health.SetUnhealthy("Telegram does not identify the bot.");
                return;
            }

            LogConnected(me.Username, _options.UsesWebhook ? "webhook" : "long polling");
            LogModes(me);
            var parser = new UpdateParser(_services.Answerer, me);
            var pipeline = new AskPipeline<TelegramPage>(_services, new TelegramRenderer(_services.Answerer));
            var handler = new UpdateHandler(pipeline, _sender, _services);
            var registration = Webhook is null ? null : new WebhookRegistration(_options, _api, _sender, _services.Time, _services.Random, _logger, _telemetry);
            var queues = _queues = new ChatQueues(handler.HandleAsync, _logger, handling.Token, handler.Admit, () => registration?.CheckSoon());
            _telemetry.ObserveQueue(() => queues.Count);
            var publishing = PublishAsync(stopPublishing.Token);
            var reader = new UpdateReader(parser);
            var tracker = new UpdateTracker(queues, Journal(reader), _services.Time, _logger, _telemetry);
            await (Webhook is { } webhook ? ListenAsync(webhook, registration!, tracker, queues, reader, pipeline.PrepareAsync, cancellation) : PollAsync(tracker, reader, pipeline.PrepareAsync, cancellation)).ConfigureAwait(false);
            await stopPublishing.CancelAsync().ConfigureAwait(false);
            await publishing.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            _telemetry.Health.SetUnhealthy("Stopped.");
            LogDisconnected();
        }
        catch (InvalidTokenException ex)
        {
            _telemetry.Health.SetUnhealthy($"Telegram does not know the token ({ex.ErrorCode}).");
            LogBadToken(ex.ErrorCode, ex.Message);
        }
        finally
        {
            await stopPublishing.CancelAsync().ConfigureAwait(false);
            await handling.CancelAsync().ConfigureAwait(false);
        }
    }

    // Null when no state is saved.
    private UpdateJournal? Journal(UpdateReader reader) =>
        _services.StateFolder is { } folder ? new UpdateJournal(folder, $"telegram-{_clientOptions.BotId}.jsonl", reader) : null;

    /// <summary>Closes all connections.</summary>
    public void Dispose()
    {
        Webhook?.Dispose();
        _http.Dispose();
        _connections.Dispose();
    }

    // Hints for the owner about features that only they can switch on or off.
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

    private async Task PollAsync(UpdateTracker tracker, UpdateReader reader, Func<CancellationToken, Task> prepare, CancellationToken cancellation)
    {
        // As long as a webhook is set, polls get no updates.
        if (!await _sender.SendAsync(new DeleteWebhookRequest(), cancellation).ConfigureAwait(false))
        {
            LogWebhookNotRemoved();
        }

        await prepare(cancellation).ConfigureAwait(false);
        tracker.Resume();
        var poller = new Poller(new UpdatesClient(new BotApiClient(_http, _clientOptions, s_pollTimeout, _services.Time), reader), tracker, _services.Time, _services.Random, _logger, _telemetry);
        try
        {
            await poller.RunAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            using var grace = new CancellationTokenSource(_services.GracePeriod, _services.Time);
            await poller.StopAsync(grace.Token).ConfigureAwait(false);
        }
    }

    private async Task ListenAsync(WebhookReceiver webhook, WebhookRegistration registration, UpdateTracker tracker, ChatQueues queues, UpdateReader reader, Func<CancellationToken, Task> prepare, CancellationToken cancellation)
    {
        // Updates that arrive earlier, by a webhook that an earlier process set, are sent again by Telegram.
        await prepare(cancellation).ConfigureAwait(false);
        tracker.Resume();
        webhook.Open(queues, reader);
        if (!await registration.SetAsync(cancellation).ConfigureAwait(false))
        {
            _telemetry.Health.SetUnhealthy("Telegram does not accept the webhook.");
            LogBadWebhook(_options.Webhook.Url);
            return;
        }

        _telemetry.Health.SetHealthy("by webhook");
        try
        {
            await registration.WatchAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            using var grace = new CancellationTokenSource(_services.GracePeriod, _services.Time);
            await webhook.CloseAsync(grace.Token).ConfigureAwait(false);
        }
    }

    private async Task PublishAsync(CancellationToken cancellation)
    {
        try
        {
            await new ProfilePublisher(_services.Answerer, _sender, _logger).RunAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The next start publishes what is missing.
        }
        catch (InvalidTokenException)
        {
            // The next poll, or the next check of the webhook, is rejected too and logs the fix.
        }
    }

    [LoggerMessage(TelegramEvents.Connected, LogLevel.Information, "Connected to Telegram as @{Name}, by {Mode}.")]
    private partial void LogConnected(string? name, string mode);

    [LoggerMessage(TelegramEvents.InlineModeOff, LogLevel.Information, "Inline mode is off: @BotFather's /setinline lets people ask @{Name} in any chat.")]
    private partial void LogNoInline(string? name);

    [LoggerMessage(TelegramEvents.GuestModeOff, LogLevel.Information, "Guest mode is off: the bot's settings in @BotFather let people mention it in chats that it is not in.")]
    private partial void LogNoGuests();

    [LoggerMessage(TelegramEvents.PrivacyModeOff, LogLevel.Information, "Privacy mode is off, so groups send every message to the bot, which does not need them. Turn it on with @BotFather's /setprivacy.")]
    private partial void LogNoPrivacy();

    [LoggerMessage(TelegramEvents.WebhookNotRemovedAtStart, LogLevel.Warning, "Telegram did not remove the webhook at the start; the line above says why. If one is set, polling gets no updates until it is removed.")]
    private partial void LogWebhookNotRemoved();

    [LoggerMessage(TelegramEvents.Disconnected, LogLevel.Information, "Disconnected from Telegram.")]
    private partial void LogDisconnected();

    [LoggerMessage(TelegramEvents.TokenRejected, LogLevel.Critical, "Telegram does not know this bot's token ({Code} {Description}). Set Telegram:Token (Telegram__Token in the environment) to the token that BotFather gives with /mybots, API Token, and restart.")]
    private partial void LogBadToken(int code, string description);

    [LoggerMessage(TelegramEvents.WebhookRejected, LogLevel.Critical, "Telegram does not accept the webhook {Url}; the line above says why. Set Telegram:Webhook:Url to an https address that Telegram can reach, on port 443, 80, 88 or 8443, and restart.")]
    private partial void LogBadWebhook(string url);
}
