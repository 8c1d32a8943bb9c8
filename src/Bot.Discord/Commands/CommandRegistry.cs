using System.Text.Json;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Commands;

/// <summary>Registers the commands, and leaves them alone when they are registered already: new names are counted (Application Commands, Registering a Command).</summary>
internal sealed partial class CommandRegistry(RestApi rest, DiscordOptions options, ILogger logger)
{
    /// <summary>Registers the commands where they have changed. That Discord refuses them is logged.</summary>
    public async Task PublishAsync(ulong application, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellation)
    {
        LogLinks(application, application);
        try
        {
            var registered = await rest.GetCommandsAsync(application, cancellation).ConfigureAwait(false);
            if (Canonical(registered) == Canonical(commands))
            {
                LogCurrent(commands.Count);
                return;
            }

            await rest.OverwriteCommandsAsync(application, commands, cancellation).ConfigureAwait(false);
            LogRegistered(commands.Count, options.Guild is { } guild ? $"in server {guild}" : "everywhere");
        }
        catch (RefusedException refusal)
        {
            LogRefused(refusal.Status, refusal.Message);
        }
    }

    // What means the same is the same: Discord gives commands in its own order, fills in what was left out, and passes over
    // translations that say no more than the default.
    private static string Canonical(IReadOnlyList<ApplicationCommand> commands) =>
        JsonSerializer.Serialize(
            [
                .. commands.OrderBy(c => c.Type).ThenBy(c => c.Name, StringComparer.Ordinal).Select(c => c with
                {
                    NameLocalizations = Canonical(c.Name, c.NameLocalizations),
                    DescriptionLocalizations = Canonical(c.Description, c.DescriptionLocalizations),
                    Options =
                    [
                        .. (c.Options ?? []).Select(o => o with
                        {
                            NameLocalizations = Canonical(o.Name, o.NameLocalizations),
                            DescriptionLocalizations = Canonical(o.Description, o.DescriptionLocalizations),
                        }),
                    ],
                    IntegrationTypes = c.IntegrationTypes is null ? null : [.. c.IntegrationTypes.Order()],
                    Contexts = c.Contexts is null ? null : [.. c.Contexts.Order()],
                }),
            ],
            WireJson.Default.IReadOnlyListApplicationCommand);

    private static SortedDictionary<string, string>? Canonical(string text, IReadOnlyDictionary<string, string>? localized)
    {
        var others = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (locale, translation) in localized ?? new Dictionary<string, string>())
        {
            if (translation != text)
            {
                others[locale] = translation;
            }
        }

        return others.Count > 0 ? others : null;
    }

    // Commands need no bot in the server, and the bot no permission (Application Commands, Authorizing Your Application).
    [LoggerMessage(113, LogLevel.Information, "Add the bot to a server with https://discord.com/oauth2/authorize?client_id={Server}&scope=applications.commands, or to your own account with https://discord.com/oauth2/authorize?client_id={User}&scope=applications.commands&integration_type=1")]
    private partial void LogLinks(ulong server, ulong user);

    [LoggerMessage(110, LogLevel.Information, "Registered {Count} commands on Discord, {Where}.")]
    private partial void LogRegistered(int count, string where);

    [LoggerMessage(111, LogLevel.Information, "The {Count} commands on Discord are up to date.")]
    private partial void LogCurrent(int count);

    [LoggerMessage(112, LogLevel.Error, "Discord did not take the commands: {Code} {Description} Those that are registered stay as they are.")]
    private partial void LogRefused(int code, string description);
}
