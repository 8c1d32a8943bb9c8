using System.Text;
using Bot.Answers.Buttons;
using Bot.Answers.Model;
using Bot.Telegram.Rendering;
using Bot.Testing;

namespace Bot.Telegram.Tests.Rendering;

public sealed class ButtonDataTests
{
    [Theory]
    [InlineData(ButtonKind.Turn, "t9fa0b8fcu2 who ~5MGk")]
    [InlineData(ButtonKind.FollowUp, "f9fa0b8fcu2 who ~5MGk")]
    internal void A_button_carries_what_it_does_and_asks(ButtonKind kind, string data)
    {
        var request = new Request("who", "lavrov", "uk", 2);

        Assert.Equal(data, ButtonData.Write(kind, request, "9fa0b8fc", SampleBase.Answerer));
        Assert.Equal((kind, new DecodedRequest(request, "9fa0b8fc")), ButtonData.Read(data, SampleBase.Answerer));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("t")]
    [InlineData("x9fa0b8fcu2 who ~5MGk")]
    [InlineData("9fa0b8fcu2 who ~5MGk")]
    [InlineData("t9fa0b8fcu2 who ~AAAA")]
    [InlineData("help")]
    public void Data_of_other_buttons_is_not_read(string? data)
    {
        Assert.Null(ButtonData.Read(data, SampleBase.Answerer));
    }

    [Fact]
    public void Data_has_at_most_64_bytes()
    {
        // "t", the version, "e1 ask " and 48 letters.
        Assert.Equal(64, ButtonData.Write(ButtonKind.Turn, new Request("ask", new string('a', 48), "en"), "9fa0b8fc", SampleBase.Answerer)?.Length);
        Assert.Null(ButtonData.Write(ButtonKind.Turn, new Request("ask", new string('a', 49), "en"), "9fa0b8fc", SampleBase.Answerer));
    }
}
