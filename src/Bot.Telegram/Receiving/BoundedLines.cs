namespace Bot.Telegram.Receiving;

/// <summary>Reads a file line by line and never holds more than one line.</summary>
internal static class BoundedLines
{
    /// <summary>The lines of a stream, without line feeds. A line that is too long is null, and the next is read as usual.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="maxLength">The maximum length of a line in bytes.</param>
    /// <returns>Lines, each valid until the next is requested.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static IEnumerable<ReadOnlyMemory<byte>?> Read(Stream stream, int maxLength)
    {
        var buffer = new byte[maxLength + 1];
        var (length, isTooLong) = (0, false);
        while (stream.Read(buffer, length, buffer.Length - length) is > 0 and var read)
        {
            length += read;
            var start = 0;
            while (buffer.AsSpan(start, length - start).IndexOf((byte)'\n') is >= 0 and var end)
            {
                yield return isTooLong ? default(ReadOnlyMemory<byte>?) : buffer.AsMemory(start, end);
                isTooLong = false;
                start += end + 1;
            }

            buffer.AsSpan(start, length - start).CopyTo(buffer);
            length -= start;
            if (length == buffer.Length)
            {
                (length, isTooLong) = (0, true);
            }
        }

        if (isTooLong || length > 0)
        {
            yield return isTooLong ? default(ReadOnlyMemory<byte>?) : buffer.AsMemory(0, length);
        }
    }
}
