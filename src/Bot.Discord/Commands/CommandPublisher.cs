using Bot.Adapters.State;
using Bot.Discord.Logging;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Commands;

/// <summary>
/// Registers the commands if they have changed, because Discord limits how many new names may be registered (Application Commands, Registering a
/// Command). They are registered everywhere or in one server; what an earlier start registered elsewhere is removed, because users would see it as well.
/// </summary>
/// <param name="store">The app's data and commands at Discord.</param>
/// <param name="guild">The id of the server to register in; null: everywhere.</param>
/// <param name="folder">The folder that remembers the servers of earlier starts; null: none.</param>
/// <param name="logger">The logger.</param>
public sealed partial class CommandPublisher(ICommandStore store, ulong? guild, StateFolder? folder, ILogger logger)
{
    private readonly ILogger _logger = logger;
    private bool _hasLinked;
    private bool _areOthersRemoved;

    /// <summary>Registers the commands of an app if they have changed. A rejection is logged.</summary>
    /// <param name="application">The app's id.</param>
    /// <param name="commands">The commands.</param>
    /// <param name="cancellation">Cancels the registration.</param>
    /// <returns>Whether Discord has the commands.</returns>
    public async Task<bool> PublishAsync(ulong application, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commands);
        if (!_hasLinked)
        {
            _hasLinked = true;
            LogLinks(application, application);
        }

        var guilds = new RegisteredGuilds(folder, application, _logger);
        try
        {
            if (guild is { } id)
            {
                guilds.Add(id);
            }

            await RegisterAsync(application, commands, cancellation).ConfigureAwait(false);
        }
        catch (DiscordApiException ex)
        {
            LogRejected(ex.Status, ex.Message);
            return false;
        }

        if (!_areOthersRemoved)
        {
            await RemoveOthersAsync(application, guilds, cancellation).ConfigureAwait(false);
            _areOthersRemoved = true;
        }

        return true;
    }

    /// <summary>Gets the app; null when Discord does not return it, which is logged.</summary>
    /// <exception cref="DiscordApiException">Discord does not know the token.</exception>
    public async Task<CurrentApplication?> GetApplicationAsync(CancellationToken cancellation)
    {
        try
        {
            return await store.GetApplicationAsync(cancellation).ConfigureAwait(false);
        }
        catch (DiscordApiException ex) when (!ex.IsBadToken)
        {
            LogNoApplication(ex.Status, ex.Message);
            return null;
        }
    }

    /// <summary>
    /// Checks an app whose interactions are expected over the gateway, and returns the problem; null: none. If the developer portal has an
    /// endpoint, the gateway gets no interactions (Interactions Overview, Receiving and Responding), which is logged.
    /// </summary>
    public string? CheckEndpoint(CurrentApplication application)
    {
        ArgumentNullException.ThrowIfNull(application);
        if (application.InteractionsEndpointUrl is not { Length: > 0 } url)
        {
            return null;
        }

        LogEndpointConfigured(url);
        return "Discord sends the interactions to the Interactions Endpoint URL of the developer portal, not to this bot.";
    }

    private async Task RegisterAsync(ulong application, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellation)
    {
        var registered = await store.GetCommandsAsync(application, guild, cancellation).ConfigureAwait(false);
        if (registered is null)
        {
            LogUnknown(Where(guild));
        }
        else if (CommandComparer.AreEquivalent(registered, commands))
        {
            LogCurrent(commands.Count);
            return;
        }

        await store.OverwriteCommandsAsync(application, guild, commands, cancellation).ConfigureAwait(false);
        LogRegistered(commands.Count, Where(guild));
    }

    // Beside commands of one server, those that are registered everywhere; and those of servers that were set earlier.
    private async Task RemoveOthersAsync(ulong application, RegisteredGuilds guilds, CancellationToken cancellation)
    {
        if (guild is not null)
        {
            await RemoveAsync(application, null, cancellation).ConfigureAwait(false);
        }

        foreach (var other in guilds.Load().Where(g => g != guild))
        {
            if (await RemoveAsync(application, other, cancellation).ConfigureAwait(false))
            {
                guilds.Remove(other);
            }
        }
    }

    private async Task<bool> RemoveAsync(ulong application, ulong? scope, CancellationToken cancellation)
    {
        try
        {
            if (await store.GetCommandsAsync(application, scope, cancellation).ConfigureAwait(false) is not { Count: 0 })
            {
                await store.OverwriteCommandsAsync(application, scope, [], cancellation).ConfigureAwait(false);
                LogRemoved(Where(scope), Where(guild));
            }

            return true;
        }
        catch (DiscordApiException ex)
        {
            LogNotRemoved(Where(scope), ex.Status, ex.Message);
            return false;
        }
    }

    private static string Where(ulong? scope) => scope is { } id ? $"in server {id}" : "everywhere";

    // The bot need not be a member of the server or have any permission there (Application Commands, Authorizing Your Application).
    [LoggerMessage(DiscordEvents.InstallLinks, LogLevel.Information, "Add the bot to a server with https://discord.com/oauth2/authorize?client_id={Server}&scope=applications.commands, or to your own account with https://discord.com/oauth2/authorize?client_id={User}&scope=applications.commands&integration_type=1")]
    private partial void LogLinks(ulong server, ulong user);

    [LoggerMessage(DiscordEvents.CommandsRegistered, LogLevel.Information, "Registered {Count} commands on Discord, {Where}.")]
    private partial void LogRegistered(int count, string where);

    [LoggerMessage(DiscordEvents.CommandsUpToDate, LogLevel.Information, "The {Count} commands on Discord are up to date.")]
    private partial void LogCurrent(int count);

    [LoggerMessage(DiscordEvents.CommandsRejected, LogLevel.Error, "Discord rejected the commands: {Code} {Description} The registered ones stay unchanged.")]
    private partial void LogRejected(int code, string description);

    [LoggerMessage(DiscordEvents.InteractionsSentElsewhere, LogLevel.Error, "Discord sends this app's interactions to {Url}, not to this bot. Remove the Interactions Endpoint URL in the developer portal (General Information), or leave Discord:Client out and set Discord:Mode to Http.")]
    private partial void LogEndpointConfigured(string url);

    [LoggerMessage(DiscordEvents.ApplicationUnavailable, LogLevel.Warning, "Discord returns no data on the app: {Code} {Description} The commands are registered once it does.")]
    private partial void LogNoApplication(int code, string description);

    [LoggerMessage(DiscordEvents.CommandsUnknown, LogLevel.Warning, "Discord does not return the commands that are registered {Where} (404). They are registered again.")]
    private partial void LogUnknown(string where);

    [LoggerMessage(DiscordEvents.OtherCommandsRemoved, LogLevel.Information, "Removed the commands that were registered {Where}: they are now registered {Now}, and users would see both.")]
    private partial void LogRemoved(string where, string now);

    [LoggerMessage(DiscordEvents.OtherCommandsKept, LogLevel.Warning, "Discord did not remove the commands that were registered {Where}: {Code} {Description} Users there see every command twice.")]
    private partial void LogNotRemoved(string where, int code, string description);
}
