using Bot.Discord.Configuration;
using Bot.Discord.Logging;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Commands;

/// <summary>Registers the commands, and leaves them alone when they are registered already: new names are counted (Application Commands, Registering a Command).</summary>
internal sealed partial class CommandRegistry(DiscordRestClient rest, DiscordOptions options, ILogger logger)
{
    /// <summary>Registers the commands where they have changed. That Discord refuses them is logged.</summary>
    /// <returns>Whether Discord has them.</returns>
    public async Task<bool> PublishAsync(ulong application, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellation)
    {
        LogLinks(application, application);
        try
        {
            var registered = await rest.GetCommandsAsync(application, cancellation).ConfigureAwait(false);
            if (CommandComparer.AreEquivalent(registered, commands))
            {
                LogCurrent(commands.Count);
                return true;
            }

            await rest.OverwriteCommandsAsync(application, commands, cancellation).ConfigureAwait(false);
            LogRegistered(commands.Count, options.Guild is { } guild ? $"in server {guild}" : "everywhere");
            return true;
        }
        catch (DiscordApiException ex)
        {
            LogRefused(ex.Status, ex.Message);
            return false;
        }
    }

    // Commands need no bot in the server, and the bot no permission (Application Commands, Authorizing Your Application).
    [LoggerMessage(DiscordEvents.InstallLinks, LogLevel.Information, "Add the bot to a server with https://discord.com/oauth2/authorize?client_id={Server}&scope=applications.commands, or to your own account with https://discord.com/oauth2/authorize?client_id={User}&scope=applications.commands&integration_type=1")]
    private partial void LogLinks(ulong server, ulong user);

    [LoggerMessage(DiscordEvents.CommandsRegistered, LogLevel.Information, "Registered {Count} commands on Discord, {Where}.")]
    private partial void LogRegistered(int count, string where);

    [LoggerMessage(DiscordEvents.CommandsUpToDate, LogLevel.Information, "The {Count} commands on Discord are up to date.")]
    private partial void LogCurrent(int count);

    [LoggerMessage(DiscordEvents.CommandsRejected, LogLevel.Error, "Discord did not take the commands: {Code} {Description} Those that are registered stay as they are.")]
    private partial void LogRefused(int code, string description);
}
