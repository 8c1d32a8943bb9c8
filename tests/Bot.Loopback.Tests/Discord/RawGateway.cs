using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Loopback.Tests.Discord;

/// <summary>A bot's end of the gateway, with nothing between.</summary>
internal sealed class RawGateway : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly MemoryStream _packed = new();
    private readonly Target _target;
    private readonly CancellationToken _deadline;
    private ZLibStream? _zlib;

    private RawGateway(Target target, CancellationToken deadline) => (_target, _deadline) = (target, deadline);

    /// <summary>How many WebSocket messages came.</summary>
    public int Messages { get; private set; }

    /// <summary>How many frames, or parts of frames, came.</summary>
    public int Parts { get; private set; }

    /// <summary>The status that the server refused the connection with.</summary>
    public static async Task<int> RefusedAsync(string url, CancellationToken deadline)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new(url), deadline));
        return (int)socket.HttpStatusCode;
    }

    public static async Task<RawGateway> ConnectAsync(Target target, CancellationToken deadline)
    {
        var gateway = new RawGateway(target, deadline);
        await gateway._socket.ConnectAsync(new(target.Url), deadline);
        return gateway;
    }

    /// <summary>The next payload.</summary>
    public async Task<JsonNode> NextAsync() => JsonNode.Parse(await NextTextAsync() ?? throw new InvalidOperationException($"Closed with {_socket.CloseStatus}."))!;

    /// <summary>The next payload as text; null if the connection was closed.</summary>
    public async Task<string?> NextTextAsync()
    {
        var buffer = new byte[65536];
        var length = 0;
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer.AsMemory(length), _deadline);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += received.Count;
            Parts++;
            Messages += received.EndOfMessage ? 1 : 0;
            if (received.MessageType == WebSocketMessageType.Text)
            {
                if (received.EndOfMessage)
                {
                    return Encoding.UTF8.GetString(buffer.AsSpan(0, length));
                }
            }
            else if (received.EndOfMessage && buffer.AsSpan(0, length).EndsWith((byte[])[0, 0, 0xFF, 0xFF]))
            {
                return Unpack(buffer.AsSpan(0, length));
            }
        }
    }

    /// <summary>The events up to one of a name.</summary>
    public async Task<IReadOnlyList<JsonNode>> UntilAsync(string name)
    {
        var events = new List<JsonNode>();
        while (events.Count == 0 || (string?)events[^1]["t"] != name)
        {
            events.Add(await NextAsync());
        }

        return events;
    }

    /// <summary>The code that the server closes with, whatever comes before.</summary>
    public async Task<int> ClosedAsync()
    {
        while (await NextTextAsync() is not null)
        {
            // Only the end matters.
        }

        return (int)_socket.CloseStatus!.Value;
    }

    /// <summary>Waits until the connection breaks without a close frame.</summary>
    public Task BrokenAsync() => Assert.ThrowsAsync<WebSocketException>(async () => await ClosedAsync());

    /// <summary>Sends any text.</summary>
    public Task SendAsync(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, _deadline);

    public Task IdentifyAsync(int shard = 0, int shards = 1, int intents = 0) =>
        SendAsync($$$"""{"op":2,"d":{"token":"{{{_target.Token}}}","intents":{{{intents}}},"properties":{"os":"linux","browser":"test","device":"test"},"shard":[{{{shard}}},{{{shards}}}]}}""");

    public Task ResumeAsync(string session, long sequence, string? token = null) =>
        SendAsync($$$"""{"op":6,"d":{"token":"{{{token ?? _target.Token}}}","session_id":"{{{session}}}","seq":{{{sequence}}}}}""");

    public Task HeartbeatAsync(long? sequence) => SendAsync($$"""{"op":1,"d":{{(sequence is null ? "null" : sequence)}}}""");

    /// <summary>Closes with a code, and waits for the answer.</summary>
    public Task CloseAsync(int code) => _socket.CloseAsync((WebSocketCloseStatus)code, "", _deadline);

    /// <summary>Closes with a code, and is gone at once: no answer is waited for, and what was sent is not read.</summary>
    public async Task HangUpAsync(int code)
    {
        await _socket.CloseOutputAsync((WebSocketCloseStatus)code, "", _deadline);
        _socket.Abort();
    }

    /// <summary>Cuts the connection.</summary>
    public void Cut() => _socket.Abort();

    public void Dispose()
    {
        _socket.Dispose();
        _zlib?.Dispose();
    }

    private string Unpack(ReadOnlySpan<byte> bytes)
    {
        var start = _packed.Position;
        _packed.Write(bytes);
        _packed.Position = start;
        _zlib ??= new(_packed, CompressionMode.Decompress);
        var text = new byte[65536];
        var length = 0;
        for (int read; (read = _zlib.Read(text, length, text.Length - length)) > 0;)
        {
            length += read;
        }

        return Encoding.UTF8.GetString(text.AsSpan(0, length));
    }

    /// <summary>Where to connect, and as whom.</summary>
    internal sealed record Target(string Token, string Url);
}
