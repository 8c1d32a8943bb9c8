using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Discord.Commands;
using Bot.Discord.Configuration;
using Bot.Discord.Gateway;
using Bot.Discord.Http;
using Bot.Discord.Logging;
using Bot.Discord.Rest;
using Bot.Discord.Transport;
using Microsoft.Extensions.Logging;

namespace Bot.Discord;

/// <summary>The bot on Discord: registers its commands and answers interactions.</summary>
public sealed partial class DiscordAdapter : IDisposable
{
    private readonly DiscordOptions _options;
    private readonly AdapterServices _services;
    private readonly AdapterTelemetry _telemetry;
    private readonly ILogger _logger;
    private readonly IDiscordClient _client;

    /// <summary>Creates the adapter; nothing is sent yet.</summary>
    /// <param name="options">The settings, already validated.</param>
    /// <param name="services">The services that every adapter uses. The telemetry must be the client's.</param>
    /// <param name="client">The client, which is disposed of with the adapter; null for our own.</param>
    public DiscordAdapter(DiscordOptions options, AdapterServices services, IDiscordClient? client = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(services);
        (_options, _services, _telemetry, _logger) = (options, services, services.Telemetry, services.Loggers.CreateLogger<DiscordAdapter>());
        _client = client ?? (options.UsesHttp ? new HttpInteractionClient(options, services) : new GatewayClient(options, services));
    }

    /// <summary>The endpoint for HTTP interactions; null when they come over the gateway.</summary>
    public InteractionsEndpoint? Endpoint => (_client as HttpInteractionClient)?.Endpoint;

    /// <summary>Runs until it is cancelled, or until Discord rejects the settings for good, which is logged with the fix.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var commands = new OfferedCommands(_services.Answerer, isGlobal: _options.Guild is null);
        var problems = CommandValidator.Problems(commands.Current).ToList();
        if (problems.Count > 0)
        {
            _telemetry.Health.SetUnhealthy("The commands break Discord's rules.");
            LogBadCommands(string.Join("; ", problems));
            return;
        }

        try
        {
            var handler = new InteractionHandler(_services);
            await _client.RunAsync(commands, handler.RespondAsync, handler.PrepareAsync, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            _telemetry.Health.SetUnhealthy("Stopped.");
            LogDisconnected();
        }
        catch (DiscordApiException ex) when (ex.IsBadToken)
        {
            _telemetry.Health.SetUnhealthy("Discord does not know the token.");
            LogBadToken();
        }
        catch (DiscordApiException ex)
        {
            _telemetry.Health.SetUnhealthy($"Discord rejected the bot's first request ({ex.Status}).");
            LogRefused(ex.Status, ex.Message);
        }
    }

    /// <summary>Closes all connections.</summary>
    public void Dispose() => _client.Dispose();

    [LoggerMessage(DiscordEvents.Disconnected, LogLevel.Information, "Disconnected from Discord.")]
    private partial void LogDisconnected();

    [LoggerMessage(DiscordEvents.TokenRejected, LogLevel.Critical, "Discord does not know this bot's token. Set Discord:Token (Discord__Token in the environment) to the token that the developer portal gives under Bot, Reset Token, and restart.")]
    private partial void LogBadToken();

    [LoggerMessage(DiscordEvents.StartRejected, LogLevel.Critical, "Discord rejected the bot's first request: {Code} {Description} Check Discord:ApiUrl, and restart.")]
    private partial void LogRefused(int code, string description);

    [LoggerMessage(DiscordEvents.CommandsInvalid, LogLevel.Critical, "The commands break Discord's rules: {Problems}. Fix the texts of the commands, and restart.")]
    private partial void LogBadCommands(string problems);
}
