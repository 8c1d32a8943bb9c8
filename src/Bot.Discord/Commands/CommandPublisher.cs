using Bot.Discord.Logging;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Commands;

/// <summary>Registers the commands if they have changed, because Discord limits how many new names may be registered (Application Commands, Registering a Command).</summary>
/// <param name="store">The app's data and commands at Discord.</param>
/// <param name="guild">The id of the server to register in; null: everywhere.</param>
/// <param name="logger">The logger.</param>
public sealed partial class CommandPublisher(ICommandStore store, ulong? guild, ILogger logger)
{
    private readonly ILogger _logger = logger;
    private bool _hasLinked;

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

        try
        {
            var registered = await store.GetCommandsAsync(application, cancellation).ConfigureAwait(false);
            if (CommandComparer.AreEquivalent(registered, commands))
            {
                LogCurrent(commands.Count);
                return true;
            }

            await store.OverwriteCommandsAsync(application, commands, cancellation).ConfigureAwait(false);
            LogRegistered(commands.Count, guild is { } id ? $"in server {id}" : "everywhere");
            return true;
        }
        catch (DiscordApiException ex)
        {
            LogRejected(ex.Status, ex.Message);
            return false;
        }
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
}
