using Bot.Adapters.Monitoring;
using Bot.Adapters.Resilience;
using Bot.Adapters.Text;
using Bot.Telegram.Api;
using Bot.Telegram.Configuration;
using Bot.Telegram.Logging;
using Bot.Telegram.Parsing;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Bot.Telegram.Receiving;

/// <summary>
/// Registers the webhook with Telegram and monitors it. Failures between Telegram and the bot's address are invisible here, so the bot
/// asks Telegram once a minute (Bot API, getWebhookInfo) for failed deliveries, pending updates, and changes by another process.
/// </summary>
internal sealed partial class WebhookRegistration(
    TelegramOptions options,
    BotApiClient api,
    ApiRequestSender sender,
    TimeProvider time,
    Random random,
    ILogger logger,
    AdapterTelemetry telemetry)
{
    /// <summary>The number of pending updates from which deliveries are too slow: as many as one poll returns.</summary>
    public const int MaxPending = 100;

    /// <summary>The interval between checks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private const int MaxErrorLength = 200;

    // The next check, its timeout and a retry.
    private static readonly TimeSpan s_healthyFor = TimeSpan.FromMinutes(2.5);

    private readonly LivenessSignal _signal = telemetry.AddLoop("webhook", LivenessBounds.TelegramWebhook);
    private TaskCompletionSource _isAwaited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTime? _lastError;
    private bool _hasLooked;
    private bool _isFailing;

    /// <summary>Sets the webhook.</summary>
    /// <returns>Whether Telegram accepted it. A rejection is logged.</returns>
    /// <exception cref="ApiRequestException">The token is unknown.</exception>
    public Task<bool> SetAsync(CancellationToken cancellation) => sender.SendAsync(
        new SetWebhookRequest { Url = options.Webhook.Url, SecretToken = options.WebhookSecret, AllowedUpdates = UpdateRouting.AllowedUpdates },
        cancellation);

    /// <summary>Monitors the webhook until it is cancelled.</summary>
    /// <exception cref="InvalidTokenException">The token has become unknown.</exception>
    public async Task WatchAsync(CancellationToken cancellation)
    {
        _ = cancellation.Register(_signal.Stop);
        try
        {
            await WatchUntilRejectedAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            // The next run registers its own signal.
            _signal.Stop();
        }
    }

    /// <summary>Checks at once, because something is wrong that Telegram knows about.</summary>
    public void CheckSoon() => Volatile.Read(ref _isAwaited).TrySetResult();

    private async Task WatchUntilRejectedAsync(CancellationToken cancellation)
    {
        var (failures, wait) = (0, TimeSpan.Zero);
        while (true)
        {
            _signal.Beat(wait);
            await WaitAsync(wait, cancellation).ConfigureAwait(false);
            try
            {
                await LookAsync(cancellation).ConfigureAwait(false);
                (failures, wait) = (0, Interval);
            }
            catch (RequestException ex) when (ex is not InvalidTokenException)
            {
                wait = Backoff.Delay(++failures, random.NextDouble());
                wait = ex is ApiRequestException { Parameters.RetryAfter: { } seconds } ? TimeSpan.FromSeconds(seconds) : wait;
                telemetry.Health.SetDegraded($"Telegram does not report the webhook's state (failure {failures}).");
                LogUnchecked(failures, ApiRequestSender.Summary(ex), wait.TotalSeconds);
            }
        }
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken cancellation)
    {
        try
        {
            await _isAwaited.Task.WaitAsync(wait, time, cancellation).ConfigureAwait(false);
            Volatile.Write(ref _isAwaited, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        catch (TimeoutException)
        {
            // It is time for the next check.
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        var info = await api.CallAsync(new GetWebhookInfoRequest(), BotApiJson.Result<WebhookInfo>, cancellation).ConfigureAwait(false);
        if (info.Url != options.Webhook.Url)
        {
            // The other address may contain a secret, so it is not logged.
            LogReplaced(string.IsNullOrEmpty(info.Url) ? "was removed" : "was replaced by another address");
            if (!await SetAsync(cancellation).ConfigureAwait(false))
            {
                telemetry.Health.SetDegraded("Telegram has another webhook or none, and does not accept this bot's.");
                return;
            }

            // Telegram's report on the other webhook does not apply to this one.
            _hasLooked = false;
        }

        Report(info);
    }

    // An error older than the first check happened before the start.
    private void Report(WebhookInfo info)
    {
        var isNew = _hasLooked && info.LastErrorDate is not null && info.LastErrorDate != _lastError;
        (_hasLooked, _lastError) = (true, info.LastErrorDate);
        var wasFailing = _isFailing;
        _isFailing = isNew || (wasFailing && info.PendingUpdateCount > 0);
        telemetry.Health.SetHealthy(info.PendingUpdateCount > 0 ? $"by webhook; {info.PendingUpdateCount} update(s) wait at Telegram" : "by webhook", s_healthyFor);
        if (_isFailing)
        {
            var error = Truncation.Cut(info.LastErrorMessage ?? "no reason given", MaxErrorLength);
            telemetry.Health.SetDegraded($"Telegram cannot deliver updates by webhook ({error}); {info.PendingUpdateCount} update(s) wait there.");
            if (!wasFailing)
            {
                LogFailing(error, info.PendingUpdateCount);
            }
        }
        else
        {
            if (info.PendingUpdateCount >= MaxPending)
            {
                telemetry.Health.SetDegraded($"{info.PendingUpdateCount} updates wait at Telegram.");
            }

            if (wasFailing)
            {
                telemetry.Reconnected();
                LogRecovered();
            }
        }
    }

    [LoggerMessage(TelegramEvents.WebhookReplaced, LogLevel.Warning, "The webhook {Change} and is set again. Does another program use this bot's token?")]
    private partial void LogReplaced(string change);

    [LoggerMessage(TelegramEvents.WebhookFailing, LogLevel.Warning, "Telegram cannot deliver updates by webhook: {Error}. {Pending} update(s) wait there. Is Telegram:Webhook:Url reachable from outside?")]
    private partial void LogFailing(string error, int pending);

    [LoggerMessage(TelegramEvents.WebhookRecovered, LogLevel.Information, "Telegram delivers updates by webhook again.")]
    private partial void LogRecovered();

    [LoggerMessage(TelegramEvents.WebhookUnchecked, LogLevel.Warning, "Telegram does not report the webhook's state (failure {Failures}): {Error} Retrying in {Seconds:0.0} s.")]
    private partial void LogUnchecked(int failures, string error, double seconds);
}
