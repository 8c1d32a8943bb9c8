using System.Net;
using Bot.Adapters.Monitoring;
using Bot.Adapters.Queueing;
using Bot.Adapters.Resilience;
using Bot.Discord.Net.Logging;
using Bot.Discord.Wire;
using Discord;
using Discord.Net;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Net;

/// <summary>
/// Answers interactions, many at a time and away from the task that reads the gateway, and each once although a resumed session may
/// bring it again.
/// </summary>
/// <param name="respond">Gives the response to an interaction, at once.</param>
/// <param name="time">The clock.</param>
/// <param name="random">Spreads waits; safe for any number of threads.</param>
/// <param name="logger">Takes faults.</param>
/// <param name="vitals">Takes how long it took and what was refused.</param>
internal sealed partial class Responder(Func<Interaction, InteractionResponse> respond, TimeProvider time, Random random, ILogger logger, AdapterTelemetry vitals) : IDisposable
{
    // Without a first response by then the token is void (Receiving and Responding, Responding to an Interaction).
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(1);

    // Each waits for Discord most of the time: so many answer a thousand in a second if that takes 100 ms.
    private const int Workers = 100;
    private const int RememberedIds = 8192;

    // So many they answer in the window.
    private const int Capacity = 3000;

    // Of the usual waits between tries there is no time for more than one or two in the window.
    private const int InteractionDelayDivisor = 4;

    private readonly ExpiringQueue<SocketInteraction> _waiting = new(Capacity, s_window, time);
    private readonly RecentIds<ulong> _seen = new(RememberedIds);
    private readonly long _start = time.GetTimestamp();
    private long _closedFor;
    private int _handled;

    /// <summary>How many are being answered or wait.</summary>
    public int Count => Volatile.Read(ref _handled) + _waiting.Count;

    /// <summary>Takes an interaction, and comes back at once. Discord.Net gives null for a kind that it does not know.</summary>
    public Task TakeAsync(SocketInteraction? interaction)
    {
        if (interaction is not null && IsNew(interaction.Id) && _waiting.Enqueue(interaction) is > 0 and var dropped)
        {
            LogDropped(dropped);
        }

        return Task.CompletedTask;
    }

    /// <summary>Answers until <see cref="Finish"/>, and what was taken before it.</summary>
    public Task RunAsync(CancellationToken cancellation) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(cancellation)));

    /// <summary>Takes nothing more.</summary>
    public void Finish() => _waiting.Complete();

    /// <summary>Gives everything back. Nobody may be at work any more.</summary>
    public void Dispose() => _waiting.Dispose();

    private bool IsNew(ulong id)
    {
        lock (_seen)
        {
            return _seen.Add(id);
        }
    }

    private async Task WorkAsync(CancellationToken cancellation)
    {
        while (await _waiting.DequeueAsync(cancellation).ConfigureAwait(false) is var (interaction, received))
        {
            Interlocked.Increment(ref _handled);
            try
            {
                await AnswerAsync(interaction, respond(InteractionMapping.Map(interaction)), received, cancellation).ConfigureAwait(false);
                vitals.Handled(time.GetElapsedTime(received));
            }
            catch (Exception ex) when (!cancellation.IsCancellationRequested)
            {
                LogFault(ex, interaction.Id);
            }
            finally
            {
                Interlocked.Decrement(ref _handled);
            }
        }
    }

    private async Task AnswerAsync(SocketInteraction interaction, InteractionResponse response, long received, CancellationToken cancellation)
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
                time,
                random,
                cancellation,
                new RetryWindow(received, s_window, InteractionDelayDivisor, Closed)).ConfigureAwait(false);
        }
        catch (RetryWindowClosedException ex)
        {
            vitals.SendRefused();
            LogLate(interaction.Id, ex.Failures);
        }
        catch (HttpException ex) when ((int)ex.HttpCode < 500)
        {
            vitals.SendRefused();
            LogNotTaken(interaction.Id, ex);
        }
    }

    // Discord.Net looks at no clock but the system's, and does not give up in the middle of a request: it is bounded from here.
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
                vitals.RateLimited();
                LogTooMany(limit.Wait.TotalSeconds);
                if (limit.IsGlobal)
                {
                    Volatile.Write(ref _closedFor, (time.GetElapsedTime(_start) + limit.Wait).Ticks);
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
                    LogUnreachable(failures, ex.Message);
                }

                return RetryDecision.BackOff;
        }
    }

    // How long Discord wants no response at all.
    private TimeSpan Closed() => new TimeSpan(Volatile.Read(ref _closedFor)) - time.GetElapsedTime(_start);

    // How much is left of the window, and never nothing: whoever asks has begun to send.
    private TimeSpan Left(long received)
    {
        var left = s_window - time.GetElapsedTime(received);
        return left > s_moment ? left : s_moment;
    }

    private void LogNotTaken(ulong id, HttpException refusal)
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

    [LoggerMessage(DiscordNetEvents.InteractionsDropped, LogLevel.Warning, "Interactions come faster than Discord takes responses: {Count} were dropped, for they could not be answered in time.")]
    private partial void LogDropped(int count);

    [LoggerMessage(DiscordNetEvents.InteractionFailed, LogLevel.Error, "Interaction {Id} met a fault of the bot.")]
    private partial void LogFault(Exception ex, ulong id);

    [LoggerMessage(DiscordNetEvents.ResponseFailed, LogLevel.Warning, "The response to an interaction did not reach Discord (failure {Failures}): {Error}")]
    private partial void LogUnreachable(int failures, string error);

    [LoggerMessage(DiscordNetEvents.InteractionTimedOut, LogLevel.Warning, "Interaction {Id} could not be answered within 3 seconds (failures: {Failures}).")]
    private partial void LogLate(ulong id, int failures);

    [LoggerMessage(DiscordNetEvents.InteractionExpired, LogLevel.Information, "Discord waits no longer for the response to interaction {Id}.")]
    private partial void LogExpired(ulong id);

    [LoggerMessage(DiscordNetEvents.InteractionAlreadyAnswered, LogLevel.Information, "Interaction {Id} was answered before.")]
    private partial void LogAnswered(ulong id);

    [LoggerMessage(DiscordNetEvents.ResponseRejected, LogLevel.Error, "Discord refused the response to interaction {Id}: {Code} {Description}")]
    private partial void LogRefused(ulong id, int code, string description);

    [LoggerMessage(DiscordNetEvents.RateLimited, LogLevel.Information, "Discord asks to wait before the response to an interaction: {Seconds} s.")]
    private partial void LogTooMany(double seconds);
}
