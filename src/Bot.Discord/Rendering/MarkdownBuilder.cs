using System.Buffers;
using System.Text;

namespace Bot.Discord.Rendering;

/// <summary>Builds text in Discord's markdown (Reference, Message Formatting), with the length that Discord counts.</summary>
internal sealed class MarkdownBuilder
{
    private static readonly SearchValues<char> s_special = SearchValues.Create("\\*_~`|<[]");
    private static readonly SearchValues<string> s_urlStarts = SearchValues.Create(["https://", "http://"], StringComparison.Ordinal);
    private static readonly SearchValues<char> s_urlEnds = SearchValues.Create(" \n<>\"“”「」«»，。；）");

    private readonly StringBuilder _text = new(2048);

    /// <summary>The length, including the markup.</summary>
    public int Length => _text.Length;

    /// <summary>Adds a literal text, which is never parsed as markdown. Addresses in it stay whole.</summary>
    public MarkdownBuilder Text(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (_text.Length == 0 || _text[^1] == '\n')
            {
                text = EscapeLineStart(text);
            }

            var length = text.IndexOf('\n') is >= 0 and var end ? end + 1 : text.Length;
            EscapeLine(text[..length]);
            text = text[length..];
        }

        return this;
    }

    /// <summary>Adds a line break.</summary>
    public MarkdownBuilder Line()
    {
        _text.Append('\n');
        return this;
    }

    /// <summary>Adds a text in bold.</summary>
    public MarkdownBuilder Bold(string text)
    {
        _text.Append("**");
        EscapeLine(text);
        _text.Append("**");
        return this;
    }

    /// <summary>Adds a text in italics.</summary>
    public MarkdownBuilder Italic(string text)
    {
        _text.Append('*');
        EscapeLine(text);
        _text.Append('*');
        return this;
    }

    /// <summary>Adds a link, or without an address its text alone.</summary>
    public MarkdownBuilder Link(string? address, string text)
    {
        if (address is null)
        {
            return Text(text);
        }

        _text.Append('[');
        EscapeLine(text);

        // A bracket would end the address.
        _text.Append("](").Append(address.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)).Append(')');
        return this;
    }

    /// <summary>The markdown.</summary>
    public override string ToString() => _text.ToString();

    // Headings, quotations and lists begin at the start of a line. Returns the rest of the text.
    private ReadOnlySpan<char> EscapeLineStart(ReadOnlySpan<char> text)
    {
        if (text[0] is '#' or '>' or '-' or '+')
        {
            _text.Append('\\').Append(text[0]);
            return text[1..];
        }

        if (text.IndexOfAnyExceptInRange('0', '9') is > 0 and var digits && text[digits] == '.')
        {
            _text.Append(text[..digits]).Append("\\.");
            return text[(digits + 1)..];
        }

        return text;
    }

    private void EscapeLine(ReadOnlySpan<char> text)
    {
        for (int special; (special = text.IndexOfAny(s_special)) >= 0;)
        {
            // Inside an address a markup character is part of it.
            if (text.IndexOfAny(s_urlStarts) is >= 0 and var url && url < special)
            {
                var length = text[url..].IndexOfAny(s_urlEnds) is >= 0 and var end ? url + end : text.Length;
                _text.Append(text[..length]);
                text = text[length..];
                continue;
            }

            _text.Append(text[..special]).Append('\\').Append(text[special]);
            text = text[(special + 1)..];
        }

        _text.Append(text);
    }
}
