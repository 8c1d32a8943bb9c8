using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Discord.Commands;
using Bot.Discord.Configuration;
using Bot.Discord.Logging;
using Bot.Discord.Rest;
using Bot.Discord.Transport;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>Takes interactions from the gateway, and responds to them by HTTP.</summary>
/// <param name="options">The settings, without problems.</param>
/// <param name="time">The clock.</param>
/// <param name="random">Spreads waits; safe for any number of threads.</param>
/// <param name="logger">Takes what happens; never a token.</param>
/// <param name="limits">How many responses may be on their way.</param>
/// <param name="saved">The sessions that the process before this one left, and that this one leaves; null: sessions end with it.</param>
/// <param name="grace">How long what is being answered may take once the bot is told to stop.</param>
/// <param name="vitals">Takes how the shards are and what is done.</param>
internal sealed partial class GatewayClient(DiscordOptions options, TimeProvider time, Random random, ILogger logger, AdmissionControl limits, SavedSessionStore? saved, TimeSpan grace, AdapterTelemetry vitals) : IDiscordClient
{
    // No interaction can be answered later.
    private static readonly TimeSpan s_maxGrace = TimeSpan.FromSeconds(3);

    private readonly DiscordRestClient _rest = new(options, time, random, logger, vitals);

    public async Task RunAsync(IReadOnlyList<ApplicationCommand> commands, Func<Interaction, InteractionResponse> respond, Func<CancellationToken, Task> waitForSearch, CancellationToken cancellation)
    {
        var plan = await _rest.GetGatewayAsync(cancellation).ConfigureAwait(false);
        var count = options.ShardCount ?? Math.Max(1, plan.Shards);
        LogConnecting(count, options.ShardCount is null ? "as Discord recommends" : "as set");
        await waitForSearch(cancellation).ConfigureAwait(false);
        using var gate = new IdentifyLimiter(plan.SessionStartLimit, time, logger);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

        // What is being answered may be finished after the bot is told to stop.
        using var handling = new CancellationTokenSource();
        using var responder = new Responder(_rest, respond, time, limits, logger, vitals);
        vitals.ObserveQueue(() => responder.Count);
        var health = new ShardHealth(count, vitals);
        var responding = responder.RunAsync(handling.Token);
        var application = new TaskCompletionSource<CurrentApplication?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var publishing = PublishAsync(commands, application.Task, stop.Token);
        var address = new Uri(options.GatewayUrl.Length > 0 ? options.GatewayUrl : plan.Url);
        var sessions = (saved?.Load(count) ?? []).ToDictionary(s => s.Shard);
        var shards = Enumerable.Range(0, count)
            .Select(n => new Shard(n, count, options, address, gate, ready => application.TrySetResult(ready?.Application), responder.Take, health, vitals.AddLoop($"gateway.{n}", LivenessBounds.GatewayHeartbeat), time, random, logger, saved is not null, sessions.GetValueOrDefault(n)))
            .ToList();
        var running = shards.ConvertAll(s => s.RunAsync(stop.Token));
        try
        {
            // A shard ends by itself only when no other would be taken either.
            await (await Task.WhenAny(running).ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellation.IsCancellationRequested)
            {
                saved?.Save([.. shards.Select(s => s.Saved).OfType<SavedSession>()]);
            }

            application.TrySetCanceled(CancellationToken.None);
            await publishing.ConfigureAwait(false);
            responder.Finish();
            using var timeout = new CancellationTokenSource(grace < s_maxGrace ? grace : s_maxGrace, time);
            await responding.WaitAsync(timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await handling.CancelAsync().ConfigureAwait(false);
            await responding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _rest.Dispose();

    private async Task PublishAsync(IReadOnlyList<ApplicationCommand> commands, Task<CurrentApplication?> ready, CancellationToken cancellation)
    {
        try
        {
            // A session that goes on does not say whose it is.
            var application = await ready.ConfigureAwait(false) ?? await _rest.GetApplicationAsync(cancellation).ConfigureAwait(false);
            await new CommandRegistry(_rest, options, logger).PublishAsync(application.Id, commands, cancellation).ConfigureAwait(false);
            await WarnOfEndpointAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The next start registers them.
        }
        catch (Exception ex)
        {
            // The commands that are registered can still be answered.
            LogFault(ex);
        }
    }

    // With an endpoint in the developer portal nothing comes over the gateway (Interactions Overview, Receiving and Responding).
    private async Task WarnOfEndpointAsync(CancellationToken cancellation)
    {
        try
        {
            if (await _rest.GetApplicationAsync(cancellation).ConfigureAwait(false) is { InteractionsEndpointUrl: { Length: > 0 } url })
            {
                LogElsewhere(url);
            }
        }
        catch (DiscordApiException ex)
        {
            LogNoApplication(ex.Status, ex.Message);
        }
    }

    [LoggerMessage(DiscordEvents.Connecting, LogLevel.Information, "Connecting to Discord with {Count} shard(s), {Why}.")]
    private partial void LogConnecting(int count, string why);

    [LoggerMessage(DiscordEvents.CommandRegistrationFailed, LogLevel.Error, "The commands were not registered by a fault of the bot.")]
    private partial void LogFault(Exception ex);

    [LoggerMessage(DiscordEvents.InteractionsSentElsewhere, LogLevel.Error, "Discord sends this app's interactions to {Url} and none to this bot. Remove the Interactions Endpoint URL in the developer portal (General Information), or set Discord:Mode to Http.")]
    private partial void LogElsewhere(string url);

    [LoggerMessage(DiscordEvents.ApplicationUnavailable, LogLevel.Debug, "Discord does not tell about the app: {Code} {Description}")]
    private partial void LogNoApplication(int code, string description);
}
