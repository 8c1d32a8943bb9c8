using System.Net;
using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Adapters.Resilience;
using Bot.Discord.Net.Logging;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Discord;
using Discord.Net;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Net;

/// <summary>Responds to interactions, and retries as long as Discord waits.</summary>
/// <param name="respond">Creates the response to an interaction.</param>
/// <param name="services">The clock, the source of jitter, and the telemetry.</param>
/// <param name="logger">The logger for failures.</param>
internal sealed partial class InteractionResponder(Func<Interaction, CancellationToken, ValueTask<InteractionResponse>> respond, AdapterServices services, ILogger logger)
{
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(1);

    private readonly ILogger _logger = logger;
    private readonly TimeProvider _time = services.Time;
    private readonly AdapterTelemetry _telemetry = services.Telemetry;
    private readonly long _start = services.Time.GetTimestamp();
    private long _closedFor;

    /// <summary>Responds to an interaction.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="received">The timestamp of the clock when it was received.</param>
    /// <param name="cancellation">Cancels the response.</param>
    public async Task RespondAsync(SocketInteraction interaction, long received, CancellationToken cancellation)
    {
        var response = await respond(InteractionMapping.Map(interaction), cancellation).ConfigureAwait(false);
        await SendAsync(interaction, response, received, cancellation).ConfigureAwait(false);
    }

    private async Task SendAsync(SocketInteraction interaction, InteractionResponse response, long received, CancellationToken cancellation)
    {
        var isOver = false;
        try
        {
            await Retry.RunAsync(
                async attempt =>
                {
                    using var window = new CancellationTokenSource(Left(received));
                    try
                    {
                        await SendAsync(interaction, response, received, window.Token, attempt).ConfigureAwait(false);
                    }
                    finally
                    {
                        isOver = window.IsCancellationRequested;
                    }
                },
                (ex, failures) => Decide(ex, failures, isOver, cancellation),
                _time,
                services.Random,
                cancellation,
                new RetryWindow(received, RetryLimits.ResponseWindow, RetryLimits.ResponseDelayDivisor, Closed)).ConfigureAwait(false);
        }
        catch (RetryWindowClosedException ex)
        {
            _telemetry.SendRefused();
            LogResponseExpired(interaction.Id, ex.Failures);
        }
        catch (HttpException ex) when ((int)ex.HttpCode < 500)
        {
            _telemetry.SendRefused();
            LogRejected(interaction.Id, ex);
        }
    }

    // Discord.Net only uses the system's clock and does not give up in the middle of a request, so the time limit is set here.
    private async Task SendAsync(SocketInteraction interaction, InteractionResponse response, long received, CancellationToken window, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(window, cancellation);
        var options = LibraryRequests.Options((int)Left(received).TotalMilliseconds + 1, either.Token);
        await ResponseMapping.SendAsync(interaction, response, options).WaitAsync(either.Token).ConfigureAwait(false);
    }

    private RetryDecision Decide(Exception ex, int failures, bool isOver, CancellationToken cancellation)
    {
        switch (ex)
        {
            case RateLimitedException limit:
                _telemetry.RateLimited();
                LogRateLimited(limit.Wait.TotalSeconds);
                if (limit.IsGlobal)
                {
                    Volatile.Write(ref _closedFor, (_time.GetElapsedTime(_start) + limit.Wait).Ticks);
                }

                return RetryDecision.After(limit.Wait);
            case HttpException refusal when (int)refusal.HttpCode < 500:
                return RetryDecision.Fail;
            default:
                if (!LibraryRequests.IsTransient(ex) || cancellation.IsCancellationRequested)
                {
                    return RetryDecision.Fail;
                }

                if (!isOver)
                {
                    LogUnreachable(failures, ErrorSummary.Of(ex));
                }

                return RetryDecision.BackOff;
        }
    }

    // How much longer Discord accepts no response at all.
    private TimeSpan Closed() => new TimeSpan(Volatile.Read(ref _closedFor)) - _time.GetElapsedTime(_start);

    // The rest of the window, at least a minimum: a response that has been started is still sent.
    private TimeSpan Left(long received)
    {
        var left = RetryLimits.ResponseWindow - _time.GetElapsedTime(received);
        return left > s_moment ? left : s_moment;
    }

    private void LogRejected(ulong id, HttpException refusal)
    {
        if (refusal.HttpCode == HttpStatusCode.NotFound)
        {
            LogExpired(id);
        }
        else if (refusal.DiscordCode == DiscordErrorCode.InteractionHasAlreadyBeenAcknowledged)
        {
            LogAnswered(id);
        }
        else
        {
            LogRefused(id, (int)refusal.HttpCode, refusal.Message);
        }
    }

    [LoggerMessage(DiscordNetEvents.ResponseFailed, LogLevel.Warning, "The response to an interaction did not reach Discord (failure {Failures}): {Error}")]
    private partial void LogUnreachable(int failures, string error);

    [LoggerMessage(DiscordNetEvents.InteractionTimedOut, LogLevel.Warning, "Interaction {Id} was not answered within 3 seconds (failures: {Failures}).")]
    private partial void LogResponseExpired(ulong id, int failures);

    [LoggerMessage(DiscordNetEvents.InteractionExpired, LogLevel.Information, "Discord no longer waits for the response to interaction {Id}.")]
    private partial void LogExpired(ulong id);

    [LoggerMessage(DiscordNetEvents.InteractionAlreadyAnswered, LogLevel.Information, "Interaction {Id} is already answered.")]
    private partial void LogAnswered(ulong id);

    [LoggerMessage(DiscordNetEvents.ResponseRejected, LogLevel.Error, "Discord rejected the response to interaction {Id}: {Code} {Description}")]
    private partial void LogRefused(ulong id, int code, string description);

    [LoggerMessage(DiscordNetEvents.RateLimited, LogLevel.Information, "Discord asks to wait before the response to an interaction: {Seconds} s.")]
    private partial void LogRateLimited(double seconds);
}
