using System.Net.WebSockets;
using System.Text.Json;
using Bot.Adapters.Monitoring;
using Bot.Discord.Logging;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>What to do after a connection.</summary>
internal enum ReconnectMode
{
    /// <summary>Connect again, and go on with the session if there is one.</summary>
    Resume,

    /// <summary>Connect again, and begin a new session.</summary>
    NewSession,
}

/// <summary>One connection of a shard, from opening it to its end.</summary>
/// <param name="shard">Takes what comes.</param>
/// <param name="context">What all shards share.</param>
/// <param name="signal">Takes that the shard goes on.</param>
internal sealed partial class GatewayConnection(IGatewayEvents shard, ShardContext context, LivenessSignal signal)
{
    private static readonly TimeSpan s_helloTimeout = TimeSpan.FromSeconds(20);

    private readonly TimeProvider _time = context.Services.Time;
    private readonly ILogger _logger = context.Logger;
    private long? _readySince;

    /// <summary>The code that Discord closed the connection with; null when it gave none.</summary>
    public int? CloseCode { get; private set; }

    /// <summary>Whether a session began or went on.</summary>
    public bool WasReady => _readySince is not null;

    /// <summary>Whether the beginning of a session was asked for.</summary>
    public bool HasIdentified { get; private set; }

    /// <summary>How long the session has gone on here.</summary>
    public TimeSpan ReadyDuration => _readySince is { } since ? _time.GetElapsedTime(since) : TimeSpan.Zero;

    /// <summary>Runs until the connection ends.</summary>
    /// <param name="address">Where to connect.</param>
    /// <param name="session">The session to go on with; null for a new one.</param>
    /// <param name="sequence">The last number of an event in the session.</param>
    /// <param name="cancellation">Ends the connection, and the session unless it outlives it.</param>
    public async Task<ReconnectMode> RunAsync(Uri address, GatewaySession? session, long sequence, CancellationToken cancellation)
    {
        using var socket = new GatewaySocket(_time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var background = Task.CompletedTask;
        var stopping = Task.CompletedTask;
        try
        {
            await socket.OpenAsync(address, cancellation).ConfigureAwait(false);
            if (await HelloAsync(socket, cancellation).ConfigureAwait(false) is { } interval)
            {
                var heartbeat = new Heartbeat(socket, signal, _time, context.Services.Random, () => shard.LastSequence);

                // A session that nobody goes on with is ended by the code (Gateway, Initiating a Disconnect). A socket whose receiving
                // is cancelled could no longer say so: it is cut.
                using var stop = cancellation.Register(() => stopping = socket.CloseAsync(context.IsResumable ? GatewaySocket.Resumable : WebSocketCloseStatus.NormalClosure));
                background = Task.WhenAll(SendHeartbeatsAsync(heartbeat, interval, socket, ended.Token), IdentifyOrResumeAsync(socket, session, sequence, ended.Token));
                return await ListenAsync(socket, heartbeat, cancellation).ConfigureAwait(false);
            }

            return Closed(socket);
        }
        catch (Exception ex) when (cancellation.IsCancellationRequested && IsTransient(ex))
        {
            throw new OperationCanceledException(ex.Message, ex, cancellation);
        }
        catch (Exception ex) when (IsTransient(ex))
        {
            LogLost(shard.ShardId[0], DiscordRestClient.Summary(ex));
            return ReconnectMode.Resume;
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await stopping.ConfigureAwait(false);
            await socket.CloseAsync(GatewaySocket.Resumable).ConfigureAwait(false);
            await background.ConfigureAwait(false);
        }
    }

    private async Task<TimeSpan?> HelloAsync(GatewaySocket socket, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(s_helloTimeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        if (await socket.ReceiveAsync(both.Token).ConfigureAwait(false) is not { } message)
        {
            return null;
        }

        var frame = GatewayPayload.Read(message.Span);
        return frame.Opcode == GatewayOpcode.Hello && Read(frame.Data, GatewayJson.Default.Hello) is { HeartbeatInterval: > 0 } hello
            ? TimeSpan.FromMilliseconds(hello.HeartbeatInterval)
            : throw new JsonException("The gateway did not begin with Hello.");
    }

    private async Task SendHeartbeatsAsync(Heartbeat heartbeat, TimeSpan interval, GatewaySocket socket, CancellationToken cancellation)
    {
        try
        {
            await heartbeat.RunAsync(interval, cancellation).ConfigureAwait(false);
            LogHeartbeatTimeout(shard.ShardId[0]);
        }
        catch (Exception ex) when (IsTransient(ex))
        {
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            LogLost(shard.ShardId[0], DiscordRestClient.Summary(ex));
        }

        // Whoever listens learns of it.
        await socket.CloseAsync(GatewaySocket.Resumable).ConfigureAwait(false);
    }

    private async Task IdentifyOrResumeAsync(GatewaySocket socket, GatewaySession? session, long sequence, CancellationToken cancellation)
    {
        try
        {
            if (session is null)
            {
                await context.IdentifyLimiter.PassAsync(shard.ShardId[0], cancellation).ConfigureAwait(false);
                HasIdentified = true;
            }

            var json = session is null
                ? JsonSerializer.SerializeToUtf8Bytes(new IdentifyPayload(new IdentifyData { Token = context.Options.Token, Shard = shard.ShardId }), GatewayJson.Default.IdentifyPayload)
                : JsonSerializer.SerializeToUtf8Bytes(new ResumePayload(new ResumeData(context.Options.Token, session.Id, sequence)), GatewayJson.Default.ResumePayload);
            await socket.SendAsync(json, cancellation).ConfigureAwait(false);
        }
        catch (Exception ex) when (IsTransient(ex))
        {
            if (!cancellation.IsCancellationRequested)
            {
                LogLost(shard.ShardId[0], DiscordRestClient.Summary(ex));
                await socket.CloseAsync(GatewaySocket.Resumable).ConfigureAwait(false);
            }
        }
    }

    private async Task<ReconnectMode> ListenAsync(GatewaySocket socket, Heartbeat heartbeat, CancellationToken cancellation)
    {
        while (await socket.ReceiveAsync(CancellationToken.None).ConfigureAwait(false) is { } message)
        {
            switch (Handle(message.Span, out var isTrue))
            {
                case GatewayOpcode.Heartbeat:
                    await heartbeat.SendRequestedAsync(cancellation).ConfigureAwait(false);
                    break;
                case GatewayOpcode.HeartbeatAck:
                    heartbeat.Confirm();
                    break;
                case GatewayOpcode.Reconnect:
                    LogReconnect(shard.ShardId[0]);
                    return ReconnectMode.Resume;
                case GatewayOpcode.InvalidSession:
                    LogInvalid(shard.ShardId[0], isTrue);
                    return isTrue ? ReconnectMode.Resume : ReconnectMode.NewSession;
                default:
                    // An event that was handled, or what this version of the gateway does not have.
                    break;
            }
        }

        return Closed(socket);
    }

    private ReconnectMode Closed(GatewaySocket socket)
    {
        CloseCode = socket.CloseCode;
        LogClosed(shard.ShardId[0], CloseCode);
        return Bot.Discord.Gateway.CloseCode.EndsSession(CloseCode) ? ReconnectMode.NewSession : ReconnectMode.Resume;
    }

    // Handles events; gives what else there is to do, and the truth that came with it.
    private GatewayOpcode Handle(ReadOnlySpan<byte> json, out bool isTrue)
    {
        isTrue = false;
        try
        {
            var frame = GatewayPayload.Read(json);
            isTrue = frame.Data.SequenceEqual("true"u8);
            if (frame.Opcode == GatewayOpcode.Dispatch)
            {
                Dispatch(frame);
            }

            return frame.Opcode;
        }
        catch (JsonException ex)
        {
            LogUnreadable(shard.ShardId[0], ex.Message);
            return GatewayOpcode.Dispatch;
        }
    }

    private void Dispatch(GatewayPayload frame)
    {
        if (frame.Event.SequenceEqual("READY"u8))
        {
            _readySince = _time.GetTimestamp();
            shard.OnReady(Read(frame.Data, GatewayJson.Default.Ready), frame.Sequence);
            return;
        }

        // An event that cannot be read would be no more readable if it came again.
        if (frame.Sequence is { } sequence)
        {
            shard.RecordSequence(sequence);
        }

        if (frame.Event.SequenceEqual("INTERACTION_CREATE"u8))
        {
            shard.OnInteraction(Interaction.Read(frame.Data));
        }
        else if (frame.Event.SequenceEqual("RESUMED"u8))
        {
            _readySince = _time.GetTimestamp();
            shard.OnResumed();
        }
    }

    private static T Read<T>(ReadOnlySpan<byte> json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(json, type) ?? throw new JsonException("The data is null.");

    private static bool IsTransient(Exception ex) =>
        DiscordRestClient.IsTransient(ex) || ex is WebSocketException or InvalidDataException or ObjectDisposedException;

    [LoggerMessage(DiscordEvents.ConnectionLost, LogLevel.Warning, "Shard {Number} has lost its connection to Discord: {Error}")]
    private partial void LogLost(int number, string error);

    [LoggerMessage(DiscordEvents.HeartbeatUnacknowledged, LogLevel.Warning, "Shard {Number} had no answer to a heartbeat, and connects again.")]
    private partial void LogHeartbeatTimeout(int number);

    [LoggerMessage(DiscordEvents.ReconnectRequested, LogLevel.Information, "Shard {Number} was asked to connect again.")]
    private partial void LogReconnect(int number);

    [LoggerMessage(DiscordEvents.SessionInvalidated, LogLevel.Information, "The session of shard {Number} is void; it can be resumed: {CanResume}.")]
    private partial void LogInvalid(int number, bool canResume);

    [LoggerMessage(DiscordEvents.ConnectionClosed, LogLevel.Information, "Discord has closed the connection of shard {Number} ({Code}).")]
    private partial void LogClosed(int number, int? code);

    [LoggerMessage(DiscordEvents.PayloadSkipped, LogLevel.Warning, "Shard {Number} skips what it cannot read: {Error}")]
    private partial void LogUnreadable(int number, string error);
}
