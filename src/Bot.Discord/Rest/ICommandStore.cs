using Bot.Discord.Wire;

namespace Bot.Discord.Rest;

/// <summary>The app's data and commands at Discord.</summary>
public interface ICommandStore
{
    /// <summary>Gets the app.</summary>
    /// <exception cref="DiscordApiException">Discord rejected the request.</exception>
    Task<CurrentApplication> GetApplicationAsync(CancellationToken cancellation);

    /// <summary>Gets the registered commands, with all translations.</summary>
    /// <exception cref="DiscordApiException">Discord rejected the request.</exception>
    Task<IReadOnlyList<ApplicationCommand>> GetCommandsAsync(ulong application, CancellationToken cancellation);

    /// <summary>Registers commands and replaces all that are registered.</summary>
    /// <exception cref="DiscordApiException">Discord rejected the request.</exception>
    Task OverwriteCommandsAsync(ulong application, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellation);
}
