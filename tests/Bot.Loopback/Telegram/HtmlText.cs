using System.Globalization;
using System.Text;

namespace Bot.Loopback.Telegram;

/// <summary>Reads HTML as strictly as the real server does, and refuses with its words and byte offsets.</summary>
internal sealed class HtmlText
{
    private readonly string _html;
    private readonly StringBuilder _text;
    private readonly HtmlEntities _entities = new();
    private readonly Stack<HtmlTag> _open = new();
    private int _at;

    private HtmlText(string html)
    {
        _html = html;
        _text = new(html.Length);
    }

    /// <summary>The text of some HTML, and its entities in order.</summary>
    public static FormattedText Parse(string html)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0)
        {
            return new(html, []);
        }

        return new HtmlText(html).Read();
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n' or '\v' or '\0';

    internal static Refusal Refuse(string what) => Refusal.BadRequest("can't parse entities: " + what);

    private static string Lower(string name) => name.ToLowerInvariant();

    private char Here() => At(_at);

    // The end reads as a NUL, which no text can hold and which counts as a space.
    private char At(int index) => index < _html.Length ? _html[index] : '\0';

    private int Bytes(int index) => Encoding.UTF8.GetByteCount(_html.AsSpan(0, index));

    private void SkipSpace()
    {
        while (Here() != '\0' && IsSpace(Here()))
        {
            _at++;
        }
    }

    private FormattedText Read()
    {
        while (_at < _html.Length)
        {
            if (Here() == '&' && ReadReference() is { } character)
            {
                _text.Append(character);
            }
            else if (Here() != '<')
            {
                _text.Append(_html[_at++]);
            }
            else if (At(_at + 1) == '/')
            {
                ReadEnd();
            }
            else
            {
                ReadStart();
            }
        }

        if (_open.TryPeek(out var unclosed))
        {
            throw Refuse($"Can't find end tag corresponding to start tag \"{unclosed.Name}\"");
        }

        return new(_text.ToString(), _entities.ToArray());
    }

    // Only four names are known, and numbers; anything else stays as it is written.
    private string? ReadReference()
    {
        var end = _at + 1;
        string? character;
        if (At(end) == '#')
        {
            var hexadecimal = At(++end) == 'x';
            var digits = hexadecimal ? ++end : end;
            while (hexadecimal ? char.IsAsciiHexDigit(At(end)) : char.IsAsciiDigit(At(end)))
            {
                end++;
            }

            if (end - _at >= 10)
            {
                return null;
            }

            var style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
            if (!int.TryParse(_html.AsSpan(digits, end - digits), style, CultureInfo.InvariantCulture, out var code) || code is 0 or >= 0x10ffff)
            {
                return null;
            }

            if (code is >= 0xd800 and <= 0xdfff)
            {
                throw Refuse("Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units");
            }

            character = char.ConvertFromUtf32(code);
        }
        else
        {
            while (char.IsAsciiLetter(At(end)))
            {
                end++;
            }

            character = _html[(_at + 1)..end] switch { "lt" => "<", "gt" => ">", "amp" => "&", "quot" => "\"", _ => null };
        }

        if (character is not null)
        {
            _at = At(end) == ';' ? end + 1 : end;
        }

        return character;
    }

    private void ReadStart()
    {
        var begin = _at++;
        while (!IsSpace(Here()) && Here() != '>')
        {
            _at++;
        }

        if (Here() == '\0')
        {
            throw Refuse($"Unclosed start tag at byte offset {Bytes(begin)}");
        }

        var name = Lower(_html[(begin + 1).._at]);
        if (name is not ("a" or "b" or "strong" or "i" or "em" or "s" or "strike" or "del" or "u" or "ins" or "tg-spoiler" or "tg-emoji" or "tg-time" or "span" or "pre" or "code" or "blockquote"))
        {
            throw Refuse($"Unsupported start tag \"{name}\" at byte offset {Bytes(begin)}");
        }

        var tag = new HtmlTag(name, _text.Length);
        while (true)
        {
            SkipSpace();
            if (Here() == '>')
            {
                break;
            }

            ReadAttribute(tag, begin);
        }

        if (name == "span" && tag.Argument != "spoiler")
        {
            throw Refuse($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Bytes(begin)}");
        }

        _open.Push(tag);
        _at++;
    }

    private void ReadAttribute(HtmlTag tag, int begin)
    {
        var start = _at;
        while (!IsSpace(Here()) && Here() is not ('=' or '>' or '/' or '"' or '\''))
        {
            _at++;
        }

        var name = _html[start.._at];
        if (name.Length == 0)
        {
            throw Refuse($"Empty attribute name in the tag \"{tag.Name}\" at byte offset {Bytes(begin)}");
        }

        SkipSpace();
        string? value = null;
        if (Here() == '=')
        {
            _at++;
            SkipSpace();
            if (Here() == '\0')
            {
                throw Refuse($"Unclosed start tag \"{tag.Name}\" at byte offset {Bytes(begin)}");
            }

            value = Here() is '"' or '\'' ? ReadQuoted() : ReadToken();
            if (Here() == '\0')
            {
                throw Refuse($"Unclosed start tag at byte offset {Bytes(begin)}");
            }
        }
        else if (Here() == '\0')
        {
            throw Refuse($"Unclosed start tag \"{tag.Name}\" at byte offset {Bytes(begin)}");
        }

        tag.Set(name, value);
    }

    private string ReadToken()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Here()) || Here() is '.' or '-')
        {
            _at++;
        }

        if (!IsSpace(Here()) && Here() != '>')
        {
            throw Refuse($"Unexpected end of name token at byte offset {Bytes(start)}");
        }

        return Lower(_html[start.._at]);
    }

    private string ReadQuoted()
    {
        var quote = _html[_at++];
        var value = new StringBuilder();
        while (Here() != quote && Here() != '\0')
        {
            if (Here() == '&' && ReadReference() is { } character)
            {
                value.Append(character);
            }
            else
            {
                value.Append(_html[_at++]);
            }
        }

        if (Here() == quote)
        {
            _at++;
        }

        return value.ToString();
    }

    private void ReadEnd()
    {
        var begin = _at;
        if (_open.Count == 0)
        {
            throw Refuse($"Unexpected end tag at byte offset {Bytes(begin)}");
        }

        while (!IsSpace(Here()) && Here() != '>')
        {
            _at++;
        }

        var name = Lower(_html[(begin + 2).._at]);
        SkipSpace();
        if (Here() != '>')
        {
            throw Refuse($"Unclosed end tag at byte offset {Bytes(begin)}");
        }

        _at++;

        var tag = _open.Pop();
        if (name.Length > 0 && name != tag.Name)
        {
            throw Refuse($"Unmatched end tag at byte offset {Bytes(begin)}, expected \"</{tag.Name}>\", found \"</{name}>\"");
        }

        if (_text.Length > tag.Offset)
        {
            _entities.Add(tag, _text.ToString(tag.Offset, _text.Length - tag.Offset));
        }
    }
}
