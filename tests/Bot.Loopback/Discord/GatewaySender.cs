using System.Net.WebSockets;
using System.Threading.Channels;

namespace Bot.Loopback.Discord;

/// <summary>Sends over one connection to the gateway, one after the other, and ends it.</summary>
internal sealed class GatewaySender(GatewayHub hub, GatewayConnection log, WebSocket socket, Stream stream, Action abort, ZlibPackets? zlib)
{
    private readonly Channel<Outgoing> _outgoing = Channel.CreateUnbounded<Outgoing>(new() { SingleReader = true });

    private enum Kind
    {
        Payload,
        Frame,
        Close,
        Cut,
        CutInFrame,
    }

    /// <summary>Sends a payload.</summary>
    public void Send(byte[] payload) => _outgoing.Writer.TryWrite(new(Kind.Payload, payload));

    /// <summary>Sends a binary message as it is, outside the compressed stream.</summary>
    public void SendFrame(byte[] content) => _outgoing.Writer.TryWrite(new(Kind.Frame, content));

    /// <summary>Closes it after what was sent before.</summary>
    public void Close(int code, string reason)
    {
        _outgoing.Writer.TryWrite(new(Kind.Close, [], code, reason));
        Complete();
    }

    /// <summary>Cuts it, without a word or in the middle of one.</summary>
    public void Cut(bool inFrame)
    {
        _outgoing.Writer.TryWrite(new(inFrame ? Kind.CutInFrame : Kind.Cut, []));
        Complete();
    }

    /// <summary>Sends nothing more.</summary>
    public void Complete() => _outgoing.Writer.TryComplete();

    /// <summary>Sends until there is nothing more.</summary>
    public async Task RunAsync(GatewaySocket served, CancellationToken cancellation)
    {
        try
        {
            await foreach (var item in _outgoing.Reader.ReadAllAsync(cancellation))
            {
                await SendAsync(served, item, cancellation);
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

    private async Task SendAsync(GatewaySocket served, Outgoing item, CancellationToken cancellation)
    {
        switch (item.Kind)
        {
            case Kind.Payload when zlib is null:
                await socket.SendAsync(item.Payload, WebSocketMessageType.Text, endOfMessage: true, cancellation);
                break;
            case Kind.Payload:
                await SendPackedAsync(zlib.Pack(item.Payload), cancellation);
                break;
            case Kind.Frame:
                await socket.SendAsync(item.Payload, WebSocketMessageType.Binary, endOfMessage: true, cancellation);
                break;
            case Kind.Close:
                log.End(served.IsClosing ? ClosedBy.Server : ClosedBy.Bot, item.Code, hub.Options.Time.GetUtcNow());
                hub.OnClosing(served, item.Code);
                await socket.CloseOutputAsync((WebSocketCloseStatus)item.Code, item.Reason, cancellation);
                break;
            case Kind.Cut:
                log.End(ClosedBy.Server, null, hub.Options.Time.GetUtcNow());
                abort();
                break;
            default:
                // A frame of 1000 bytes begins, and breaks off after 10 of them.
                byte[] half = [(byte)(zlib is null ? 0x81 : 0x82), 126, 0x03, 0xE8, .. "{\"t\":\"REA"u8];
                log.End(ClosedBy.Server, null, hub.Options.Time.GetUtcNow());
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
