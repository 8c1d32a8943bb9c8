using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Discord.Rest;
using Library = Discord;

namespace Bot.Discord.Net;

/// <summary>The app's data and commands at Discord, accessed through Discord.Net.</summary>
/// <param name="rest">Discord's HTTP API, usable once a session has started.</param>
/// <param name="guild">The id of the server to register in; null: everywhere.</param>
/// <param name="requests">Sends the requests with retries.</param>
internal sealed class LibraryCommandStore(Library.Rest.DiscordRestClient rest, ulong? guild, LibraryRequests requests) : ICommandStore
{
    public async Task<CurrentApplication> GetApplicationAsync(CancellationToken cancellation)
    {
        var application = await requests.MakeAsync("GET applications/@me", rest.GetCurrentBotInfoAsync, cancellation).ConfigureAwait(false);
        return new CurrentApplication { Id = application.Id, InteractionsEndpointUrl = application.InteractionsEndpointUrl };
    }

    public async Task<IReadOnlyList<ApplicationCommand>> GetCommandsAsync(ulong application, CancellationToken cancellation)
    {
        var registered = await requests.MakeAsync("GET commands", async o => await RegisteredAsync(o).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        return [.. registered.Select(CommandMapping.ToCommand)];
    }

    public async Task OverwriteCommandsAsync(ulong application, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellation)
    {
        var properties = commands.Select(CommandMapping.ToProperties).ToArray();
        await requests.MakeAsync("PUT commands", async o => await OverwriteAsync(properties, o).ConfigureAwait(false), cancellation).ConfigureAwait(false);
    }

    private async Task<IEnumerable<RestApplicationCommand>> RegisteredAsync(Library.RequestOptions options) => guild is { } id
        ? await rest.GetGuildApplicationCommands(id, withLocalizations: true, options: options).ConfigureAwait(false)
        : await rest.GetGlobalApplicationCommands(withLocalizations: true, options: options).ConfigureAwait(false);

    private async Task<IEnumerable<RestApplicationCommand>> OverwriteAsync(Library.ApplicationCommandProperties[] commands, Library.RequestOptions options) => guild is { } id
        ? await rest.BulkOverwriteGuildCommands(commands, id, options).ConfigureAwait(false)
        : await rest.BulkOverwriteGlobalCommands(commands, options).ConfigureAwait(false);
}
