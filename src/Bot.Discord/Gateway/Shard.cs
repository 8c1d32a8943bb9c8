using Bot.Adapters.Monitoring;
using Bot.Adapters.Resilience;
using Bot.Discord.Configuration;
using Bot.Discord.Logging;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// One of the connections that share the bot's servers, for as long as the bot runs: it resumes its session wherever it can, and
/// begins a new one where it cannot (Gateway, Connection Lifecycle).
/// </summary>
/// <param name="number">Its number, from 0.</param>
/// <param name="count">How many there are.</param>
/// <param name="options">The settings.</param>
/// <param name="gateway">Where the gateway is.</param>
/// <param name="gate">Lets sessions begin.</param>
/// <param name="onReady">Takes what a new session begins with; null when one of an earlier process goes on.</param>
/// <param name="onInteraction">Takes interactions, and does not keep the caller waiting.</param>
/// <param name="health">Takes whether it has a session.</param>
/// <param name="signal">Takes that it goes on.</param>
/// <param name="time">The clock.</param>
/// <param name="random">Spreads waits; safe for any number of threads.</param>
/// <param name="logger">Takes what happens.</param>
/// <param name="outlives">Whether the session outlives a bot that is stopped.</param>
/// <param name="saved">The session that an earlier process left; null for none.</param>
internal sealed partial class Shard(
    int number,
    int count,
    DiscordOptions options,
    Uri gateway,
    IdentifyLimiter gate,
    Action<Ready?> onReady,
    Action<Interaction> onInteraction,
    ShardHealth health,
    LivenessSignal signal,
    TimeProvider time,
    Random random,
    ILogger logger,
    bool outlives,
    SavedSession? saved)
{
    // So often is the address for resuming tried before the session is given up.
    private const int MaxResumeFailures = 4;

    // Sessions that begin and end at once use up what a day allows: 24 hours have 288 times five minutes.
    private static readonly TimeSpan s_maxBetweenSessions = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_minStableDuration = TimeSpan.FromMinutes(1);

    private GatewaySession? _session = saved is null ? null : new GatewaySession(saved.Id, saved.ResumeUrl);
    private long _sequence = saved?.Sequence ?? 0;

    /// <summary>The settings' shard in Identify.</summary>
    public IReadOnlyList<int> ShardId { get; } = [number, count];

    /// <summary>Whether the session outlives a bot that is stopped.</summary>
    public bool IsResumable => outlives;

    /// <summary>What the next process needs to go on with the session; null when there is none.</summary>
    public SavedSession? Saved => _session is { } session && _sequence > 0 ? new SavedSession(number, count, session.Id, session.ResumeUrl, _sequence) : null;

    /// <summary>Runs until it is cancelled; ends earlier only when Discord will never take the settings, which is logged.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var stopping = cancellation.Register(signal.Stop);
        for (var failures = 0; ;)
        {
            signal.Beat();
            var session = _session;
            var connection = new GatewayConnection(this, options.Token, gate, signal, time, random, logger);
            var ending = await connection.RunAsync(Address(session), session, _sequence, cancellation).ConfigureAwait(false);
            health.Down(number);
            if (connection.CloseCode is { } code && CloseCode.Remedy(code) is { } remedy)
            {
                signal.Stop();
                health.Refused(number, code);
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

            // A session that was resumed cost nothing; one that began and soon ended cost one of the day's.
            failures = connection.WasReady && (session is not null || connection.ReadyDuration >= s_minStableDuration) ? 1 : failures + 1;
            var wait = Backoff.Delay(failures, random.NextDouble(), _session is null && connection.HasIdentified ? s_maxBetweenSessions : null);
            signal.Beat(wait);
            await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Notes the number of an event.</summary>
    public void RecordSequence(long sequence)
    {
        // What is sent again after resuming counts from the last that was seen.
        if (sequence > _sequence)
        {
            _sequence = sequence;
        }
    }

    /// <summary>The last number of an event; null before any.</summary>
    public long? LastSequence => _sequence > 0 ? _sequence : null;

    /// <summary>Notes that a session has begun.</summary>
    public void OnReady(Ready ready, long? sequence)
    {
        _session = new GatewaySession(ready.SessionId, ready.ResumeGatewayUrl ?? "");
        _sequence = sequence ?? 0;
        LogReady(number, count, ready.User?.Username);
        health.Up(number);
        onReady(ready);
    }

    /// <summary>Notes that the session goes on.</summary>
    public void OnResumed()
    {
        _session?.Failures = 0;
        health.Up(number);
        LogResumed(number);
        onReady(null);
    }

    /// <summary>Takes an interaction.</summary>
    public void OnInteraction(Interaction interaction) => onInteraction(interaction);

    // Heartbeats before the next session tell of none of its events.
    private void EndSession() => (_session, _sequence) = (null, 0);

    private Uri Address(GatewaySession? session)
    {
        var address = session is { ResumeUrl.Length: > 0 } && Uri.TryCreate(session.ResumeUrl, UriKind.Absolute, out var resume) && resume.Scheme is "wss" or "ws"
            ? resume
            : gateway;

        // The version and the encoding are the same whenever the session is resumed (Gateway, Resuming).
        return new UriBuilder(address) { Query = "v=10&encoding=json&compress=zlib-stream" }.Uri;
    }

    [LoggerMessage(DiscordEvents.ShardReady, LogLevel.Information, "Shard {Number} of {Count} is ready on Discord as {Name}.")]
    private partial void LogReady(int number, int count, string? name);

    [LoggerMessage(DiscordEvents.ShardResumed, LogLevel.Information, "Shard {Number} has resumed.")]
    private partial void LogResumed(int number);

    [LoggerMessage(DiscordEvents.ResumeAbandoned, LogLevel.Warning, "Shard {Number} cannot resume where Discord told it to, and begins a new session.")]
    private partial void LogGivenUp(int number);

    [LoggerMessage(DiscordEvents.ShardRejected, LogLevel.Critical, "Discord closed shard {Number} for good ({Code}). {Remedy}")]
    private partial void LogRefused(int number, int code, string remedy);
}
