using Bot.Discord.Commands;
using Bot.Discord.Rest;
using Bot.Discord.Wire;

namespace Bot.Discord.Transport;

/// <summary>A connection to Discord that receives interactions and sends responses.</summary>
public interface IDiscordClient : IDisposable
{
    /// <summary>
    /// Registers the commands whenever they have changed, and answers interactions until it is cancelled. It ends earlier only when Discord
    /// rejects the settings for good, which is logged with the fix.
    /// </summary>
    /// <param name="commands">The bot's commands.</param>
    /// <param name="respond">Creates the response to an interaction, at once. Safe for any number of threads.</param>
    /// <param name="waitForSearch">Waits until questions can be answered. Before that no interaction is accepted, and the client is not healthy.</param>
    /// <param name="cancellation">Stops the client once the received interactions are answered.</param>
    /// <exception cref="DiscordApiException">Discord rejected the first request; the adapter logs the fix.</exception>
    Task RunAsync(OfferedCommands commands, Func<Interaction, CancellationToken, ValueTask<InteractionResponse>> respond, Func<CancellationToken, Task> waitForSearch, CancellationToken cancellation);
}
