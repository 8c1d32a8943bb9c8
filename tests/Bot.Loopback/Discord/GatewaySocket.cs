using System.Net.WebSockets;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Bot.Loopback.Discord;

/// <summary>The server's end of one connection to the gateway: what is sent over it, and what the bot sends.</summary>
internal sealed class GatewaySocket(GatewayHub hub, WebSocket socket, GatewayConnection log, Stream stream, Action abort, ZlibPackets? zlib)
{
    // "Gateway", Sending Events.
    private const int LongestPayload = 4096;
    private readonly Channel<Outgoing> _outgoing = Channel.CreateUnbounded<Outgoing>(new() { SingleReader = true });
    private readonly PayloadRate _rate = new(hub.Options.Time);
    private readonly TimeProvider _time = hub.Options.Time;
    private ITimer? _deadline;
    private long? _heartbeat;
    private bool _hasSequence;
    private int _nullsSinceReady;
    private volatile bool _closing;

    private enum Kind
    {
        Payload,
        Close,
        Cut,
        CutInFrame,
    }

    /// <summary>What is told of it.</summary>
    public GatewayConnection Log => log;

    /// <summary>Its session, once it has one.</summary>
    public GatewaySession? Session { get; set; }

    /// <summary>Sends a payload.</summary>
    public void Send(byte[] payload, long? sequence = null)
    {
        if (sequence is not null)
        {
            log.LastSequenceSent = sequence;
        }

        _outgoing.Writer.TryWrite(new(Kind.Payload, payload));
    }

    /// <summary>Sends a payload.</summary>
    public void Send(string payload) => Send(System.Text.Encoding.UTF8.GetBytes(payload));

    /// <summary>Closes it after what was sent before.</summary>
    public void Close(int code, string reason)
    {
        _closing = true;
        _outgoing.Writer.TryWrite(new(Kind.Close, [], code, reason));
        _outgoing.Writer.TryComplete();
    }

    /// <summary>Cuts it, without a word or in the middle of one.</summary>
    public void Cut(bool inFrame)
    {
        _closing = true;
        _outgoing.Writer.TryWrite(new(inFrame ? Kind.CutInFrame : Kind.Cut, []));
        _outgoing.Writer.TryComplete();
    }

    /// <summary>Serves it until it ends.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var sending = SendAllAsync(cancellation);
        try
        {
            if (!_closing)
            {
                Greet();
            }

            await ReceiveAllAsync(cancellation);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // The bot hung up, or the server cut it.
        }
        finally
        {
            _deadline?.Dispose();
            hub.OnEnded(this, socket.CloseStatus is { } code && !_closing ? (int)code : null);
            _outgoing.Writer.TryComplete();
            await sending;
        }
    }

    private void Greet()
    {
        if (hub.Control.WithholdHello)
        {
            return;
        }

        Send($$"""{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":{{(long)hub.Options.HeartbeatInterval.TotalMilliseconds}},"_trace":[]} }""");
        _deadline = _time.CreateTimer(_ => OnSilent(), null, Patience, Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Patience => hub.Options.HeartbeatInterval * hub.Options.HeartbeatTolerance;

    private void OnSilent()
    {
        if (_closing)
        {
            return;
        }

        hub.AddProblem($"connection {log.Number}: no heartbeat in time");
        Close(hub.Options.MissedHeartbeatCode, "Session timed out.");
    }

    private async Task ReceiveAllAsync(CancellationToken cancellation)
    {
        var buffer = new byte[LongestPayload + 1];
        var length = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length), cancellation);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                if (!_closing)
                {
                    _outgoing.Writer.TryWrite(new(Kind.Close, [], (int)(socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure), ""));
                }

                return;
            }

            length += received.Count;
            var isTooLong = length > LongestPayload;
            if (!_closing && isTooLong)
            {
                Close(4002, "Error while decoding payload.");
            }
            else if (!_closing && received.EndOfMessage)
            {
                Receive(buffer.AsSpan(0, length));
            }

            if (isTooLong || received.EndOfMessage)
            {
                length = 0;
            }
        }
    }

    private void Receive(ReadOnlySpan<byte> bytes)
    {
        if (!_rate.Take())
        {
            Close(4008, "Rate limited.");
            return;
        }

        if (!DiscordJson.TryParse(bytes, out var node) || node is not JsonObject payload || payload.Integer("op") is not { } op)
        {
            Close(4002, "Error while decoding payload.");
            return;
        }

        if (hub.Options.KeepLogs)
        {
            log.Add(payload);
        }

        switch (op)
        {
            case 1:
                OnHeartbeat(payload);
                break;
            case 2 or 6 when Session is not null:
                Close(4005, "Already authenticated.");
                break;
            case 2:
                OnIdentify(payload["d"] as JsonObject);
                break;
            case 6:
                OnResume(payload["d"] as JsonObject);
                break;
            case 3 or 4 or 8 or 31 or 43:
                if (Session is null)
                {
                    Close(4003, "Not authenticated.");
                }

                break;
            default:
                Close(4001, "Unknown opcode.");
                break;
        }

        hub.Changes.Notify();
    }

    private void OnIdentify(JsonObject? data)
    {
        log.Identify = data ?? [];
        if (log.Path == GatewayHub.ResumePath)
        {
            hub.AddProblem($"connection {log.Number}: Identify at resume_gateway_url");
        }

        if (_hasSequence)
        {
            hub.AddProblem($"connection {log.Number}: a heartbeat before Identify carried the sequence number {_heartbeat} of another session");
        }

        (_heartbeat, _hasSequence) = (null, false);
        hub.Identify(this, data);
    }

    private void OnResume(JsonObject? data)
    {
        log.Resume = data ?? [];
        if (log.Path != GatewayHub.ResumePath)
        {
            hub.AddProblem($"connection {log.Number}: Resume elsewhere than at resume_gateway_url");
        }

        hub.Resume(this, data);
    }

    private void OnHeartbeat(JsonObject payload)
    {
        var sequence = payload.Integer("d");
        if (sequence is null && payload["d"] is not null)
        {
            Close(4002, "Error while decoding payload.");
            return;
        }

        CheckSequence(sequence);
        log.Add(new GatewayHeartbeat(_time.GetUtcNow(), sequence));
        _deadline?.Change(Patience, Timeout.InfiniteTimeSpan);
        if (!hub.Control.WithholdAcks)
        {
            Send("""{"t":null,"s":null,"op":11,"d":null}""");
        }
    }

    // A heartbeat may cross a dispatch, so an old number is no fault, nor is one heartbeat without any after READY.
    private void CheckSequence(long? sequence)
    {
        if (sequence is { } number)
        {
            if (_hasSequence && number < _heartbeat)
            {
                hub.AddProblem($"connection {log.Number}: a heartbeat went back from sequence number {_heartbeat} to {number}");
            }

            if (Session is not null && number > Session.Sequence)
            {
                hub.AddProblem($"connection {log.Number}: a heartbeat carries sequence number {number}, but only {Session.Sequence} were sent");
            }

            (_heartbeat, _hasSequence) = (number, true);
        }
        else if (_hasSequence || log.Resume is not null || (Session is not null && _nullsSinceReady++ > 0))
        {
            hub.AddProblem($"connection {log.Number}: a heartbeat carries no sequence number, though the bot knows one");
        }
    }

    private async Task SendAllAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var item in _outgoing.Reader.ReadAllAsync(cancellation))
            {
                await SendAsync(item, cancellation);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The connection ended meanwhile.
        }
        finally
        {
            zlib?.Dispose();
        }
    }

    private async Task SendAsync(Outgoing item, CancellationToken cancellation)
    {
        switch (item.Kind)
        {
            case Kind.Payload when zlib is null:
                await socket.SendAsync(item.Payload, WebSocketMessageType.Text, endOfMessage: true, cancellation);
                break;
            case Kind.Payload:
                await SendPackedAsync(zlib.Pack(item.Payload), cancellation);
                break;
            case Kind.Close:
                log.End(_closing ? ClosedBy.Server : ClosedBy.Bot, item.Code, _time.GetUtcNow());
                hub.OnClosing(this, item.Code);
                await socket.CloseOutputAsync((WebSocketCloseStatus)item.Code, item.Reason, cancellation);
                break;
            case Kind.Cut:
                log.End(ClosedBy.Server, null, _time.GetUtcNow());
                abort();
                break;
            default:
                // A frame of 1000 bytes begins, and breaks off after 10 of them.
                byte[] half = [(byte)(zlib is null ? 0x81 : 0x82), 126, 0x03, 0xE8, .. "{\"t\":\"REA"u8];
                log.End(ClosedBy.Server, null, _time.GetUtcNow());
                await stream.WriteAsync(half, cancellation);
                await stream.FlushAsync(cancellation);
                abort();
                break;
        }
    }

    private async Task SendPackedAsync(ReadOnlyMemory<byte> packed, CancellationToken cancellation)
    {
        var size = hub.Options.FrameBytes;
        while (size > 0 && packed.Length > size)
        {
            await socket.SendAsync(packed[..size], WebSocketMessageType.Binary, hub.Options.FramesAreMessages, cancellation);
            packed = packed[size..];
        }

        await socket.SendAsync(packed, WebSocketMessageType.Binary, endOfMessage: true, cancellation);
    }

    private readonly record struct Outgoing(Kind Kind, byte[] Payload, int Code = 0, string Reason = "");
}
