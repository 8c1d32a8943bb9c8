using System.Net.WebSockets;
using System.Text.Json;
using Bot.Adapters.Monitoring;
using Bot.Adapters.Resilience;
using Bot.Discord.Logging;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>The next step after a connection has ended.</summary>
internal enum ReconnectMode
{
    /// <summary>Reconnect, and resume the session if there is one.</summary>
    Resume,

    /// <summary>Reconnect, and start a new session.</summary>
    NewSession,
}

/// <summary>A connection of a shard, from opening to closing.</summary>
/// <param name="shard">Receives the events.</param>
/// <param name="context">The state that all shards share.</param>
/// <param name="signal">The shard's liveness signal.</param>
/// <param name="turn">The turn to start a session; null to resume one.</param>
internal sealed partial class GatewayConnection(IGatewayEvents shard, ShardContext context, LivenessSignal signal, IdentifyTurn? turn)
{
    private readonly TimeProvider _time = context.Services.Time;
    private readonly ILogger _logger = context.Logger;
    private GatewayHandshake? _handshake;
    private long? _readySince;
    private bool _isLost;

    /// <summary>The code with which Discord closed the connection; null when it gave none.</summary>
    public int? CloseCode { get; private set; }

    /// <summary>Whether a session was started or resumed.</summary>
    public bool WasReady => _readySince is not null;

    /// <summary>Whether Identify was sent.</summary>
    public bool HasIdentified => _handshake is { HasIdentified: true };

    /// <summary>How long the session has been active on this connection.</summary>
    public TimeSpan ReadyDuration => _readySince is { } since ? _time.GetElapsedTime(since) : TimeSpan.Zero;

    /// <summary>Runs until the connection ends.</summary>
    /// <param name="address">The address to connect to.</param>
    /// <param name="session">The session to resume; null for a new one.</param>
    /// <param name="sequence">The sequence number of the session's last event.</param>
    /// <param name="cancellation">Closes the connection, and ends the session unless it is saved.</param>
    public async Task<ReconnectMode> RunAsync(Uri address, GatewaySession? session, long sequence, CancellationToken cancellation)
    {
        using var socket = new GatewaySocket(_time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var background = Task.CompletedTask;
        var stopping = Task.CompletedTask;
        try
        {
            context.Health.Wait(shard.ShardId[0], "a connection");
            LogOpening(shard.ShardId[0], address.Host);
            await socket.OpenAsync(address, cancellation).ConfigureAwait(false);
            var handshake = _handshake = new GatewayHandshake(socket, shard, context);
            if (await handshake.ReceiveHelloAsync(cancellation).ConfigureAwait(false) is { } interval)
            {
                var heartbeat = new Heartbeat(socket, signal, _time, context.Services.Random, () => shard.LastSequence);

                // If nobody resumes the session, the close code ends it (Gateway, Initiating a Disconnect). A socket whose receive call is cancelled
                // is cut and could no longer send the code.
                using var stop = cancellation.Register(() => stopping = socket.CloseAsync(context.IsResumable ? GatewaySocket.Resumable : WebSocketCloseStatus.NormalClosure));
                background = Task.WhenAll(
                    WatchAsync(() => SendHeartbeatsAsync(heartbeat, interval, socket, ended.Token), socket, ended.Token),
                    WatchAsync(() => handshake.BeginAsync(session, sequence, turn, ended.Token), socket, ended.Token));
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
            ReportLost(ex);
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

    private async Task SendHeartbeatsAsync(Heartbeat heartbeat, TimeSpan interval, GatewaySocket socket, CancellationToken cancellation)
    {
        await heartbeat.RunAsync(interval, cancellation).ConfigureAwait(false);
        if (IsNews())
        {
            LogHeartbeatTimeout(shard.ShardId[0]);
        }

        await socket.CloseAsync(GatewaySocket.Resumable).ConfigureAwait(false);
    }

    // Runs a task beside the receive loop. If the task fails, the end of the connection reports it.
    private async Task WatchAsync(Func<Task> run, GatewaySocket socket, CancellationToken cancellation)
    {
        try
        {
            await run().ConfigureAwait(false);
        }
        catch (Exception ex) when (IsTransient(ex))
        {
            if (!cancellation.IsCancellationRequested)
            {
                ReportLost(ex);
                await socket.CloseAsync(GatewaySocket.Resumable).ConfigureAwait(false);
            }
        }
    }

    // A connection that was closed on purpose is not a lost one.
    private bool IsNews() => _handshake is not { HasTimedOut: true } && !Interlocked.Exchange(ref _isLost, true);

    private void ReportLost(Exception ex)
    {
        if (IsNews())
        {
            LogLost(shard.ShardId[0], ErrorSummary.Of(ex));
        }
    }

    private async Task<ReconnectMode> ListenAsync(GatewaySocket socket, Heartbeat heartbeat, CancellationToken cancellation)
    {
        while (await socket.ReceiveAsync(CancellationToken.None).ConfigureAwait(false) is { } message)
        {
            // Discord sends one payload per message, but a second payload in a message is also valid.
            var rest = message;
            do
            {
                var opcode = Handle(rest.Span, out var isTrue, out var length);
                rest = rest[length..];
                switch (opcode)
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
                        // An event that was handled, or an opcode that this version of the gateway does not have.
                        break;
                }
            }
            while (!rest.IsEmpty);
        }

        return Closed(socket);
    }

    private ReconnectMode Closed(GatewaySocket socket)
    {
        CloseCode = socket.CloseCode;
        LogClosed(shard.ShardId[0], CloseCode);
        return Bot.Discord.Gateway.CloseCode.EndsSession(CloseCode) ? ReconnectMode.NewSession : ReconnectMode.Resume;
    }

    // Handles events. Returns any other opcode, its boolean data, and the number of bytes read.
    private GatewayOpcode Handle(ReadOnlySpan<byte> json, out bool isTrue, out int length)
    {
        (isTrue, length) = (false, json.Length);
        try
        {
            var payload = GatewayPayload.Read(json);
            length = payload.Length;
            isTrue = payload.Data.SequenceEqual("true"u8);
            if (payload.Opcode == GatewayOpcode.Dispatch)
            {
                Dispatch(payload);
            }

            return payload.Opcode;
        }
        catch (JsonException ex)
        {
            LogUnreadable(shard.ShardId[0], ex.Message);
            return GatewayOpcode.Dispatch;
        }
    }

    private void Dispatch(GatewayPayload payload)
    {
        if (payload.Event.SequenceEqual("READY"u8))
        {
            var ready = ReadReady(payload.Data);
            BecomeReady();
            shard.OnReady(ready, payload.Sequence);
            return;
        }

        // An unreadable event would be just as unreadable if it were sent again.
        if (payload.Sequence is { } sequence)
        {
            shard.RecordSequence(sequence);
        }

        if (payload.Event.SequenceEqual("INTERACTION_CREATE"u8))
        {
            TakeInteraction(payload.Data);
        }
        else if (payload.Event.SequenceEqual("RESUMED"u8))
        {
            BecomeReady();
            shard.OnResumed();
        }
    }

    private void TakeInteraction(ReadOnlySpan<byte> data)
    {
        try
        {
            var interaction = Interaction.Read(data, out var problem);
            if (!interaction.HasUsableToken)
            {
                throw new JsonException($"Interaction {interaction.Id} has no token to respond with.");
            }

            if (problem is not null)
            {
                context.Services.Telemetry.Unreadable(isPartial: true);
                LogPartial(interaction.Id, problem);
            }

            shard.OnInteraction(interaction);
        }
        catch (JsonException ex)
        {
            context.Services.Telemetry.Unreadable(isPartial: false);
            LogUnreadable(shard.ShardId[0], ex.Message);
        }
    }

    private void BecomeReady()
    {
        _readySince = _time.GetTimestamp();
        _handshake?.Complete();
    }

    // Without its content the session is unusable, and so is the connection.
    private static Ready ReadReady(ReadOnlySpan<byte> data)
    {
        try
        {
            return PartialJson.Read(data, GatewayJson.Default.Ready, out _) is { SessionId.Length: > 0 } ready ? ready : throw new JsonException("It has no session id.");
        }
        catch (JsonException ex)
        {
            throw new InvalidDataException($"Its READY cannot be read: {ex.Message}", ex);
        }
    }

    private static bool IsTransient(Exception ex) =>
        DiscordRestClient.IsTransient(ex) || ex is WebSocketException or InvalidDataException or ObjectDisposedException;

    [LoggerMessage(DiscordEvents.ConnectionOpening, LogLevel.Debug, "Shard {Number} opens a connection to {Host}.")]
    private partial void LogOpening(int number, string host);

    [LoggerMessage(DiscordEvents.ConnectionLost, LogLevel.Warning, "Shard {Number} has lost its connection to Discord: {Error}")]
    private partial void LogLost(int number, string error);

    [LoggerMessage(DiscordEvents.HeartbeatUnacknowledged, LogLevel.Warning, "Shard {Number} got no answer to a heartbeat, and reconnects.")]
    private partial void LogHeartbeatTimeout(int number);

    [LoggerMessage(DiscordEvents.ReconnectRequested, LogLevel.Information, "Discord asked shard {Number} to reconnect.")]
    private partial void LogReconnect(int number);

    [LoggerMessage(DiscordEvents.SessionInvalidated, LogLevel.Information, "The session of shard {Number} is invalid. Can it be resumed: {CanResume}.")]
    private partial void LogInvalid(int number, bool canResume);

    [LoggerMessage(DiscordEvents.ConnectionClosed, LogLevel.Information, "Discord has closed the connection of shard {Number} ({Code}).")]
    private partial void LogClosed(int number, int? code);

    [LoggerMessage(DiscordEvents.EventReadInPart, LogLevel.Warning, "Interaction {Id} was read without its unreadable parts: {Parts}.")]
    private partial void LogPartial(ulong id, string parts);

    [LoggerMessage(DiscordEvents.PayloadSkipped, LogLevel.Warning, "Shard {Number} skipped an unreadable payload: {Error}")]
    private partial void LogUnreadable(int number, string error);
}
