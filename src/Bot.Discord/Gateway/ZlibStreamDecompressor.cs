using System.Buffers;
using System.IO.Compression;

namespace Bot.Discord.Gateway;

/// <summary>
/// Decompresses the messages of one connection, which share one zlib context (Gateway, Transport Compression, zlib-stream).
/// </summary>
internal sealed class ZlibStreamDecompressor : IDisposable
{
    /// <summary>The maximum size of a message in bytes. One about many servers has a few megabytes; anything larger is not valid.</summary>
    public const int MaxBytes = 16 << 20;

    private const int KeptBytes = 64 << 10;

    private readonly InputStream _input = new();
    private readonly ZLibStream _stream;
    private ArrayBufferWriter<byte> _expanded = new();

    public ZlibStreamDecompressor() => _stream = new ZLibStream(_input, CompressionMode.Decompress, leaveOpen: true);

    /// <summary>Whether the data received so far is a complete message: it ends with an empty block.</summary>
    public static bool IsComplete(ReadOnlySpan<byte> compressed) => compressed.EndsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0xff, 0xff]);

    /// <summary>Decompresses a message. The result is valid until the next call.</summary>
    /// <exception cref="InvalidDataException">The data is not a zlib stream, or too long.</exception>
    public ReadOnlyMemory<byte> Decompress(ReadOnlyMemory<byte> compressed)
    {
        // The buffer of a long message is not kept for the short ones.
        if (_expanded.Capacity > KeptBytes)
        {
            _expanded = new ArrayBufferWriter<byte>();
        }

        _expanded.ResetWrittenCount();
        _input.Content = compressed;
        while (Read() is > 0 and var count)
        {
            _expanded.Advance(count);
            if (_expanded.WrittenCount > MaxBytes)
            {
                throw new InvalidDataException($"A message has more than {MaxBytes} bytes.");
            }
        }

        return _expanded.WrittenMemory;
    }

    public void Dispose() => _stream.Dispose();

    private int Read()
    {
        try
        {
            return _stream.Read(_expanded.GetSpan(4096));
        }
        catch (InvalidDataException)
        {
            // .NET's message speaks of archives.
            throw new InvalidDataException("The compressed stream of the gateway is broken.");
        }
    }

    // Returns the available bytes, and then reports the end of the data. The stream can be read again when there is more.
    private sealed class InputStream : Stream
    {
        public ReadOnlyMemory<byte> Content { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, Content.Length);
            Content.Span[..count].CopyTo(buffer);
            Content = Content[count..];
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
