using System.Net;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Discord.Net;
using Discord.Rest;
using Library = Discord;

namespace Bot.Discord.Net;

/// <summary>The app's data and commands at Discord, accessed through Discord.Net.</summary>
/// <param name="rest">Discord's HTTP API, usable once a session has started.</param>
/// <param name="requests">Sends the requests with retries.</param>
internal sealed class LibraryCommandStore(Library.Rest.DiscordRestClient rest, LibraryRequests requests) : ICommandStore
{
    public async Task<CurrentApplication> GetApplicationAsync(CancellationToken cancellation)
    {
        var application = await requests.MakeAsync("GET applications/@me", rest.GetCurrentBotInfoAsync, cancellation).ConfigureAwait(false);
        return new CurrentApplication { Id = application.Id, InteractionsEndpointUrl = application.InteractionsEndpointUrl };
    }

    public async Task<IReadOnlyList<ApplicationCommand>?> GetCommandsAsync(ulong application, ulong? guild, CancellationToken cancellation)
    {
        try
        {
            var registered = await requests.MakeAsync("GET commands", async o => await RegisteredAsync(guild, o).ConfigureAwait(false), cancellation, RetryLimits.MaxNotFound).ConfigureAwait(false);
            return [.. registered.Select(CommandMapping.ToCommand)];
        }
        catch (Exception ex) when (ex is DiscordApiException { Status: 404 } or HttpException { HttpCode: HttpStatusCode.NotFound })
        {
            return null;
        }
    }

    public async Task OverwriteCommandsAsync(ulong application, ulong? guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellation)
    {
        var properties = commands.Select(CommandMapping.ToProperties).ToArray();
        await requests.MakeAsync("PUT commands", async o => await OverwriteAsync(guild, properties, o).ConfigureAwait(false), cancellation).ConfigureAwait(false);
    }

    private async Task<IEnumerable<RestApplicationCommand>> RegisteredAsync(ulong? guild, Library.RequestOptions options) => guild is { } id
        ? await rest.GetGuildApplicationCommands(id, withLocalizations: true, options: options).ConfigureAwait(false)
        : await rest.GetGlobalApplicationCommands(withLocalizations: true, options: options).ConfigureAwait(false);

    private async Task<IEnumerable<RestApplicationCommand>> OverwriteAsync(ulong? guild, Library.ApplicationCommandProperties[] commands, Library.RequestOptions options) => guild is { } id
        ? await rest.BulkOverwriteGuildCommands(commands, id, options).ConfigureAwait(false)
        : await rest.BulkOverwriteGlobalCommands(commands, options).ConfigureAwait(false);
}
