using System.Net.WebSockets;
using Bot.Adapters.Resilience;

namespace Bot.Discord.Gateway;

/// <summary>A WebSocket connection to the gateway that sends and receives whole messages.</summary>
/// <param name="time">The clock.</param>
internal sealed class GatewaySocket(TimeProvider time) : IDisposable
{
    /// <summary>The close code after which the session can be resumed (Gateway, Initiating a Disconnect).</summary>
    public const WebSocketCloseStatus Resumable = (WebSocketCloseStatus)4000;

    // The maximum size of a message, compressed or not. A bot without intents gets some kilobytes; a READY with many servers has a few hundred.
    private const int MaxBytes = ZlibStreamDecompressor.MaxBytes;
    private const int FirstBytes = 16 << 10;
    private const int KeptBytes = 64 << 10;

    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(15);

    private readonly ClientWebSocket _socket = new() { Options = { KeepAliveInterval = TimeSpan.Zero, Proxy = LoopbackBypassProxy.FromEnvironment() } };
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ZlibStreamDecompressor _inflater = new();
    private byte[] _received = new byte[FirstBytes];

    /// <summary>The close code of the other side; null when it gave none.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    /// <summary>Opens the connection.</summary>
    /// <exception cref="WebSocketException">The connection cannot be opened.</exception>
    /// <exception cref="IOException">Opening the connection took too long.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async Task OpenAsync(Uri address, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(s_timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            await _socket.ConnectAsync(address, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new IOException($"The connection could not be opened within {s_timeout.TotalSeconds} s.");
        }
    }

    /// <summary>Receives the next message: its JSON, valid until the next call; null when the other side has closed.</summary>
    /// <exception cref="WebSocketException">The connection is broken.</exception>
    /// <exception cref="InvalidDataException">The message is too long or cannot be decompressed.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellation)
    {
        // The buffer of a long message is not kept for the short ones.
        if (_received.Length > KeptBytes)
        {
            _received = new byte[FirstBytes];
        }

        for (var length = 0; ;)
        {
            if (length == _received.Length)
            {
                Array.Resize(ref _received, length < MaxBytes ? 2 * length : throw new InvalidDataException($"A message has more than {MaxBytes} bytes."));
            }

            var part = await _socket.ReceiveAsync(_received.AsMemory(length), cancellation).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += part.Count;
            var message = _received.AsMemory(0, length);
            if (part.EndOfMessage && part.MessageType == WebSocketMessageType.Text)
            {
                return message;
            }

            if (part.EndOfMessage && ZlibStreamDecompressor.IsComplete(message.Span))
            {
                return _inflater.Decompress(message);
            }
        }
    }

    /// <summary>Sends a message. Safe for concurrent calls.</summary>
    /// <exception cref="WebSocketException">The connection is broken.</exception>
    /// <exception cref="IOException">Sending took too long; the connection is unusable.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(s_timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            await SendOneAsync(json, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new IOException($"The message could not be sent within {s_timeout.TotalSeconds} s.");
        }
    }

    /// <summary>Closes the connection if it is still open.</summary>
    public async Task CloseAsync(WebSocketCloseStatus status)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
        try
        {
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await _socket.CloseOutputAsync(status, null, timeout.Token).ConfigureAwait(false);
            }
        }
        catch (Exception ex) when (ex is WebSocketException or OperationCanceledException or InvalidOperationException)
        {
            // It is already closed.
        }

        _socket.Abort();
    }

    /// <summary>Aborts the connection.</summary>
    public void Dispose()
    {
        _socket.Dispose();
        _inflater.Dispose();
        _sending.Dispose();
    }

    private async Task SendOneAsync(ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await _socket.SendAsync(json, WebSocketMessageType.Text, endOfMessage: true, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }
    }
}
