using System.IO.Compression;

namespace Bot.Loopback.Discord;

/// <summary>
/// The transport compression of one connection: one zlib context for all messages, each flushed so that it ends in
/// <c>00 00 FF FF</c> ("Gateway", zlib-stream).
/// </summary>
internal sealed class ZlibPackets : IDisposable
{
    private readonly MemoryStream _packed = new();
    private readonly ZLibStream _zlib;

    public ZlibPackets() => _zlib = new(_packed, CompressionLevel.Fastest, leaveOpen: true);

    /// <summary>The bytes of one message; they stand until the next call.</summary>
    public ReadOnlyMemory<byte> Pack(ReadOnlySpan<byte> message)
    {
        _packed.SetLength(0);
        _zlib.Write(message);
        _zlib.Flush();
        return _packed.GetBuffer().AsMemory(0, (int)_packed.Length);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _zlib.Dispose();
        _packed.Dispose();
    }
}
