using Bot.Discord.Rest;
using Bot.Discord.Wire;

namespace Bot.Discord.Transport;

/// <summary>A way to Discord: interactions in, responses out.</summary>
public interface IDiscordClient : IDisposable
{
    /// <summary>
    /// Registers the commands where they have changed, and answers interactions until it is cancelled. It ends earlier only when Discord
    /// will never take the settings, which is logged with what to do about it.
    /// </summary>
    /// <param name="commands">The bot's commands.</param>
    /// <param name="respond">Gives the response to an interaction, at once. Safe for any number of threads.</param>
    /// <param name="waitForSearch">Waits until questions can be answered: no interaction is taken before, nor is the client healthy.</param>
    /// <param name="cancellation">Ends it, once what was taken is answered.</param>
    /// <exception cref="DiscordApiException">Discord refused what it begins with; the adapter logs what to do about it.</exception>
    Task RunAsync(IReadOnlyList<ApplicationCommand> commands, Func<Interaction, CancellationToken, ValueTask<InteractionResponse>> respond, Func<CancellationToken, Task> waitForSearch, CancellationToken cancellation);
}
