using System.Text.Json;
using Bot.Discord.Logging;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// What must happen on a new connection before events come: Hello, Identify or Resume, and READY or RESUMED (Gateway, Connection
/// Lifecycle). Each has a time limit, so that a gateway that says nothing is not waited for without end.
/// </summary>
/// <param name="socket">The connection.</param>
/// <param name="shard">Whose it is.</param>
/// <param name="context">What all shards share.</param>
internal sealed partial class GatewayHandshake(GatewaySocket socket, IGatewayEvents shard, ShardContext context)
{
    private static readonly TimeSpan s_helloTimeout = TimeSpan.FromSeconds(20);

    // Discord names no limit. A READY of many servers takes seconds.
    private static readonly TimeSpan s_readyTimeout = TimeSpan.FromSeconds(30);

    // Discord names some 41 seconds. Heartbeats are what finds a dead connection, so a longer interval is not kept to.
    private static readonly TimeSpan s_maxInterval = TimeSpan.FromHours(1);

    private readonly TimeProvider _time = context.Services.Time;
    private readonly ILogger _logger = context.Logger;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the beginning of a session was asked for.</summary>
    public bool HasIdentified { get; private set; }

    /// <summary>Whether the session was given up since READY or RESUMED did not come, which is logged.</summary>
    public bool HasTimedOut { get; private set; }

    /// <summary>Waits for Hello.</summary>
    /// <returns>The time between heartbeats; null when the connection was closed.</returns>
    /// <exception cref="IOException">It did not come in time.</exception>
    /// <exception cref="JsonException">Something else came.</exception>
    public async Task<TimeSpan?> ReceiveHelloAsync(CancellationToken cancellation)
    {
        Await("Hello");
        using var timeout = new CancellationTokenSource(s_helloTimeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            return await socket.ReceiveAsync(both.Token).ConfigureAwait(false) is { } message ? Interval(message.Span) : null;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new IOException($"It sent no Hello within {s_helloTimeout.TotalSeconds} s.");
        }
    }

    /// <summary>Begins a session or goes on with one, and waits until it is ready; when it is not in time, the connection is closed.</summary>
    /// <param name="session">The session to go on with; null for a new one.</param>
    /// <param name="sequence">The last number of an event in the session.</param>
    /// <param name="turn">The turn to begin a new session.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task BeginAsync(GatewaySession? session, long sequence, IdentifyTurn? turn, CancellationToken cancellation)
    {
        await SendAsync(session, sequence, turn, cancellation).ConfigureAwait(false);
        var awaited = session is null ? "READY" : "RESUMED";
        Await(awaited);
        try
        {
            await _ready.Task.WaitAsync(s_readyTimeout, _time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // It may have come while the time ran out.
            if (_ready.Task.IsCompleted)
            {
                return;
            }

            HasTimedOut = true;
            LogReadyTimeout(shard.ShardId[0], awaited, s_readyTimeout.TotalSeconds);
            await socket.CloseAsync(GatewaySocket.Resumable).ConfigureAwait(false);
        }
    }

    /// <summary>READY or RESUMED has come.</summary>
    public void Complete() => _ready.TrySetResult();

    private async Task SendAsync(GatewaySession? session, long sequence, IdentifyTurn? turn, CancellationToken cancellation)
    {
        if (session is not null)
        {
            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new ResumePayload(new ResumeData(context.Options.Token, session.Id, sequence)), GatewayJson.Default.ResumePayload), cancellation).ConfigureAwait(false);
            return;
        }

        HasIdentified = true;
        try
        {
            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new IdentifyPayload(new IdentifyData { Token = context.Options.Token, Shard = shard.ShardId }), GatewayJson.Default.IdentifyPayload), cancellation).ConfigureAwait(false);
        }
        finally
        {
            turn?.Use();
        }
    }

    private void Await(string what) => context.Health.Wait(shard.ShardId[0], what);

    private static TimeSpan Interval(ReadOnlySpan<byte> message)
    {
        var payload = GatewayPayload.Read(message);
        if (payload.Opcode != GatewayOpcode.Hello || JsonSerializer.Deserialize(payload.Data, GatewayJson.Default.Hello) is not { HeartbeatInterval: > 0 } hello)
        {
            throw new JsonException("The gateway did not begin with Hello.");
        }

        var interval = TimeSpan.FromMilliseconds(hello.HeartbeatInterval);
        return interval < s_maxInterval ? interval : s_maxInterval;
    }

    [LoggerMessage(DiscordEvents.ReadyTimedOut, LogLevel.Warning, "Shard {Number} had no {Awaited} within {Seconds} s, and connects again.")]
    private partial void LogReadyTimeout(int number, string awaited, double seconds);
}
