using System.Buffers;
using System.Text;

namespace Bot.Telegram.Rendering;

/// <summary>Builds text in Telegram's HTML mode (Bot API, HTML style), and counts its length after parsing.</summary>
internal sealed class HtmlBuilder
{
    private static readonly SearchValues<char> s_special = SearchValues.Create("&<>\"");

    private readonly StringBuilder _html = new(4096);

    /// <summary>The length after parsing, in UTF-16 units.</summary>
    public int Length { get; private set; }

    /// <summary>Adds a literal text, which is never parsed.</summary>
    public HtmlBuilder Text(string text)
    {
        Length += text.Length;
        Escape(text);
        return this;
    }

    /// <summary>Adds a line break.</summary>
    public HtmlBuilder NewLine()
    {
        Length++;
        _html.Append('\n');
        return this;
    }

    /// <summary>Adds a text in an element.</summary>
    /// <param name="tag">The tag's name.</param>
    /// <param name="text">The text, unescaped.</param>
    public HtmlBuilder Element(string tag, string text)
    {
        Open(tag);
        Text(text);
        return Close(tag);
    }

    /// <summary>Adds a link, or without an address its text alone.</summary>
    public HtmlBuilder Link(string? address, string text)
    {
        if (address is null)
        {
            return Text(text);
        }

        _html.Append("<a href=\"");
        Escape(address);
        _html.Append("\">");
        Text(text);
        return Close("a");
    }

    /// <summary>Opens a tag.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="attribute">An attribute without a value; null: none.</param>
    public HtmlBuilder Open(string tag, string? attribute = null)
    {
        _html.Append('<').Append(tag);
        if (attribute is not null)
        {
            _html.Append(' ').Append(attribute);
        }

        _html.Append('>');
        return this;
    }

    /// <summary>Closes a tag.</summary>
    public HtmlBuilder Close(string tag)
    {
        _html.Append("</").Append(tag).Append('>');
        return this;
    }

    /// <summary>The HTML.</summary>
    public override string ToString() => _html.ToString();

    private void Escape(ReadOnlySpan<char> text)
    {
        for (int special; (special = text.IndexOfAny(s_special)) >= 0; text = text[(special + 1)..])
        {
            _html.Append(text[..special]).Append(text[special] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ => "&quot;",
            });
        }

        _html.Append(text);
    }
}
