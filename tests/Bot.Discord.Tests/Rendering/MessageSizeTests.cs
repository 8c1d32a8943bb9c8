using Bot.Discord.Rendering;
using Bot.Discord.Wire;
using Bot.Loopback.Discord.Rules;

namespace Bot.Discord.Tests.Rendering;

/// <summary>A page has room for a line about an outdated button (200 characters) and a link to a message (95).</summary>
public sealed class MessageSizeTests
{
    private static readonly string s_line = new('線', 200);
    private static readonly string s_link = "https://discord.com/channels/" + new string('1', MessageLink.MaxLength - 29);

    [Theory]
    [InlineData('a', 3705, 1)]
    [InlineData('п', 3705, 1)]
    [InlineData('中', 3089, 1)]
    [InlineData('中', 3001, 23)]
    public void The_largest_page_is_taken_with_a_line_and_a_link(char letter, int length, int texts)
    {
        Assert.True(MessageSize.Fits(Page(letter, length, texts)));
        Assert.False(MessageSize.Fits(Page(letter, length + 1, texts)));
        Assert.Equal("", Refusal(Page(letter, length, texts)));
    }

    [Fact]
    public void A_page_has_at_most_forty_components_with_a_line_and_a_link()
    {
        Assert.True(MessageSize.Fits(Page('a', 100, 37)));
        Assert.False(MessageSize.Fits(Page('a', 100, 38)));
        Assert.Equal("", Refusal(Page('a', 100, 37)));
    }

    private static string Refusal(Component page) => ResponseRules.Check(
        InteractionResponse.ForMessage(CallbackType.ChannelMessage, isPrivate: false, [Component.Text(s_line), page, Component.Text(s_link)]).Json(),
        InteractionKind.Command).ToString();

    // Texts of that length together.
    private static Component Page(char letter, int length, int texts) => Component.Container(
        0,
        [.. Enumerable.Range(0, texts).Select(i => Component.Text(new string(letter, i > 0 ? 1 : length - texts + 1)))]);
}
