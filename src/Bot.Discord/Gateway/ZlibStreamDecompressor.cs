using System.Buffers;
using System.IO.Compression;

namespace Bot.Discord.Gateway;

/// <summary>
/// Expands the messages of one connection, which share one zlib context (Gateway, Transport Compression, zlib-stream).
/// </summary>
internal sealed class ZlibStreamDecompressor : IDisposable
{
    /// <summary>The most bytes of a message: one about many servers is a few megabytes, and what grows beyond this is none.</summary>
    public const int MaxBytes = 16 << 20;

    private const int KeptBytes = 64 << 10;

    private readonly InputStream _input = new();
    private readonly ZLibStream _stream;
    private ArrayBufferWriter<byte> _expanded = new();

    public ZlibStreamDecompressor() => _stream = new ZLibStream(_input, CompressionMode.Decompress, leaveOpen: true);

    /// <summary>Whether what has come so far is whole: it ends with an empty block.</summary>
    public static bool IsComplete(ReadOnlySpan<byte> compressed) => compressed.EndsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0xff, 0xff]);

    /// <summary>Expands a message. The result is good until the next call.</summary>
    /// <exception cref="InvalidDataException">It is no zlib stream, or endless.</exception>
    public ReadOnlyMemory<byte> Decompress(ReadOnlyMemory<byte> compressed)
    {
        // What one long message took is not kept for the short ones.
        if (_expanded.Capacity > KeptBytes)
        {
            _expanded = new ArrayBufferWriter<byte>();
        }

        _expanded.ResetWrittenCount();
        _input.Content = compressed;
        while (_stream.Read(_expanded.GetSpan(4096)) is > 0 and var count)
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

    // Gives what is there, and then says that nothing more is; the stream may be asked again when there is more.
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
