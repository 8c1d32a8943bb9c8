using System.Text.Json;
using Bot.Discord.Logging;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// The handshake on a new connection: Hello, Identify or Resume, and READY or RESUMED (Gateway, Connection Lifecycle). Each step has a
/// timeout, so that the bot does not wait forever for a silent gateway.
/// </summary>
/// <param name="socket">The connection.</param>
/// <param name="shard">The shard of the connection.</param>
/// <param name="context">The state that all shards share.</param>
internal sealed partial class GatewayHandshake(GatewaySocket socket, IGatewayEvents shard, ShardContext context)
{
    private static readonly TimeSpan s_helloTimeout = TimeSpan.FromSeconds(20);

    // Discord names no limit. A READY with many servers takes seconds.
    private static readonly TimeSpan s_readyTimeout = TimeSpan.FromSeconds(30);

    // Discord's interval is about 41 seconds. Heartbeats detect a dead connection, so a longer interval is shortened.
    private static readonly TimeSpan s_maxInterval = TimeSpan.FromHours(1);

    private readonly TimeProvider _time = context.Services.Time;
    private readonly ILogger _logger = context.Logger;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether Identify was sent.</summary>
    public bool HasIdentified { get; private set; }

    /// <summary>Whether READY or RESUMED did not arrive in time, which is logged.</summary>
    public bool HasTimedOut { get; private set; }

    /// <summary>Waits for Hello.</summary>
    /// <returns>The heartbeat interval; null when the connection was closed.</returns>
    /// <exception cref="IOException">It did not arrive in time.</exception>
    /// <exception cref="JsonException">Another message arrived.</exception>
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
            throw new IOException($"The gateway sent no Hello within {s_helloTimeout.TotalSeconds} s.");
        }
    }

    /// <summary>Starts or resumes a session, and waits until it is ready. If that takes too long, the connection is closed.</summary>
    /// <param name="session">The session to resume; null for a new one.</param>
    /// <param name="sequence">The sequence number of the session's last event.</param>
    /// <param name="turn">The turn to start a new session.</param>
    /// <param name="cancellation">Cancels the wait.</param>
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
            // It may have arrived just as the time ran out.
            if (_ready.Task.IsCompleted)
            {
                return;
            }

            HasTimedOut = true;
            LogReadyTimeout(shard.ShardId[0], awaited, s_readyTimeout.TotalSeconds);
            await socket.CloseAsync(GatewaySocket.Resumable).ConfigureAwait(false);
        }
    }

    /// <summary>Signals that READY or RESUMED has arrived.</summary>
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
            throw new JsonException("The gateway's first message was not Hello.");
        }

        var interval = TimeSpan.FromMilliseconds(hello.HeartbeatInterval);
        return interval < s_maxInterval ? interval : s_maxInterval;
    }

    [LoggerMessage(DiscordEvents.ReadyTimedOut, LogLevel.Warning, "Shard {Number} got no {Awaited} within {Seconds} s, and reconnects.")]
    private partial void LogReadyTimeout(int number, string awaited, double seconds);
}
