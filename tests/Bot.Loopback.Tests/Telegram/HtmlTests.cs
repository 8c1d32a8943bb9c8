using Bot.Loopback.Telegram;

namespace Bot.Loopback.Tests.Telegram;

public sealed class HtmlTests : ServerTest
{
    private TelegramChat Chat => Server.PrivateChat(Ann);

    private async Task<string> SeenAsync(string html)
    {
        await Client.ResultAsync("sendMessage", new { chat_id = Chat.Id, text = html, parse_mode = "HTML" });
        var message = Chat.Messages[^1];
        return string.Join(" | ", message.Entities.Select(e => $"{e.Type} {message.Text.Substring(e.Offset, e.Length)}").Prepend(message.Text));
    }

    [Theory]
    [InlineData("<b>a</b> <strong>b</strong>", "a b | bold a | bold b")]
    [InlineData("<i>a</i> <em>b</em>", "a b | italic a | italic b")]
    [InlineData("<u>a</u> <ins>b</ins>", "a b | underline a | underline b")]
    [InlineData("<s>a</s> <strike>b</strike> <del>c</del>", "a b c | strikethrough a | strikethrough b | strikethrough c")]
    [InlineData("<tg-spoiler>a</tg-spoiler> <span class=\"tg-spoiler\">b</span>", "a b | spoiler a | spoiler b")]
    [InlineData("<code>a</code> <pre>b</pre>", "a b | code a | pre b")]
    [InlineData("<blockquote>a</blockquote>\n<blockquote expandable>b</blockquote>", "a\nb | blockquote a | expandable_blockquote b")]
    [InlineData("<B>a</b>", "a | bold a")]
    [InlineData("<b>a</>", "a | bold a")]
    [InlineData("<b></b>a", "a")]
    public async Task Every_tag_marks_its_text(string html, string seen)
    {
        Assert.Equal(seen, await SeenAsync(html));
    }

    [Fact]
    public async Task Entities_nest_and_the_longer_comes_first()
    {
        Assert.Equal("a b c | bold a b c | italic b", await SeenAsync("<b>a <i>b</i> c</b>"));
    }

    [Fact]
    public async Task Code_in_a_language_is_one_entity()
    {
        await SeenAsync("<pre><code class=\"language-yaml\">a: 1</code></pre>");

        Assert.Equal([new TextEntity("pre", 0, 4) { Language = "yaml" }], Chat.Messages[0].Entities);
    }

    [Fact]
    public async Task A_link_gets_a_path_and_one_that_leads_nowhere_is_dropped_in_silence()
    {
        await SeenAsync("<a href=\"https://example.com\">a</a> <a href='https://example.com/x?a=1&amp;b=2'>b</a> <a href=\"example.com\">c</a> <a href=\"nowhere\">d</a> <a href=\"javascript:x\">e</a>");

        Assert.Equal(["https://example.com/", "https://example.com/x?a=1&b=2", "http://example.com/"], Chat.Messages[0].Entities.Select(e => e.Url));
    }

    [Fact]
    public async Task A_link_to_a_user_is_a_mention()
    {
        await SeenAsync("<a href=\"tg://user?id=12\">Bob</a>");

        Assert.Equal([new TextEntity("text_mention", 0, 3) { UserId = 12 }], Chat.Messages[0].Entities);
    }

    [Fact]
    public async Task A_time_tells_its_moment_and_format()
    {
        await SeenAsync("<tg-time unix=\"1739880000\" format=\"Dt\">18 February</tg-time>");

        Assert.Equal([new TextEntity("date_time", 0, 11) { UnixTime = 1739880000, DateTimeFormat = "Dt" }], Chat.Messages[0].Entities);
    }

    [Fact]
    public async Task Offsets_count_utf16_units()
    {
        await SeenAsync("😀 є <b>😀x</b>");

        Assert.Equal([new TextEntity("bold", 5, 3)], Chat.Messages[0].Entities);
    }

    [Theory]
    [InlineData("&lt;b&gt; &amp; &quot;", "<b> & \"")]
    [InlineData("&#60; &#x3c; &#128512;", "< < 😀")]
    [InlineData("a &nbsp; &apos; &copy; b", "a &nbsp; &apos; &copy; b")]
    [InlineData("a & b &lt c", "a & b < c")]
    public async Task Only_four_named_references_are_read(string html, string seen)
    {
        Assert.Equal(seen, await SeenAsync(html));
    }

    [Theory]
    [InlineData("<x>a</x>", "Unsupported start tag \"x\" at byte offset 0")]
    [InlineData("є<br/>", "Unsupported start tag \"br/\" at byte offset 2")]
    [InlineData("a < b", "Unsupported start tag \"\" at byte offset 2")]
    [InlineData("<b>a", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("a</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("<b>a</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"")]
    [InlineData("<b", "Unclosed start tag at byte offset 0")]
    [InlineData("<b>a</b", "Unclosed end tag at byte offset 4")]
    [InlineData("<a =\"x\">a</a>", "Empty attribute name in the tag \"a\" at byte offset 0")]
    [InlineData("<a href=x/y>a</a>", "Unexpected end of name token at byte offset 8")]
    [InlineData("<a href=\"x>a</a>", "Unclosed start tag at byte offset 0")]
    [InlineData("<a href", "Unclosed start tag \"a\" at byte offset 0")]
    [InlineData("<span>a</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    [InlineData("<tg-emoji>a</tg-emoji>", "Invalid custom emoji identifier specified")]
    [InlineData("<tg-time unix=\"1\" format=\"x\">a</tg-time>", "Invalid date format used")]
    [InlineData("&#xd800;", "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units")]
    public async Task Broken_markup_is_refused_with_its_place_in_bytes(string html, string error)
    {
        Assert.Equal("400 Bad Request: can't parse entities: " + error, await Client.ErrorAsync("sendMessage", new { chat_id = Chat.Id, text = html, parse_mode = "HTML" }));
    }
}
