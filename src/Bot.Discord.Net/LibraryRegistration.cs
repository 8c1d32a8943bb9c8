using Bot.Adapters.Pipeline;
using Bot.Discord.Commands;
using Bot.Discord.Configuration;
using Bot.Discord.Gateway;
using Bot.Discord.Net.Logging;
using Bot.Discord.Wire;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Net;

/// <summary>Registers the commands through Discord.Net once a session has started. Before that the library does not know the app.</summary>
/// <param name="options">The settings.</param>
/// <param name="services">The services that every adapter uses.</param>
/// <param name="requests">Sends the requests with retries.</param>
/// <param name="logger">The logger.</param>
internal sealed partial class LibraryRegistration(DiscordOptions options, AdapterServices services, LibraryRequests requests, ILogger logger)
{
    private readonly ILogger _logger = logger;

    /// <summary>Runs until it is cancelled. Problems are shown in the health.</summary>
    /// <param name="commands">The commands.</param>
    /// <param name="began">Gives a shard whose session has started; null when the bot stops first.</param>
    /// <param name="health">The health that shows the problems.</param>
    /// <param name="cancellation">Cancels the registration.</param>
    public async Task RunAsync(OfferedCommands commands, Task<DiscordSocketClient?> began, ShardHealth health, CancellationToken cancellation)
    {
        try
        {
            if (await began.ConfigureAwait(false) is { } shard)
            {
                var publisher = new CommandPublisher(new LibraryCommandStore(shard.Rest, requests), options.Guild, services.StateFolder, _logger);
                await new CommandRegistration(publisher, services, health.Degrade).RunAsync(commands, publisher.CheckEndpoint, null, cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The next start registers them.
        }
        catch (Exception ex)
        {
            // The outermost edge: exceptions of the library surface nowhere else. The commands that are registered can still be answered.
            health.Degrade("The commands are not registered: the registration failed.");
            LogFailed(ex);
        }
    }

    [LoggerMessage(DiscordNetEvents.CommandRegistrationFailed, LogLevel.Error, "Registering the commands failed.")]
    private partial void LogFailed(Exception ex);
}
