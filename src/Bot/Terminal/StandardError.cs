using System.Text;

namespace Bot.Terminal;

/// <summary>Standard error. Text that cannot be written is lost, because there is no other place to report it. The exit code still reports the result.</summary>
internal static class StandardError
{
    /// <summary>Opens the stream. If it was closed at the start, all text is discarded.</summary>
    public static TextWriter Open() => StandardStreams.IsClosed(StandardStream.Error)
        ? TextWriter.Null
        : TextWriter.Synchronized(new StreamWriter(new LossyStream(Console.OpenStandardError()), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true });

    private sealed class LossyStream(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count)
        {
            try
            {
                inner.Write(buffer, offset, count);
            }
            catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
            {
                // A full disk or a closed terminal. See the summary for why this is not reported.
            }
        }

        public override void Flush()
        {
            // The underlying stream has no buffer.
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
