using Bot.Discord.Wire;

namespace Bot.Discord.Rest;

/// <summary>The app's data and commands at Discord.</summary>
public interface ICommandStore
{
    /// <summary>Gets the app.</summary>
    /// <exception cref="DiscordApiException">Discord rejected the request.</exception>
    Task<CurrentApplication> GetApplicationAsync(CancellationToken cancellation);

    /// <summary>Gets the commands that are registered in a scope, with all translations.</summary>
    /// <param name="application">The app's id.</param>
    /// <param name="guild">The id of the server; null: those that are registered everywhere.</param>
    /// <param name="cancellation">Cancels the request.</param>
    /// <returns>The commands; null when Discord does not return them (404).</returns>
    /// <exception cref="DiscordApiException">Discord rejected the request.</exception>
    Task<IReadOnlyList<ApplicationCommand>?> GetCommandsAsync(ulong application, ulong? guild, CancellationToken cancellation);

    /// <summary>Registers commands in a scope and replaces all that are registered there.</summary>
    /// <param name="application">The app's id.</param>
    /// <param name="guild">The id of the server; null: everywhere.</param>
    /// <param name="commands">The commands.</param>
    /// <param name="cancellation">Cancels the request.</param>
    /// <exception cref="DiscordApiException">Discord rejected the request.</exception>
    Task OverwriteCommandsAsync(ulong application, ulong? guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellation);
}
