using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Gateway;

/// <summary>What a connection takes and how long it waits, against a server of bytes.</summary>
public sealed class GatewaySocketTests : IDisposable
{
    private readonly TestClock _time = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly GatewaySocket _socket;

    public GatewaySocketTests() => _socket = new GatewaySocket(_time);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _socket.Dispose();
        _listener.Dispose();
    }

    [Theory]
    [InlineData(0x81)]
    [InlineData(0x82)]
    public async Task Of_a_frame_without_end_no_more_is_taken_than_a_message_may_have(byte kind)
    {
        using var server = await ConnectAsync();
        var stream = server.GetStream();
        var receiving = _socket.ReceiveAsync(Cancellation).AsTask();

        // 300 MB are announced.
        await stream.WriteAsync((byte[])[kind, 127, 0, 0, 0, 0, 0x12, 0xC0, 0, 0], Cancellation);
        var sent = await FillAsync(stream, receiving);

        Assert.Contains($"more than {16 << 20} bytes", (await Assert.ThrowsAsync<InvalidDataException>(() => receiving)).Message, StringComparison.Ordinal);

        // The rest is on its way.
        Assert.InRange(sent, 16 << 20, 32 << 20);
    }

    [Fact]
    public async Task Messages_without_the_end_of_a_compressed_one_are_taken_no_further_than_one_may_have()
    {
        using var server = await ConnectAsync();
        var stream = server.GetStream();
        var receiving = _socket.ReceiveAsync(Cancellation).AsTask();
        byte[] frame = [0x82, 127, 0, 0, 0, 0, 0, 0x10, 0, 0, .. new byte[1 << 20]];

        while (!receiving.IsCompleted)
        {
            await Task.WhenAny(stream.WriteAsync(frame, Cancellation).AsTask(), receiving);
        }

        await Assert.ThrowsAsync<InvalidDataException>(() => receiving);
    }

    [Fact]
    public async Task What_cannot_be_sent_for_15_seconds_is_given_up()
    {
        using var server = await ConnectAsync();

        // Nobody reads it, and no buffer holds so much.
        var sending = _socket.SendAsync(new byte[64 << 20], Cancellation);
        Assert.Equal(TimeSpan.FromSeconds(15), await _time.NextWaitAsync(Cancellation));
        _time.Advance(TimeSpan.FromSeconds(14));
        Assert.False(sending.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Contains("within 15 s", (await Assert.ThrowsAsync<IOException>(() => sending)).Message, StringComparison.Ordinal);
    }

    private static async Task<long> FillAsync(NetworkStream stream, Task receiving)
    {
        var chunk = Encoding.ASCII.GetBytes(new string('x', 1 << 16));
        for (var sent = 0L; ; sent += chunk.Length)
        {
            var writing = stream.WriteAsync(chunk, Cancellation).AsTask();
            if (await Task.WhenAny(writing, receiving) == receiving)
            {
                return sent;
            }

            await writing;
        }
    }

    // The handshake (RFC 6455, section 4.2.2), after which the test writes frames itself.
    private async Task<TcpClient> ConnectAsync()
    {
        _listener.Start();
        var opening = _socket.OpenAsync(new Uri($"ws://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/"), Cancellation);
        Assert.Equal(TimeSpan.FromSeconds(15), await _time.NextWaitAsync(Cancellation));
        var server = await _listener.AcceptTcpClientAsync(Cancellation);
        var reader = new StreamReader(server.GetStream());
        var key = "";
        while (await reader.ReadLineAsync(Cancellation) is { Length: > 0 } line)
        {
            key = line.StartsWith("Sec-WebSocket-Key: ", StringComparison.OrdinalIgnoreCase) ? line[19..] : key;
        }

#pragma warning disable CA5350 // The handshake names this algorithm, and protects nothing by it.
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
        await server.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"), Cancellation);
        await opening;
        return server;
    }
}
