using System.Text;

namespace Bot.Terminal;

/// <summary>A line of input.</summary>
/// <param name="Text">The line without its end; of a line that is too long, its beginning.</param>
/// <param name="IsCut">Whether only the beginning of a longer line was kept.</param>
internal readonly record struct InputLine(string Text, bool IsCut);

/// <summary>
/// Reads lines of UTF-8 that end in a line feed, a carriage return or both, and knows whether the next one is already there. A byte order
/// mark at the start of a line is left out, and invalid UTF-8 becomes U+FFFD. The memory needed does not depend on the length of a line.
/// </summary>
/// <remarks>A <see cref="StreamReader"/> waits for input after a carriage return, keeps whole lines, and reads FF FE as UTF-16.</remarks>
/// <param name="stream">The input.</param>
/// <param name="maxBytes">The maximum number of bytes kept of a line.</param>
internal sealed class Utf8LineReader(Stream stream, int maxBytes)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly byte[] _line = new byte[maxBytes];
    private int _start;
    private int _end;
    private int _kept;
    private bool _hasBegun;
    private bool _isCut;
    private bool _isAfterCarriageReturn;

    /// <summary>Whether a whole line is available without reading.</summary>
    public bool HasLine
    {
        get
        {
            SkipLineFeed();
            return Unread.IndexOfAny((byte)'\r', (byte)'\n') >= 0;
        }
    }

    private ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start.._end);

    /// <summary>Reads the next line; null after the last.</summary>
    public InputLine? ReadLine()
    {
        while (true)
        {
            SkipLineFeed();
            var end = Unread.IndexOfAny((byte)'\r', (byte)'\n');
            Keep(end < 0 ? Unread : Unread[..end]);
            if (end >= 0)
            {
                _isAfterCarriageReturn = Unread[end] == '\r';
                _start += end + 1;
                return Take();
            }

            (_start, _end) = (0, stream.Read(_buffer, 0, _buffer.Length));
            if (_end == 0)
            {
                return _hasBegun ? Take() : null;
            }
        }
    }

    // A line that ends in a carriage return is returned before it is known whether a line feed follows.
    private void SkipLineFeed()
    {
        if (_isAfterCarriageReturn && _start < _end)
        {
            _start += _buffer[_start] == '\n' ? 1 : 0;
            _isAfterCarriageReturn = false;
        }
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        var count = Math.Min(bytes.Length, _line.Length - _kept);
        bytes[..count].CopyTo(_line.AsSpan(_kept));
        _kept += count;
        _isCut |= count < bytes.Length;
        _hasBegun |= bytes.Length > 0;
    }

    private InputLine Take()
    {
        var bytes = _line.AsSpan(0, _kept);

        // The last character may be cut in the middle, so it is left out.
        while (_isCut && bytes is [.., var last] && (last & 0x80) != 0)
        {
            bytes = bytes[..^1];
            if ((last & 0x40) != 0)
            {
                break;
            }
        }

        var line = new InputLine(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), _isCut);
        (_kept, _isCut, _hasBegun) = (0, false, false);
        return line;
    }
}
