using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Adapters.Resilience;
using Bot.Discord.Commands;
using Bot.Discord.Configuration;
using Bot.Discord.Gateway;
using Bot.Discord.Net.Logging;
using Bot.Discord.Rest;
using Bot.Discord.Transport;
using Bot.Discord.Wire;
using Discord;
using Discord.Net;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Net;

/// <summary>The Discord client with Discord.Net: interactions come from the gateway, and responses are sent by HTTP.</summary>
/// <param name="options">The settings, already validated.</param>
/// <param name="services">The services that every adapter uses. The clock times the bot's own waits; Discord.Net uses the system's.</param>
public sealed partial class DiscordNetClient(DiscordOptions options, AdapterServices services) : Transport.IDiscordClient
{
    // How long answers in progress may take once the bot is told to stop. No interaction can be answered later.
    private static readonly TimeSpan s_gracePeriod = RetryLimits.ResponseWindow;

    // A close code of earlier gateway versions after which Discord.Net never reconnects.
    private const int SessionIsGone = 4006;

    // A heartbeat that is not acknowledged before the next one ends the connection (Gateway, Sending Heartbeats). Discord's interval is
    // about 40 seconds; the library does not expose it.
    private static readonly TimeSpan s_maxBetweenAnswers = TimeSpan.FromSeconds(90);

    // As long as the wait for a new day of sessions: the library does not report what it does without a connection.
    private static readonly TimeSpan s_maxAway = TimeSpan.FromDays(1);

    private readonly ILogger _logger = services.Loggers.CreateLogger<DiscordNetClient>();
    private readonly AdapterTelemetry _telemetry = services.Telemetry;
    private readonly LibraryRequests _requests = new(services.Time, services.Random, services.Loggers.CreateLogger<DiscordNetClient>());

    /// <inheritdoc/>
    public async Task RunAsync(OfferedCommands commands, Func<Interaction, CancellationToken, ValueTask<InteractionResponse>> respond, Func<CancellationToken, Task> waitForSearch, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commands);
        ArgumentNullException.ThrowIfNull(respond);
        ArgumentNullException.ThrowIfNull(waitForSearch);
        var plan = await GetGatewayAsync(cancellation).ConfigureAwait(false);
        var count = options.ShardCount ?? plan.Shards;
        LogConnecting(count, options.ShardCount is null ? "as Discord recommends" : "as set");
        LibraryLog.LogLimits(_logger);
        await WaitForSessionStartAsync(plan.SessionStartLimit, count, cancellation).ConfigureAwait(false);
        await waitForSearch(cancellation).ConfigureAwait(false);
        var client = Create(plan, count);
        await using (client.ConfigureAwait(false))
        {
            var responder = new InteractionResponder(respond, services, _logger);
            using var workers = new InteractionWorkers<SocketInteraction>(i => i.Id, responder.RespondAsync, services.Time, _logger, _telemetry);
            await RunAsync(client, commands, workers, cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Everything disposable lives only while the client runs.
    }

    private async Task RunAsync(BaseSocketClient client, OfferedCommands commands, InteractionWorkers<SocketInteraction> workers, CancellationToken cancellation)
    {
        _telemetry.ObserveQueue(() => workers.Count);
        Func<LogMessage, Task> log = message => LibraryLog.ForwardAsync(_logger, options.Token, message);
        client.Log += log;
        await LogInAsync(client, cancellation).ConfigureAwait(false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

        // Answers in progress may finish after the bot is told to stop.
        using var handling = new CancellationTokenSource();
        var shards = client is DiscordShardedClient sharded ? sharded.Shards : [(DiscordSocketClient)client];
        var began = new TaskCompletionSource<DiscordSocketClient?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var health = new ShardHealth(shards.Count, _telemetry);
        var gone = shards.Select(shard => Observe(shard, shards.Count, health, began, refused, stop.Token)).ToList();
        client.InteractionCreated += EnqueueAsync;
        var responding = workers.RunAsync(handling.Token);
        var publishing = new LibraryRegistration(options, services, _requests, _logger).RunAsync(commands, began.Task, health, stop.Token);
        try
        {
            await client.StartAsync().ConfigureAwait(false);
            await refused.Task.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            using var grace = new CancellationTokenSource(s_gracePeriod, services.Time);
            await stop.CancelAsync().ConfigureAwait(false);
            began.TrySetResult(null);
            await publishing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            // A connection that ends on request is not worth a log line.
            client.Log -= log;
            await client.StopAsync().ConfigureAwait(false);
            await Task.WhenAll(gone.Select(g => g())).WaitAsync(grace.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            workers.Complete();
            await responding.WaitAsync(grace.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await handling.CancelAsync().ConfigureAwait(false);
        }

        // Discord.Net returns null for a kind that it does not know.
        Task EnqueueAsync(SocketInteraction? interaction)
        {
            if (interaction is not null)
            {
                workers.Enqueue(interaction);
            }

            return Task.CompletedTask;
        }
    }

    // The recommended number of shards is needed to create the client, so a separate client asks for it.
    private async Task<BotGateway> GetGatewayAsync(CancellationToken cancellation)
    {
        var asking = new DiscordSocketClient(Config());
        await using (asking.ConfigureAwait(false))
        {
            await LogInAsync(asking, cancellation).ConfigureAwait(false);
            return await _requests.MakeAsync(
                "GET gateway/bot",
                async o =>
                {
                    var answer = await asking.GetBotGatewayAsync(o).ConfigureAwait(false);
                    var address = options.GatewayUrl.Length > 0 ? null : answer.Url ?? "";
                    return GatewayAnswer.Problem(address, answer.Shards, answer.SessionStartLimit.MaxConcurrency, answer.SessionStartLimit.ResetAfter) is { } problem
                        ? throw new IOException(problem)
                        : answer;
                },
                cancellation).ConfigureAwait(false);
        }
    }

    private BaseSocketClient Create(BotGateway plan, int count)
    {
        var config = Config();

        // Discord.Net uses a configured address unchanged.
        config.GatewayHost = new UriBuilder(options.GatewayUrl.Length > 0 ? options.GatewayUrl : plan.Url)
        {
            Query = $"v={DiscordConfig.APIVersion}&encoding={DiscordSocketConfig.GatewayEncoding}&compress=zlib-stream",
        }.Uri.AbsoluteUri;
        BaseSocketClient client;
        if (count == 1)
        {
            client = new DiscordSocketClient(config);
        }
        else
        {
            config.TotalShards = count;
            config.IdentifyMaxConcurrency = plan.SessionStartLimit.MaxConcurrency;
            client = new DiscordShardedClient(config);
        }

        return client;
    }

    private DiscordSocketConfig Config() => new()
    {
        GatewayIntents = GatewayIntents.None,
        LogGatewayIntentWarnings = false,
        LogLevel = LibraryLog.MinSeverity,

        // How long the library waits for READY or RESUMED before it reconnects, the same as our own client.
        ConnectionTimeout = 30_000,

        // Without intents the gateway sends no servers, so none are awaited.
        MaxWaitBetweenGuildAvailablesBeforeReady = 0,

        // Handlers return at once, and the responder checks the time itself, because Discord's clock and this machine's may differ.
        HandlerTimeout = null,
        UseInteractionSnowflakeDate = false,
        ResponseInternalTimeCheck = false,
        UseSystemClock = false,
        RestClientProvider = _ => new InteractionRestClient(options.ApiAddress),
    };

    // A login of many shards asks for the gateway's address.
    private async Task LogInAsync(BaseSocketClient client, CancellationToken cancellation) => await _requests.MakeAsync(
        "The login",
        async _ =>
        {
            await client.LoginAsync(TokenType.Bot, options.Token, validateToken: false).ConfigureAwait(false);
            return client.LoginState;
        },
        cancellation).ConfigureAwait(false);

    // Starting more sessions than the daily limit resets the token (Gateway, Session Start Limit Object).
    private async Task WaitForSessionStartAsync(SessionStartLimit limit, int count, CancellationToken cancellation)
    {
        if (limit.Remaining < count)
        {
            var wait = TimeSpan.FromMilliseconds(limit.ResetAfter);
            LogIdentifyLimitReached(wait);
            await Task.Delay(wait, services.Time, cancellation).ConfigureAwait(false);
        }
    }

    // Returns a task that completes when the shard has no connection any more.
    private Func<Task> Observe(DiscordSocketClient shard, int count, ShardHealth health, TaskCompletionSource<DiscordSocketClient?> began, TaskCompletionSource refused, CancellationToken stop)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var signal = _telemetry.AddLoop($"gateway.{shard.ShardId}", LivenessBounds.GatewayHeartbeat);
        _ = stop.Register(signal.Stop);
        health.Wait(shard.ShardId, "a session");
        shard.LatencyUpdated += (_, _) =>
        {
            signal.Beat(s_maxBetweenAnswers);
            return Task.CompletedTask;
        };

        // A connection counts as established when its session has started or resumed.
        shard.Connected += () =>
        {
            health.Up(shard.ShardId);
            return Task.CompletedTask;
        };
        shard.Ready += () =>
        {
            LogReady(shard.ShardId, count, shard.CurrentUser.Username);
            began.TrySetResult(shard);
            return Task.CompletedTask;
        };
        shard.Disconnected += ex =>
        {
            health.Down(shard.ShardId);
            health.Wait(shard.ShardId, "a session");
            signal.Beat(s_maxAway);
            if (stop.IsCancellationRequested)
            {
                gone.TrySetResult();
            }
            else if (Code(ex) is not { } code)
            {
                LogLost(shard.ShardId, ErrorSummary.Of(ex));
            }
            else if (CloseCode.Remedy(code, options.ShardCount is not null) is { } remedy)
            {
                signal.Stop();
                health.Refused(shard.ShardId, code);
                LogRefused(shard.ShardId, code, remedy);
                refused.TrySetResult();
            }
            else
            {
                LogClosed(shard.ShardId, code);
                if (code == SessionIsGone)
                {
                    _ = RestartAsync(shard, stop);
                }
            }

            return Task.CompletedTask;
        };
        return () => shard.ConnectionState == ConnectionState.Disconnected ? Task.CompletedTask : gone.Task;
    }

    private static int? Code(Exception? ex)
    {
        while (ex is not null and not WebSocketClosedException)
        {
            ex = ex.InnerException;
        }

        return (ex as WebSocketClosedException)?.CloseCode;
    }

    private async Task RestartAsync(DiscordSocketClient shard, CancellationToken stop)
    {
        await Task.Delay(Backoff.Delay(1, services.Random.NextDouble()), services.Time, stop).ConfigureAwait(false);
        await shard.StartAsync().ConfigureAwait(false);
    }

    [LoggerMessage(DiscordNetEvents.Connecting, LogLevel.Information, "Connecting to Discord with {Count} shard(s), {Why}.")]
    private partial void LogConnecting(int count, string why);

    [LoggerMessage(DiscordNetEvents.ShardReady, LogLevel.Information, "Shard {Number} of {Count} is ready on Discord as {Name}.")]
    private partial void LogReady(int number, int count, string name);

    [LoggerMessage(DiscordNetEvents.ShardRejected, LogLevel.Critical, "Discord closed shard {Number} permanently ({Code}). {Remedy}")]
    private partial void LogRefused(int number, int code, string remedy);

    [LoggerMessage(DiscordNetEvents.SessionStartLimitReached, LogLevel.Error, "Discord allows this bot no new session for {Wait}: too many were started. The bot waits, because one more would cost its token.")]
    private partial void LogIdentifyLimitReached(TimeSpan wait);

    [LoggerMessage(DiscordNetEvents.ConnectionClosed, LogLevel.Information, "Discord has closed the connection of shard {Number} ({Code}).")]
    private partial void LogClosed(int number, int code);

    [LoggerMessage(DiscordNetEvents.ConnectionLost, LogLevel.Information, "Shard {Number} has lost its connection to Discord: {Error}")]
    private partial void LogLost(int number, string error);
}
