using Bot.Adapters.Pipeline;
using Bot.Discord.Commands;
using Bot.Discord.Configuration;
using Bot.Discord.Logging;
using Bot.Discord.Rest;
using Bot.Discord.Transport;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>Receives interactions from the gateway, and responds to them by HTTP.</summary>
internal sealed partial class GatewayClient : IDiscordClient
{
    // No interaction can be answered later.
    private static readonly TimeSpan s_maxGracePeriod = RetryLimits.ResponseWindow;

    private readonly DiscordOptions _options;
    private readonly AdapterServices _services;
    private readonly ILogger _logger;
    private readonly DiscordRestClient _rest;

    // The sessions that the previous process saved and that this one saves; null when no state is saved.
    private readonly SavedSessionStore? _saved;

    /// <summary>Creates the client; nothing is sent yet.</summary>
    /// <param name="options">The settings, already validated.</param>
    /// <param name="services">The services that every adapter uses.</param>
    public GatewayClient(DiscordOptions options, AdapterServices services)
    {
        (_options, _services, _logger) = (options, services, services.Loggers.CreateLogger<GatewayClient>());
        _rest = new DiscordRestClient(options, services.Time, services.Random, _logger, services.Telemetry);
        _saved = services.StateFolder is { } folder ? new SavedSessionStore(folder, options.Token, services.Time, _logger) : null;
    }

    public async Task RunAsync(OfferedCommands commands, Func<Interaction, CancellationToken, ValueTask<InteractionResponse>> respond, Func<CancellationToken, Task> waitForSearch, CancellationToken cancellation)
    {
        var plan = await _rest.GetGatewayAsync(cancellation).ConfigureAwait(false);
        var count = _options.ShardCount ?? plan.Shards;
        LogConnecting(count, _options.ShardCount is null ? "as Discord recommends" : "as set");
        await waitForSearch(cancellation).ConfigureAwait(false);
        using var gate = new IdentifyLimiter(plan.SessionStartLimit, _services.Time, _logger);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

        // Answers in progress may finish after the bot is told to stop.
        using var handling = new CancellationTokenSource();
        using var workers = new InteractionWorkers<Interaction>(i => i.Id, Answer(respond), _services.Time, _logger, _services.Telemetry);
        _services.Telemetry.ObserveQueue(() => workers.Count);
        var responding = workers.RunAsync(handling.Token);
        var health = new ShardHealth(count, _services.Telemetry);
        var publishing = PublishAsync(commands, health, stop.Token);
        var address = new Uri(_options.GatewayUrl.Length > 0 ? _options.GatewayUrl : plan.Url);
        var sessions = _saved?.Load(count) ?? new Dictionary<int, SavedSession>();
        var context = new ShardContext(_options, _services, count, address, gate, health, _logger)
        {
            OnInteraction = workers.Enqueue,
            IsResumable = _saved is not null,
        };
        var shards = Enumerable.Range(0, count).Select(n => new Shard(n, context, sessions.GetValueOrDefault(n))).ToList();
        var running = shards.ConvertAll(s => s.RunAsync(stop.Token));
        try
        {
            // A shard ends by itself only when Discord would reject all the others too.
            await (await Task.WhenAny(running).ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellation.IsCancellationRequested)
            {
                _saved?.Save([.. shards.Select(s => s.Saved).OfType<SavedSession>()]);
            }

            await publishing.ConfigureAwait(false);
            workers.Complete();
            using var timeout = new CancellationTokenSource(_services.GracePeriod < s_maxGracePeriod ? _services.GracePeriod : s_maxGracePeriod, _services.Time);
            await responding.WaitAsync(timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await handling.CancelAsync().ConfigureAwait(false);
            await responding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _rest.Dispose();

    private Func<Interaction, long, CancellationToken, Task> Answer(Func<Interaction, CancellationToken, ValueTask<InteractionResponse>> respond) => async (interaction, received, cancellation) =>
    {
        using var slot = await _services.Limits.EnterAsync(cancellation).ConfigureAwait(false);
        var response = await respond(interaction, cancellation).ConfigureAwait(false);
        await _rest.RespondAsync(interaction, response, received, cancellation).ConfigureAwait(false);
    };

    // In parallel with the sessions: the commands are registered even while no session starts.
    private async Task PublishAsync(OfferedCommands commands, ShardHealth health, CancellationToken cancellation)
    {
        var publisher = new CommandPublisher(_rest, _options.Guild, _services.StateFolder, _logger);
        try
        {
            await new CommandRegistration(publisher, _services, health.Degrade).RunAsync(commands, publisher.CheckEndpoint, null, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The next start registers them.
        }
        catch (DiscordApiException ex)
        {
            // The gateway rejects the token too, and logs the fix.
            health.Degrade("The commands are not registered: Discord does not know the token.");
            LogFailed(ex);
        }
    }

    [LoggerMessage(DiscordEvents.Connecting, LogLevel.Information, "Connecting to Discord with {Count} shard(s), {Why}.")]
    private partial void LogConnecting(int count, string why);

    [LoggerMessage(DiscordEvents.CommandRegistrationFailed, LogLevel.Error, "Registering the commands failed.")]
    private partial void LogFailed(Exception ex);
}
