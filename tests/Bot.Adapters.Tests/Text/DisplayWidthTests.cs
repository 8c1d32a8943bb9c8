using Bot.Adapters.Text;

namespace Bot.Adapters.Tests.Text;

public sealed class DisplayWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("Ceasefire", 9)]
    [InlineData("Території", 9)]
    [InlineData("[15] — ‹ ›", 10)]
    [InlineData("利雅得", 6)]
    [InlineData("，。", 4)]
    [InlineData("NATO 北約", 9)]
    [InlineData("\u2e7f", 1)]
    [InlineData("\u2e80", 2)]
    public void A_character_of_East_Asia_takes_the_room_of_two(string text, int width)
    {
        Assert.Equal(width, DisplayWidth.Of(text));
    }
}
