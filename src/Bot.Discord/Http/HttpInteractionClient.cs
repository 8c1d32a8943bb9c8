using Bot.Adapters.Pipeline;
using Bot.Discord.Commands;
using Bot.Discord.Configuration;
using Bot.Discord.Logging;
using Bot.Discord.Rest;
using Bot.Discord.Transport;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Http;

/// <summary>Receives interactions from an HTTP endpoint of the host, and responds in the answer to each request.</summary>
internal sealed partial class HttpInteractionClient : IDiscordClient
{
    private readonly DiscordOptions _options;
    private readonly AdapterServices _services;
    private readonly ILogger _logger;
    private readonly DiscordRestClient _rest;
    private readonly EndpointHealth _health;
    private bool _hasLoggedEndpoint;

    /// <summary>Creates the client; nothing is sent yet.</summary>
    /// <param name="options">The settings, already validated.</param>
    /// <param name="services">The services that every adapter uses.</param>
    public HttpInteractionClient(DiscordOptions options, AdapterServices services)
    {
        (_options, _services, _logger) = (options, services, services.Loggers.CreateLogger<HttpInteractionClient>());
        _rest = new DiscordRestClient(options, services.Time, services.Random, _logger, services.Telemetry);
        _health = new EndpointHealth(services.Telemetry.Health);
        Endpoint = new InteractionsEndpoint(services.Time, _logger, services.Telemetry);
    }

    /// <summary>The endpoint to which the host passes the requests.</summary>
    public InteractionsEndpoint Endpoint { get; }

    public async Task RunAsync(OfferedCommands commands, Func<Interaction, CancellationToken, ValueTask<InteractionResponse>> respond, Func<CancellationToken, Task> waitForSearch, CancellationToken cancellation)
    {
        // With the key in the settings, the bot does not depend on Discord's API. A request that arrives before the search is built waits for it.
        var search = waitForSearch(cancellation);
        var isOpen = Open(_options.PublicKey, respond, search);
        CurrentApplication? application = null;
        if (!isOpen)
        {
            _health.Wait("Waits for the app's public key from Discord. With Discord:PublicKey set it would not need to.");
            application = await _rest.GetApplicationAsync(cancellation).ConfigureAwait(false);
            if (!Open(application.VerifyKey, respond, search))
            {
                _health.Wait("Discord returns no public key.");
                LogNoKey();
                return;
            }
        }

        var registration = new CommandRegistration(new CommandPublisher(_rest, _options.Guild, _services.StateFolder, _logger), _services, _health.Degrade);
        var registering = registration.RunAsync(commands, CheckEndpoint, application, cancellation);
        if (!search.IsCompleted)
        {
            _health.Wait("Waits for the search to be built.");
        }

        await search.ConfigureAwait(false);
        _health.Open();
        await registering.ConfigureAwait(false);
    }

    public void Dispose()
    {
        Endpoint.Dispose();
        _rest.Dispose();
    }

    private bool Open(string publicKey, Func<Interaction, CancellationToken, ValueTask<InteractionResponse>> respond, Task search)
    {
        if (InteractionsEndpoint.Key(publicKey) is not { } key)
        {
            return false;
        }

        Endpoint.Open(key, respond, search);
        return true;
    }

    // A missing endpoint address, or one with another path, is a matter for the owner, who may set it at any time.
    private string? CheckEndpoint(CurrentApplication application)
    {
        if (_hasLoggedEndpoint)
        {
            return null;
        }

        _hasLoggedEndpoint = true;
        if (application.InteractionsEndpointUrl is { Length: > 0 } url)
        {
            LogEndpoint(_options.EndpointPath, url);
        }
        else
        {
            LogNoEndpoint(_options.EndpointPath);
        }

        return null;
    }

    [LoggerMessage(DiscordEvents.EndpointRegistered, LogLevel.Information, "Accepting Discord's interactions at {Path}. Discord sends them to {Url}.")]
    private partial void LogEndpoint(string path, string url);

    [LoggerMessage(DiscordEvents.EndpointUrlMissing, LogLevel.Warning, "Accepting Discord's interactions at {Path}, but Discord sends none: set the public https address of that path as Interactions Endpoint URL in the developer portal (General Information).")]
    private partial void LogNoEndpoint(string path);

    [LoggerMessage(DiscordEvents.PublicKeyMissing, LogLevel.Critical, "Discord returns no public key for this app. Set Discord:PublicKey to the one in the developer portal (General Information), and restart.")]
    private partial void LogNoKey();
}
