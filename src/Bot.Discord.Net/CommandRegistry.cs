using Bot.Discord.Commands;
using Bot.Discord.Net.Logging;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Discord.Rest;
using Microsoft.Extensions.Logging;
using Library = Discord;

namespace Bot.Discord.Net;

/// <summary>Registers the commands, and leaves them alone when they are registered already: new names are counted (Application Commands, Registering a Command).</summary>
/// <param name="rest">Discord's HTTP API, once a session has begun.</param>
/// <param name="guild">The one server to register in; null: everywhere.</param>
/// <param name="requests">Makes the requests.</param>
/// <param name="logger">Takes what was done.</param>
internal sealed partial class CommandRegistry(DiscordRestClient rest, ulong? guild, LibraryRequests requests, ILogger logger)
{
    /// <summary>Registers the commands where they have changed, and looks whether interactions come here at all. That Discord refuses is logged.</summary>
    public async Task PublishAsync(IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellation)
    {
        try
        {
            var registered = await requests.MakeAsync("GET commands", async o => await RegisteredAsync(o).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            if (CommandComparer.AreEquivalent([.. registered.Select(CommandMapping.ToCommand)], commands))
            {
                LogCurrent(commands.Count);
            }
            else
            {
                var properties = commands.Select(CommandMapping.ToProperties).ToArray();
                await requests.MakeAsync("PUT commands", async o => await OverwriteAsync(properties, o).ConfigureAwait(false), cancellation).ConfigureAwait(false);
                LogRegistered(commands.Count, guild is { } id ? $"in server {id}" : "everywhere");
            }
        }
        catch (DiscordApiException ex)
        {
            LogRefused(ex.Status, ex.Message);
        }

        await LookAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<IEnumerable<RestApplicationCommand>> RegisteredAsync(Library.RequestOptions options) => guild is { } id
        ? await rest.GetGuildApplicationCommands(id, withLocalizations: true, options: options).ConfigureAwait(false)
        : await rest.GetGlobalApplicationCommands(withLocalizations: true, options: options).ConfigureAwait(false);

    private async Task<IEnumerable<RestApplicationCommand>> OverwriteAsync(Library.ApplicationCommandProperties[] commands, Library.RequestOptions options) => guild is { } id
        ? await rest.BulkOverwriteGuildCommands(commands, id, options).ConfigureAwait(false)
        : await rest.BulkOverwriteGlobalCommands(commands, options).ConfigureAwait(false);

    // With an endpoint in the developer portal nothing comes over the gateway (Interactions Overview, Receiving and Responding).
    private async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            var application = await requests.MakeAsync("GET applications/@me", rest.GetCurrentBotInfoAsync, cancellation).ConfigureAwait(false);
            LogLinks(application.Id, application.Id);
            if (application.InteractionsEndpointUrl is { Length: > 0 } url)
            {
                LogEndpointConfigured(url);
            }
        }
        catch (DiscordApiException ex)
        {
            LogNoApplication(ex.Status, ex.Message);
        }
    }

    [LoggerMessage(DiscordNetEvents.CommandsRegistered, LogLevel.Information, "Registered {Count} commands on Discord, {Where}.")]
    private partial void LogRegistered(int count, string where);

    [LoggerMessage(DiscordNetEvents.CommandsUpToDate, LogLevel.Information, "The {Count} commands on Discord are up to date.")]
    private partial void LogCurrent(int count);

    [LoggerMessage(DiscordNetEvents.CommandsRejected, LogLevel.Error, "Discord did not take the commands: {Code} {Description} Those that are registered stay as they are.")]
    private partial void LogRefused(int code, string description);

    // Commands need no bot in the server, and the bot no permission (Application Commands, Authorizing Your Application).
    [LoggerMessage(DiscordNetEvents.InstallLinks, LogLevel.Information, "Add the bot to a server with https://discord.com/oauth2/authorize?client_id={Server}&scope=applications.commands, or to your own account with https://discord.com/oauth2/authorize?client_id={User}&scope=applications.commands&integration_type=1")]
    private partial void LogLinks(ulong server, ulong user);

    [LoggerMessage(DiscordNetEvents.InteractionsSentElsewhere, LogLevel.Error, "Discord sends this app's interactions to {Url} and none to this bot. Remove the Interactions Endpoint URL in the developer portal (General Information), or leave Discord:Client out and set Discord:Mode to Http.")]
    private partial void LogEndpointConfigured(string url);

    [LoggerMessage(DiscordNetEvents.ApplicationUnavailable, LogLevel.Debug, "Discord gives no data on the app: {Code} {Description}")]
    private partial void LogNoApplication(int code, string description);
}
