using Bot.Answers.Buttons;
using Bot.Answers.Model;
using Bot.Discord.Parsing;
using Bot.Discord.Wire;
using Bot.Testing;

namespace Bot.Discord.Tests.Parsing;

public sealed class CustomIdTests
{
    [Theory]
    [InlineData(PressKind.Turn, "t9fa0b8fcu2 who ~5MGk")]
    [InlineData(PressKind.FollowUp, "f9fa0b8fcu2 who ~5MGk")]
    [InlineData(PressKind.ShowToAll, "a9fa0b8fcu2 who ~5MGk")]
    internal void A_custom_id_carries_what_it_does_and_asks(PressKind kind, string customId)
    {
        var request = new Request("who", "lavrov", "uk", 2);

        Assert.Equal(customId, CustomId.Write(kind, request, "9fa0b8fc", SampleBase.Answerer));
        Assert.Equal((kind, new DecodedRequest(request, "9fa0b8fc")), Read(customId));
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
    public void Custom_ids_of_others_are_not_read(string? customId)
    {
        Assert.Null(Read(customId));
    }

    [Fact]
    public void A_menu_carries_its_request_in_the_value_that_was_chosen()
    {
        const string Chosen = "f9fa0b8fce1 who ~5MGk";

        Assert.Equal((PressKind.FollowUp, new DecodedRequest(new Request("who", "lavrov", "en"), "9fa0b8fc")), Read("menu", Chosen));
        Assert.Equal(Read(Chosen), Read("menu", Chosen, "garbage"));
        Assert.Null(Read("menu", "garbage"));
        Assert.Null(Read("another-menu", Chosen));
    }

    [Fact]
    public void A_custom_id_of_another_version_of_the_base_still_reads()
    {
        Assert.Equal("00000000", Read("f00000000e1 who ~5MGk")?.Coded.Version);
    }

    [Fact]
    public void A_custom_id_has_at_most_100_characters()
    {
        // "t", the version, "e1 ask " and 84 letters.
        Assert.Equal(100, CustomId.Write(PressKind.Turn, new Request("ask", new string('a', 84), "en"), "9fa0b8fc", SampleBase.Answerer)?.Length);
        Assert.Null(CustomId.Write(PressKind.Turn, new Request("ask", new string('a', 85), "en"), "9fa0b8fc", SampleBase.Answerer));
    }

    private static (PressKind Kind, DecodedRequest Coded)? Read(string? customId, params string[] values) =>
        CustomId.Read(new InteractionData { CustomId = customId, Values = values.Length > 0 ? values : null }, SampleBase.Answerer);
}
