namespace Bot.Terminal;

/// <summary>A standard stream whose errors are <see cref="StandardStreamException"/>s, so that callers need not know which stream they use.</summary>
/// <param name="standard">The stream's number.</param>
/// <param name="open">Opens the stream on first use.</param>
internal sealed class CheckedStream(StandardStream standard, Func<Stream> open) : Stream
{
    private Stream? _inner;

    /// <inheritdoc/>
    public override bool CanRead => standard == StandardStream.Input;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => standard != StandardStream.Input;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Check(inner => inner.Read(buffer, offset, count));

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Check(inner =>
    {
        inner.Write(buffer, offset, count);
        return count;
    });

    /// <inheritdoc/>
    public override void Flush()
    {
        // Nothing is buffered.
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    private int Check(Func<Stream, int> act)
    {
        try
        {
            return act(_inner ??= open());
        }
        catch (Exception ex) when (ex is not StandardStreamException and (IOException or UnauthorizedAccessException or ArgumentException))
        {
            throw new StandardStreamException(standard, ex);
        }
    }
}
