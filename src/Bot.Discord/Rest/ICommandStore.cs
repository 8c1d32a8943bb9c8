using Bot.Discord.Wire;

namespace Bot.Discord.Rest;

/// <summary>What Discord keeps of the app.</summary>
public interface ICommandStore
{
    /// <summary>The app itself.</summary>
    /// <exception cref="DiscordApiException">Discord refused.</exception>
    Task<CurrentApplication> GetApplicationAsync(CancellationToken cancellation);

    /// <summary>The commands that are registered, with all translations.</summary>
    /// <exception cref="DiscordApiException">Discord refused.</exception>
    Task<IReadOnlyList<ApplicationCommand>> GetCommandsAsync(ulong application, CancellationToken cancellation);

    /// <summary>Registers commands in place of all that are registered.</summary>
    /// <exception cref="DiscordApiException">Discord refused.</exception>
    Task OverwriteCommandsAsync(ulong application, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellation);
}
