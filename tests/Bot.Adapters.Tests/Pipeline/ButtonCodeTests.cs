using Bot.Adapters.Pipeline;
using Bot.Answers.Buttons;
using Bot.Answers.Model;

namespace Bot.Adapters.Tests.Pipeline;

public sealed class ButtonCodeTests
{
    private readonly ButtonCode _code = new(SampleBase.Answerer);

    [Theory]
    [InlineData(ButtonAction.Page, "t9fa0b8fcu2 who ~5MGk")]
    [InlineData(ButtonAction.FollowUp, "f9fa0b8fcu2 who ~5MGk")]
    [InlineData(ButtonAction.ShowToAll, "a9fa0b8fcu2 who ~5MGk")]
    public void A_button_carries_what_it_does_and_asks(ButtonAction action, string code)
    {
        var request = new Request("who", "lavrov", "uk", 2);

        Assert.Equal(code, _code.Write(action, request, "9fa0b8fc", 64));
        Assert.Equal((action, new DecodedRequest(request, "9fa0b8fc")), _code.Read(code));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("t")]
    [InlineData("menu")]
    [InlineData("x9fa0b8fcu2 who ~5MGk")]
    [InlineData("T9fa0b8fcu2 who ~5MGk")]
    [InlineData("9fa0b8fcu2 who ~5MGk")]
    [InlineData("t9fa0b8fcu2 who ~AAAA")]
    [InlineData("t9fa0b8fcu2")]
    [InlineData("t 9fa0b8fcu2 who lavrov")]
    [InlineData("help")]
    [InlineData("another-bots-button")]
    [InlineData("\0\ud800🙂")]
    public void What_other_buttons_carry_is_not_read(string? code)
    {
        Assert.Null(_code.Read(code));
    }

    [Fact]
    public void A_button_of_another_version_of_the_base_still_reads()
    {
        Assert.Equal("00000000", _code.Read("f00000000e1 who ~5MGk")?.Decoded.Version);
    }

    [Theory]
    [InlineData(64, 48)]
    [InlineData(100, 84)]
    public void A_button_takes_at_most_what_the_platform_lets_it_carry(int maxBytes, int letters)
    {
        // "t", the version, "e1 ask " and the letters.
        Assert.Equal(maxBytes, _code.Write(ButtonAction.Page, new Request("ask", new string('a', letters), "en"), "9fa0b8fc", maxBytes)?.Length);
        Assert.Null(_code.Write(ButtonAction.Page, new Request("ask", new string('a', letters + 1), "en"), "9fa0b8fc", maxBytes));
    }

    [Fact]
    public void What_a_button_takes_is_counted_in_bytes()
    {
        // Two for each Cyrillic letter.
        Assert.Equal(40, _code.Write(ButtonAction.Page, new Request("ask", new string('я', 24), "ru"), "9fa0b8fc", 64)?.Length);
        Assert.Null(_code.Write(ButtonAction.Page, new Request("ask", new string('я', 25), "ru"), "9fa0b8fc", 64));
    }
}
