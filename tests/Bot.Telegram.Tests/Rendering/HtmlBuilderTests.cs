using Bot.Telegram.Rendering;

namespace Bot.Telegram.Tests.Rendering;

public sealed class HtmlBuilderTests
{
    [Fact]
    public void Nothing_in_a_text_is_parsed()
    {
        var html = new HtmlBuilder().Text("""a < b > c & "d" 'e' &lt; <b>""");

        Assert.Equal("a &lt; b &gt; c &amp; &quot;d&quot; 'e' &amp;lt; &lt;b&gt;", html.ToString());
        Assert.Equal(28, html.Length);
    }

    [Fact]
    public void Texts_between_tags_and_in_links_are_escaped_too()
    {
        var html = new HtmlBuilder().Element("b", "R&D").Link("https://example.org/?a=1&b=\"2\"", "<here>");

        Assert.Equal("<b>R&amp;D</b><a href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\">&lt;here&gt;</a>", html.ToString());
        Assert.Equal(9, html.Length);
    }

    [Fact]
    public void Tags_and_addresses_have_no_length()
    {
        var html = new HtmlBuilder().Open("blockquote", "expandable").Element("i", "six…♥🙂").NewLine().Close("blockquote");

        Assert.Equal("<blockquote expandable><i>six…♥🙂</i>\n</blockquote>", html.ToString());
        Assert.Equal(8, html.Length);
    }

    [Fact]
    public void Nothing_is_empty()
    {
        Assert.Equal(("", 0), (new HtmlBuilder().Text("").ToString(), new HtmlBuilder().Text("").Length));
    }
}
