using Bot.Adapters.Monitoring;
using Bot.Adapters.Resilience;
using Bot.Telegram.Api;
using Bot.Telegram.Logging;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Exceptions;

namespace Bot.Telegram.Receiving;

/// <summary>Receives updates by long polling. A failed poll is retried with growing waits.</summary>
internal sealed partial class Poller(UpdatesClient source, UpdateTracker intake, TimeProvider time, Random random, ILogger logger, AdapterTelemetry telemetry)
{
    private static readonly TimeSpan s_confirmTimeout = TimeSpan.FromSeconds(3);

    // A request that has been in flight this long has arrived.
    private static readonly TimeSpan s_deliveryTime = TimeSpan.FromSeconds(0.5);

    // An empty poll returns after the server's longest wait, and the next starts at once.
    private static readonly TimeSpan s_healthyFor = TimeSpan.FromMinutes(1);

    // A full queue may have to wait out Telegram's rate limits.
    private static readonly TimeSpan s_roomInterval = TimeSpan.FromSeconds(30);

    private readonly LivenessSignal _signal = telemetry.AddLoop("poll", LivenessBounds.TelegramPoll);
    private int _asked;
    private long _askedAt;
    private bool _isWebhookActive;

    /// <summary>Receives updates until it is cancelled.</summary>
    /// <exception cref="InvalidTokenException">Telegram will never give updates to this token.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        _ = cancellation.Register(_signal.Stop);
        try
        {
            await PollUntilRejectedAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            // The next run registers its own signal.
            _signal.Stop();
        }
    }

    /// <summary>
    /// Waits for updates in progress and confirms the handled ones, so that a restarted bot does not answer twice.
    /// </summary>
    /// <param name="cancellation">Cancels the wait. Telegram sends the remaining updates again at the next start.</param>
    public async Task StopAsync(CancellationToken cancellation)
    {
        await intake.FinishAsync(cancellation).ConfigureAwait(false);

        // The server holds a repeated offset for three seconds. By then it has received the confirmation.
        var isRepeated = intake.Offset() == _asked;
        if (isRepeated && time.GetElapsedTime(_askedAt) > s_deliveryTime)
        {
            return;
        }

        using var timeout = new CancellationTokenSource(isRepeated ? s_deliveryTime : s_confirmTimeout, time);
        try
        {
            await source.GetAsync(intake.Offset(), 0, _ => false, timeout.Token).ConfigureAwait(false);
        }
        catch (Exception ex) when (ex is OperationCanceledException or RequestException)
        {
            if (!isRepeated)
            {
                LogUnconfirmed();
            }
        }
    }

    private async Task PollUntilRejectedAsync(CancellationToken cancellation)
    {
        var isReached = false;
        for (var failures = 0; ;)
        {
            try
            {
                await WaitForRoomAsync(cancellation).ConfigureAwait(false);
                await RemoveWebhookAsync(cancellation).ConfigureAwait(false);

                // The first poll does not wait, so that the health is known at once.
                var timeout = isReached ? UpdatesClient.LongPollSeconds : 0;
                (_asked, _askedAt) = (intake.Offset(), time.GetTimestamp());
                var updates = await source.GetAsync(_asked, timeout, intake.IsNew, cancellation).ConfigureAwait(false);
                isReached = true;
                telemetry.Health.SetHealthy("by long polling", s_healthyFor);
                if (failures > 0)
                {
                    telemetry.Reconnected();
                    LogReconnected(failures);
                    failures = 0;
                }

                intake.Accept(updates);
                await intake.WaitForProgressAsync(isMoreThere: updates.Count == UpdatesClient.Limit, cancellation).ConfigureAwait(false);
            }
            catch (RequestException ex) when (ex is not InvalidTokenException)
            {
                failures++;
                isReached = false;
                await WaitAsync(ex, failures, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task WaitForRoomAsync(CancellationToken cancellation)
    {
        _signal.Beat();
        var room = intake.WaitForCapacityAsync(cancellation);
        while (!room.IsCompleted)
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await Task.WhenAny(room, Task.Delay(s_roomInterval, time, over.Token)).ConfigureAwait(false);
            await over.CancelAsync().ConfigureAwait(false);
            _signal.Beat();
            if (!room.IsCompleted)
            {
                await ConfirmAsync(cancellation).ConfigureAwait(false);
            }
        }

        await room.ConfigureAwait(false);
    }

    // While nothing is fetched, this confirms the answered updates and shows whether Telegram is reachable.
    private async Task ConfirmAsync(CancellationToken cancellation)
    {
        (_asked, _askedAt) = (intake.Offset(), time.GetTimestamp());
        await source.GetAsync(_asked, 0, _ => false, cancellation).ConfigureAwait(false);
        telemetry.Health.SetHealthy("by long polling; no more updates are fetched until fewer wait", s_healthyFor);
    }

    // Somebody else has set it since the start.
    private async Task RemoveWebhookAsync(CancellationToken cancellation)
    {
        if (!_isWebhookActive)
        {
            return;
        }

        try
        {
            await source.RemoveWebhookAsync(cancellation).ConfigureAwait(false);
        }
        catch (ApiRequestException ex) when (ex is not InvalidTokenException)
        {
            LogWebhookNotRemoved(ex.ErrorCode, ex.Message);
        }

        _isWebhookActive = false;
    }

    private async Task WaitAsync(RequestException ex, int failures, CancellationToken cancellation)
    {
        var wait = Backoff.Delay(failures, random.NextDouble());
        if (ex is not ApiRequestException refusal)
        {
            telemetry.Health.SetDegraded($"Telegram is unreachable (failure {failures}).");
            LogUnreachable(failures, ApiRequestSender.Summary(ex), wait.TotalSeconds);
        }
        else if (refusal.ErrorCode == 409 && refusal.Message.Contains("webhook", StringComparison.OrdinalIgnoreCase))
        {
            _isWebhookActive = true;
            telemetry.Health.SetDegraded("Somebody has set a webhook, so polling gets no updates (409).");
            LogWebhookActive(wait.TotalSeconds, refusal.Message);
        }
        else if (refusal.ErrorCode == 409)
        {
            telemetry.Health.SetDegraded("Another process polls for this bot's updates (409).");
            LogConflict(refusal.Message, wait.TotalSeconds);
        }
        else
        {
            wait = refusal.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : wait;
            if (refusal.ErrorCode == 429)
            {
                telemetry.RateLimited();
            }

            telemetry.Health.SetDegraded($"Telegram rejected the poll ({refusal.ErrorCode}).");
            LogRefused(refusal.ErrorCode, refusal.Message, wait.TotalSeconds);
        }

        _signal.Beat(wait);
        await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
    }

    [LoggerMessage(TelegramEvents.Reconnected, LogLevel.Information, "Telegram is reachable again after {Failures} failure(s).")]
    private partial void LogReconnected(int failures);

    [LoggerMessage(TelegramEvents.PollConflict, LogLevel.Warning, "Another process polls for this bot's updates. Is the bot running twice? Retrying in {Seconds:0.0} s. ({Description})")]
    private partial void LogConflict(string description, double seconds);

    [LoggerMessage(TelegramEvents.WebhookActive, LogLevel.Warning, "Somebody has set a webhook for this bot, so polling gets no updates. It is removed again in {Seconds:0.0} s. Does another program use this bot's token? ({Description})")]
    private partial void LogWebhookActive(double seconds, string description);

    [LoggerMessage(TelegramEvents.WebhookNotRemoved, LogLevel.Warning, "Telegram did not remove the webhook: {Code} {Description} While one is set, polling gets no updates.")]
    private partial void LogWebhookNotRemoved(int code, string description);

    [LoggerMessage(TelegramEvents.PollRejected, LogLevel.Warning, "Telegram rejected the poll: {Code} {Description}. Retrying in {Seconds:0.0} s.")]
    private partial void LogRefused(int code, string description, double seconds);

    [LoggerMessage(TelegramEvents.PollFailed, LogLevel.Warning, "Telegram is unreachable (failure {Failures}): {Error} Retrying in {Seconds:0.0} s.")]
    private partial void LogUnreachable(int failures, string error, double seconds);

    [LoggerMessage(TelegramEvents.OffsetUnconfirmed, LogLevel.Warning, "The last answers could not be confirmed; they may be sent again after the next start.")]
    private partial void LogUnconfirmed();
}
