using System.Threading.Channels;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Bot.Platform;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>Answers the interactions that the gateway brings, many at a time, and each once although a resumed session may bring it again.</summary>
/// <param name="rest">Sends the responses.</param>
/// <param name="respond">Gives the response to an interaction, at once.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Takes faults.</param>
internal sealed partial class Responder(RestApi rest, Func<Interaction, InteractionResponse> respond, TimeProvider time, ILogger logger)
{
    // Each waits for Discord most of the time: so many answer a thousand in a second if that takes 100 ms.
    private const int Workers = 100;
    private const int RememberedIds = 8192;

    private readonly Channel<(Interaction Interaction, long Received)> _waiting = Channel.CreateUnbounded<(Interaction, long)>();
    private readonly SeenIds<ulong> _seen = new(RememberedIds);

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

        _waiting.Writer.TryWrite((interaction, time.GetTimestamp()));
    }

    /// <summary>Answers until <see cref="Finish"/>, and what was taken before it.</summary>
    public Task RunAsync(CancellationToken cancellation) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(cancellation)));

    /// <summary>Takes nothing more.</summary>
    public void Finish() => _waiting.Writer.TryComplete();

    private async Task WorkAsync(CancellationToken cancellation)
    {
        await foreach (var (interaction, received) in _waiting.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
        {
            try
            {
                await rest.RespondAsync(interaction, respond(interaction), received, cancellation).ConfigureAwait(false);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                LogFault(fault, interaction.Id);
            }
        }
    }

    [LoggerMessage(85, LogLevel.Error, "Interaction {Id} met a fault of the bot.")]
    private partial void LogFault(Exception fault, ulong id);
}
