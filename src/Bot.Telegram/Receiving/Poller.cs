using Bot.Adapters.Monitoring;
using Bot.Adapters.Resilience;
using Bot.Telegram.Api;
using Bot.Telegram.Logging;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Exceptions;

namespace Bot.Telegram.Receiving;

/// <summary>Long polling, for as long as it takes: what fails is tried again, ever more slowly.</summary>
internal sealed partial class Poller(UpdatesClient source, UpdateTracker intake, TimeProvider time, Random random, ILogger logger, AdapterTelemetry telemetry)
{
    private static readonly TimeSpan s_confirmTimeout = TimeSpan.FromSeconds(3);

    // A request that has been on its way for so long has arrived.
    private static readonly TimeSpan s_deliveryTime = TimeSpan.FromSeconds(0.5);

    // A poll that has nothing comes back after the server's longest wait, and the next begins at once.
    private static readonly TimeSpan s_healthyFor = TimeSpan.FromMinutes(1);

    // A full queue may have to wait for Telegram's limits, for as long as they last.
    private static readonly TimeSpan s_roomInterval = TimeSpan.FromSeconds(30);

    private readonly LivenessSignal _signal = telemetry.AddLoop("poll", LivenessBounds.TelegramPoll);
    private int _asked;
    private long _askedAt;

    /// <summary>Receives until it is cancelled.</summary>
    /// <exception cref="ApiRequestException">Telegram will never give updates to this token.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        _ = cancellation.Register(_signal.Stop);
        try
        {
            await PollUntilRejectedAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            // The next run adds a signal of its own.
            _signal.Stop();
        }
    }

    /// <summary>
    /// Waits for what is being handled, and confirms what was: a bot that is stopped and started again does not answer twice.
    /// </summary>
    /// <param name="cancellation">Ends the wait for answers; what is left comes again at the next start.</param>
    public async Task StopAsync(CancellationToken cancellation)
    {
        await intake.FinishAsync(cancellation).ConfigureAwait(false);

        // The server holds a repeated offset for three seconds; it has heard it when it holds it.
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

                // Whether Telegram is reached is told at once, and not after its long wait.
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
            catch (RequestException ex) when (ex is not ApiRequestException refusal || !ApiRequestSender.IsInvalidToken(refusal))
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

    // While nothing is taken, this confirms what was answered meanwhile, and shows whether Telegram is reached.
    private async Task ConfirmAsync(CancellationToken cancellation)
    {
        (_asked, _askedAt) = (intake.Offset(), time.GetTimestamp());
        await source.GetAsync(_asked, 0, _ => false, cancellation).ConfigureAwait(false);
        telemetry.Health.SetHealthy("by long polling; no more updates are taken until fewer wait", s_healthyFor);
    }

    private async Task WaitAsync(RequestException ex, int failures, CancellationToken cancellation)
    {
        var wait = Backoff.Delay(failures, random.NextDouble());
        if (ex is not ApiRequestException refusal)
        {
            telemetry.Health.SetDegraded($"Telegram cannot be reached (failure {failures}).");
            LogUnreachable(failures, ApiRequestSender.Summary(ex), wait.TotalSeconds);
        }
        else if (refusal.ErrorCode == 409)
        {
            telemetry.Health.SetDegraded("Somebody else asks Telegram for this bot's updates (409).");
            LogConflict(refusal.Message, wait.TotalSeconds);
        }
        else
        {
            wait = refusal.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : wait;
            if (refusal.ErrorCode == 429)
            {
                telemetry.RateLimited();
            }

            telemetry.Health.SetDegraded($"Telegram gave no updates ({refusal.ErrorCode}).");
            LogRefused(refusal.ErrorCode, refusal.Message, wait.TotalSeconds);
        }

        _signal.Beat(wait);
        await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
    }

    [LoggerMessage(TelegramEvents.Reconnected, LogLevel.Information, "Telegram is reached again after {Failures} failure(s).")]
    private partial void LogReconnected(int failures);

    [LoggerMessage(TelegramEvents.PollConflict, LogLevel.Warning, "Somebody else asks Telegram for this bot's updates; is it running twice? Trying again in {Seconds:0.0} s. ({Description})")]
    private partial void LogConflict(string description, double seconds);

    [LoggerMessage(TelegramEvents.PollRejected, LogLevel.Warning, "Telegram gave no updates: {Code} {Description}. Trying again in {Seconds:0.0} s.")]
    private partial void LogRefused(int code, string description, double seconds);

    [LoggerMessage(TelegramEvents.PollFailed, LogLevel.Warning, "Telegram cannot be reached (failure {Failures}): {Error} Trying again in {Seconds:0.0} s.")]
    private partial void LogUnreachable(int failures, string error, double seconds);

    [LoggerMessage(TelegramEvents.OffsetUnconfirmed, LogLevel.Warning, "The last answers could not be confirmed; they may be given again at the next start.")]
    private partial void LogUnconfirmed();
}
