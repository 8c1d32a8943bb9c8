using Bot.Adapters.Pipeline;
using Bot.Discord.Commands;
using Bot.Discord.Configuration;
using Bot.Discord.Gateway;
using Bot.Discord.Net.Logging;
using Bot.Discord.Wire;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Net;

/// <summary>Registers the commands by Discord.Net, once a session has begun: before, the library does not know the app.</summary>
/// <param name="options">The settings.</param>
/// <param name="services">What every adapter is given.</param>
/// <param name="requests">Makes the requests.</param>
/// <param name="logger">Takes what was done.</param>
internal sealed partial class LibraryRegistration(DiscordOptions options, AdapterServices services, LibraryRequests requests, ILogger logger)
{
    private readonly ILogger _logger = logger;

    /// <summary>Runs until the app is set up as it must be; what is wrong stands in health.</summary>
    /// <param name="commands">The commands.</param>
    /// <param name="began">Gives a shard whose session has begun; null when the bot stops before.</param>
    /// <param name="health">Takes what is wrong.</param>
    /// <param name="cancellation">Gives it up.</param>
    public async Task RunAsync(IReadOnlyList<ApplicationCommand> commands, Task<DiscordSocketClient?> began, ShardHealth health, CancellationToken cancellation)
    {
        try
        {
            if (await began.ConfigureAwait(false) is { } shard)
            {
                var publisher = new CommandPublisher(new LibraryCommandStore(shard.Rest, options.Guild, requests), options.Guild, _logger);
                await new CommandRegistration(publisher, services, health.Degrade).RunAsync(commands, publisher.CheckEndpoint, null, cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The next start registers them.
        }
        catch (Exception ex)
        {
            // The outermost edge: nobody else learns of what the library throws. The commands that are registered can still be answered.
            health.Degrade("The commands are not registered: registering them failed.");
            LogFailed(ex);
        }
    }

    [LoggerMessage(DiscordNetEvents.CommandRegistrationFailed, LogLevel.Error, "Registering the commands failed.")]
    private partial void LogFailed(Exception ex);
}
