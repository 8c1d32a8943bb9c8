using System.Text;

namespace Bot.Terminal;

/// <summary>Reads lines of UTF-8 that end in a line feed, and tells whether the next is there already. What is not UTF-8 becomes U+FFFD.</summary>
/// <remarks>A <see cref="StreamReader"/> waits for input when it is asked for the next character, ends lines at a carriage return too, and takes FF FE for UTF-16.</remarks>
internal sealed class Utf8LineReader(Stream stream)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isFirst = true;

    /// <summary>Whether a whole line waits that needs no reading.</summary>
    public bool HasLine => _buffer.AsSpan(_start.._end).Contains((byte)'\n');

    /// <summary>The next line without its end; null after the last.</summary>
    public string? ReadLine()
    {
        var scanned = 0;
        while (true)
        {
            var end = _buffer.AsSpan((_start + scanned).._end).IndexOf((byte)'\n');
            if (end >= 0)
            {
                var line = Decode(scanned + end);
                _start += scanned + end + 1;
                return line;
            }

            scanned = _end - _start;
            MakeRoom();
            var read = stream.Read(_buffer, _end, _buffer.Length - _end);
            if (read == 0)
            {
                var rest = scanned > 0 ? Decode(scanned) : null;
                _start = _end;
                return rest;
            }

            _end += read;
        }
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
    }

    private string Decode(int length)
    {
        var line = Encoding.UTF8.GetString(_buffer, _start, length);
        line = line.EndsWith('\r') ? line[..^1] : line;
        line = _isFirst ? line.TrimStart('\uFEFF') : line;
        _isFirst = false;
        return line;
    }
}
