using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord;

/// <summary>The server's end of one connection to the gateway: what is sent over it, and what the bot sends.</summary>
internal sealed class GatewaySocket(GatewayHub hub, WebSocket socket, GatewayConnection log, Stream stream, Action abort, ZlibPackets? zlib)
{
    // "Gateway", Sending Events.
    private const int MaxPayload = 4096;
    private readonly GatewaySender _sender = new(hub, log, socket, stream, abort, zlib);
    private readonly PayloadRate _rate = new(hub.Options.Time);
    private readonly TimeProvider _time = hub.Options.Time;
    private ITimer? _deadline;
    private long? _heartbeat;
    private bool _hasSequence;
    private int _nullsSinceReady;
    private volatile bool _closing;

    /// <summary>What is reported about it.</summary>
    public GatewayConnection Log => log;

    /// <summary>Its session, once it has one.</summary>
    public GatewaySession? Session { get; set; }

    /// <summary>Whether the server ends it.</summary>
    public bool IsClosing => _closing;

    /// <summary>Sends a payload.</summary>
    public void Send(byte[] payload, long? sequence = null)
    {
        if (sequence is not null)
        {
            log.LastSequenceSent = sequence;
        }

        _sender.Send(payload);
    }

    /// <summary>Sends a payload.</summary>
    public void Send(string payload) => Send(System.Text.Encoding.UTF8.GetBytes(payload));

    /// <summary>Sends a binary message as it is, outside the compressed stream.</summary>
    public void SendFrame(byte[] content) => _sender.SendFrame(content);

    /// <summary>Closes it after what was sent before.</summary>
    public void Close(int code, string reason)
    {
        _closing = true;
        _sender.Close(code, reason);
    }

    /// <summary>Cuts it, without a word or in the middle of one.</summary>
    public void Cut(bool inFrame)
    {
        _closing = true;
        _sender.Cut(inFrame);
    }

    /// <summary>Serves it until it ends.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var sending = _sender.RunAsync(this, cancellation);
        try
        {
            if (!_closing)
            {
                Greet();
            }

            await ReceiveAllAsync();
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // The bot hung up, or the server cut it.
        }
        finally
        {
            _deadline?.Dispose();
            hub.OnEnded(this, socket.CloseStatus is { } code && !_closing ? (int)code : null);
            _sender.Complete();
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
        _deadline = _time.CreateTimer(_ => OnSilent(), null, Deadline, Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Deadline => hub.Options.HeartbeatInterval * hub.Options.HeartbeatTolerance;

    private void OnSilent()
    {
        if (_closing)
        {
            return;
        }

        hub.AddProblem($"connection {log.Number}: no heartbeat in time");
        Close(hub.Options.MissedHeartbeatCode, "Session timed out.");
    }

    // Not cancelled with the request, which ends as soon as the bot hangs up: the close frame that came before is still to be read.
    private async Task ReceiveAllAsync()
    {
        var buffer = new byte[MaxPayload + 1];
        var length = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                if (!_closing)
                {
                    _sender.Close((int)(socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure), "");
                }

                return;
            }

            length += received.Count;
            var isTooLong = length > MaxPayload;
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
        hub.Sessions.Identify(this, data);
    }

    private void OnResume(JsonObject? data)
    {
        log.Resume = data ?? [];
        if (log.Path != GatewayHub.ResumePath)
        {
            hub.AddProblem($"connection {log.Number}: Resume elsewhere than at resume_gateway_url");
        }

        hub.Sessions.Resume(this, data);
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
        _deadline?.Change(Deadline, Timeout.InfiniteTimeSpan);
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
}
