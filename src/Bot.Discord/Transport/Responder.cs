using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Adapters.Queueing;
using Bot.Discord.Logging;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Transport;

/// <summary>Answers the interactions that the gateway brings, many at a time, and each once although a resumed session may bring it again.</summary>
/// <param name="rest">Sends the responses.</param>
/// <param name="respond">Gives the response to an interaction, at once.</param>
/// <param name="time">The clock.</param>
/// <param name="limits">How many responses may be on their way.</param>
/// <param name="logger">Takes faults.</param>
/// <param name="vitals">Takes how long it took.</param>
internal sealed partial class Responder(DiscordRestClient rest, Func<Interaction, InteractionResponse> respond, TimeProvider time, AdmissionControl limits, ILogger logger, AdapterTelemetry vitals) : IDisposable
{
    // Each waits for Discord most of the time: so many answer a thousand in a second if that takes 100 ms.
    private const int Workers = 100;
    private const int RememberedIds = 8192;

    // So many they answer in the time in which a response is worth anything (Receiving and Responding, Responding to an Interaction).
    private const int Capacity = 3000;
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(3);

    private readonly ExpiringQueue<Interaction> _waiting = new(Capacity, s_window, time);
    private readonly RecentIds<ulong> _seen = new(RememberedIds);
    private int _handled;

    /// <summary>How many are being answered or wait.</summary>
    public int Count => Volatile.Read(ref _handled) + _waiting.Count;

    /// <summary>Takes an interaction, and comes back at once.</summary>
    public void Take(Interaction interaction)
    {
        lock (_seen)
        {
            if (!_seen.Add(interaction.Id))
            {
                return;
            }
        }

        if (_waiting.Enqueue(interaction) is > 0 and var dropped)
        {
            LogDropped(dropped);
        }
    }

    /// <summary>How many interactions wait.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Answers until <see cref="Finish"/>, and what was taken before it.</summary>
    public Task RunAsync(CancellationToken cancellation) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(cancellation)));

    /// <summary>Takes nothing more.</summary>
    public void Finish() => _waiting.Complete();

    /// <summary>Gives everything back. Nobody may be at work any more.</summary>
    public void Dispose() => _waiting.Dispose();

    private async Task WorkAsync(CancellationToken cancellation)
    {
        while (await _waiting.DequeueAsync(cancellation).ConfigureAwait(false) is var (interaction, received))
        {
            Interlocked.Increment(ref _handled);
            try
            {
                using var slot = await limits.EnterAsync(cancellation).ConfigureAwait(false);
                await rest.RespondAsync(interaction, respond(interaction), received, cancellation).ConfigureAwait(false);
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

    [LoggerMessage(DiscordEvents.InteractionsDropped, LogLevel.Warning, "Interactions come faster than Discord takes responses: {Count} were dropped, for they could not be answered in time.")]
    private partial void LogDropped(int count);

    [LoggerMessage(DiscordEvents.InteractionFailed, LogLevel.Error, "Interaction {Id} met a fault of the bot.")]
    private partial void LogFault(Exception ex, ulong id);
}
