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
/// <param name="turn">The turn to begin a session; null to go on with one.</param>
internal sealed partial class GatewayConnection(IGatewayEvents shard, ShardContext context, LivenessSignal signal, IdentifyTurn? turn)
{
    private readonly TimeProvider _time = context.Services.Time;
    private readonly ILogger _logger = context.Logger;
    private GatewayHandshake? _handshake;
    private long? _readySince;
    private bool _isLost;

    /// <summary>The code that Discord closed the connection with; null when it gave none.</summary>
    public int? CloseCode { get; private set; }

    /// <summary>Whether a session began or went on.</summary>
    public bool WasReady => _readySince is not null;

    /// <summary>Whether the beginning of a session was asked for.</summary>
    public bool HasIdentified => _handshake is { HasIdentified: true };

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
            context.Health.Wait(shard.ShardId[0], "a connection");
            LogOpening(shard.ShardId[0], address.Host);
            await socket.OpenAsync(address, cancellation).ConfigureAwait(false);
            var handshake = _handshake = new GatewayHandshake(socket, shard, context);
            if (await handshake.ReceiveHelloAsync(cancellation).ConfigureAwait(false) is { } interval)
            {
                var heartbeat = new Heartbeat(socket, signal, _time, context.Services.Random, () => shard.LastSequence);

                // A session that nobody goes on with is ended by the code (Gateway, Initiating a Disconnect). A socket whose receiving
                // is cancelled could no longer say so: it is cut.
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

    // Runs what goes on beside the listening, which learns of a failure by the end of the connection.
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

    // That a connection ends which was given up is none.
    private bool IsNews() => _handshake is not { HasTimedOut: true } && !Interlocked.Exchange(ref _isLost, true);

    private void ReportLost(Exception ex)
    {
        if (IsNews())
        {
            LogLost(shard.ShardId[0], DiscordRestClient.Summary(ex));
        }
    }

    private async Task<ReconnectMode> ListenAsync(GatewaySocket socket, Heartbeat heartbeat, CancellationToken cancellation)
    {
        while (await socket.ReceiveAsync(CancellationToken.None).ConfigureAwait(false) is { } message)
        {
            // Discord sends one payload a message; what follows another is no less one.
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
                        // An event that was handled, or what this version of the gateway does not have.
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

    // Handles events; gives what else there is to do, the truth that came with it, and how many bytes it took.
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

        // An event that cannot be read would be no more readable if it came again.
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

    // Without what it says the session cannot be used, so the connection is of no use either.
    private static Ready ReadReady(ReadOnlySpan<byte> data)
    {
        try
        {
            return PartialJson.Read(data, GatewayJson.Default.Ready, out _) is { SessionId.Length: > 0 } ready ? ready : throw new JsonException("It names no session.");
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

    [LoggerMessage(DiscordEvents.HeartbeatUnacknowledged, LogLevel.Warning, "Shard {Number} had no answer to a heartbeat, and connects again.")]
    private partial void LogHeartbeatTimeout(int number);

    [LoggerMessage(DiscordEvents.ReconnectRequested, LogLevel.Information, "Shard {Number} was asked to connect again.")]
    private partial void LogReconnect(int number);

    [LoggerMessage(DiscordEvents.SessionInvalidated, LogLevel.Information, "The session of shard {Number} is void; it can be resumed: {CanResume}.")]
    private partial void LogInvalid(int number, bool canResume);

    [LoggerMessage(DiscordEvents.ConnectionClosed, LogLevel.Information, "Discord has closed the connection of shard {Number} ({Code}).")]
    private partial void LogClosed(int number, int? code);

    [LoggerMessage(DiscordEvents.EventReadInPart, LogLevel.Warning, "Interaction {Id} is read without what cannot be read: {Parts}.")]
    private partial void LogPartial(ulong id, string parts);

    [LoggerMessage(DiscordEvents.PayloadSkipped, LogLevel.Warning, "Shard {Number} skips what it cannot read: {Error}")]
    private partial void LogUnreadable(int number, string error);
}
