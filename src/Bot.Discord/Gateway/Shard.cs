using Bot.Adapters.Monitoring;
using Bot.Adapters.Resilience;
using Bot.Discord.Logging;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// One of the bot's gateway connections, for as long as the bot runs. It resumes its session if possible, and otherwise starts a new one
/// (Gateway, Connection Lifecycle).
/// </summary>
/// <param name="number">The shard's number, from 0.</param>
/// <param name="context">The state that all shards share.</param>
/// <param name="saved">The session that an earlier process saved; null: none.</param>
internal sealed partial class Shard(int number, ShardContext context, SavedSession? saved) : IGatewayEvents
{
    // The number of attempts to resume at the session's address before the session is given up.
    private const int MaxResumeFailures = 4;

    // Sessions that end right after they start use up the daily limit: 24 hours have 288 times five minutes.
    private static readonly TimeSpan s_maxBetweenSessions = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_minStableDuration = TimeSpan.FromMinutes(1);

    private readonly ILogger _logger = context.Logger;
    private readonly LivenessSignal _signal = context.Services.Telemetry.AddLoop($"gateway.{number}", LivenessBounds.GatewayHeartbeat);
    private GatewaySession? _session = saved is null ? null : new GatewaySession(saved.Id, saved.ResumeUrl);
    private long _sequence = saved?.Sequence ?? 0;

    /// <inheritdoc/>
    public IReadOnlyList<int> ShardId { get; } = [number, context.Count];

    /// <summary>The data that the next process needs to resume the session; null when there is none.</summary>
    public SavedSession? Saved => _session is { } session && _sequence > 0 ? new SavedSession(number, context.Count, session.Id, session.ResumeUrl, _sequence) : null;

    /// <summary>Runs until it is cancelled, or until Discord rejects the settings for good, which is logged.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        _ = cancellation.Register(_signal.Stop);
        for (var failures = 0; ;)
        {
            _signal.Beat();
            var session = _session;
            var (connection, ending) = await ConnectAsync(session, cancellation).ConfigureAwait(false);
            context.Health.Down(number);
            if (connection.CloseCode is { } code && CloseCode.Remedy(code, context.Options.ShardCount is not null) is { } remedy)
            {
                _signal.Stop();
                context.Health.Refused(number, code);
                LogRefused(number, code, remedy);
                return;
            }

            if (ending == ReconnectMode.NewSession)
            {
                EndSession();
            }
            else if (session is not null && !connection.WasReady && ++session.Failures == MaxResumeFailures)
            {
                LogGivenUp(number);
                EndSession();
            }

            // A resumed session costs nothing; one that starts and soon ends uses up one of the day's.
            failures = connection.WasReady && (session is not null || connection.ReadyDuration >= s_minStableDuration) ? 1 : failures + 1;
            var wait = Backoff.Delay(failures, context.Services.Random.NextDouble(), _session is null && connection.HasIdentified ? s_maxBetweenSessions : null);
            _signal.Beat(wait);
            context.Health.Wait(number, "its next attempt");
            await Task.Delay(wait, context.Services.Time, cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void RecordSequence(long sequence)
    {
        // An event that is sent again after resuming counts from the last sequence number received.
        if (sequence > _sequence)
        {
            _sequence = sequence;
        }
    }

    /// <inheritdoc/>
    public long? LastSequence => _sequence > 0 ? _sequence : null;

    /// <inheritdoc/>
    public void OnReady(Ready ready, long? sequence)
    {
        _session = new GatewaySession(ready.SessionId, ready.ResumeGatewayUrl ?? "");
        _sequence = sequence ?? 0;
        LogReady(number, context.Count, ready.User?.Username);
        context.Health.Up(number);
    }

    /// <inheritdoc/>
    public void OnResumed()
    {
        _session?.Failures = 0;
        context.Health.Up(number);
        LogResumed(number);
    }

    /// <inheritdoc/>
    public void OnInteraction(Interaction interaction) => context.OnInteraction(interaction);

    private async Task<(GatewayConnection Connection, ReconnectMode Ending)> ConnectAsync(GatewaySession? session, CancellationToken cancellation)
    {
        using var turn = session is null ? await WaitForTurnAsync(cancellation).ConfigureAwait(false) : null;
        var connection = new GatewayConnection(this, context, _signal, turn);
        return (connection, await connection.RunAsync(Address(session), session, _sequence, cancellation).ConfigureAwait(false));
    }

    private async Task<IdentifyTurn> WaitForTurnAsync(CancellationToken cancellation)
    {
        // The shard that it waits for has its own liveness signal.
        _signal.Beat(IdentifyLimiter.MaxWait);
        context.Health.Wait(number, "its turn to start a session");
        var turn = await context.IdentifyLimiter.EnterAsync(number, cancellation).ConfigureAwait(false);
        _signal.Beat();
        return turn;
    }

    // Heartbeats before the next session must not contain the old sequence number.
    private void EndSession() => (_session, _sequence) = (null, 0);

    private Uri Address(GatewaySession? session)
    {
        var address = session is { ResumeUrl.Length: > 0 } && Uri.TryCreate(session.ResumeUrl, UriKind.Absolute, out var resume) && resume.Scheme is "wss" or "ws"
            ? resume
            : context.Gateway;

        // The API version and the encoding must be given when resuming too (Gateway, Resuming).
        return new UriBuilder(address) { Query = "v=10&encoding=json&compress=zlib-stream" }.Uri;
    }

    [LoggerMessage(DiscordEvents.ShardReady, LogLevel.Information, "Shard {Number} of {Count} is ready on Discord as {Name}.")]
    private partial void LogReady(int number, int count, string? name);

    [LoggerMessage(DiscordEvents.ShardResumed, LogLevel.Information, "Shard {Number} has resumed.")]
    private partial void LogResumed(int number);

    [LoggerMessage(DiscordEvents.ResumeAbandoned, LogLevel.Warning, "Shard {Number} cannot resume at the address that Discord gave, and starts a new session.")]
    private partial void LogGivenUp(int number);

    [LoggerMessage(DiscordEvents.ShardRejected, LogLevel.Critical, "Discord closed shard {Number} permanently ({Code}). {Remedy}")]
    private partial void LogRefused(int number, int code, string remedy);
}
