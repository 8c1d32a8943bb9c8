using Bot.Loopback.Discord.Rules;

namespace Bot.Loopback.Tests.Discord.Rules;

public sealed class ResponseTests
{
    private const string Hi = ""","data":{"content":"Hi"}""";
    private const string Modal = ""","data":{"custom_id":"a","title":"A","components":[{"type":10,"content":"A"}]}""";

    [Theory]
    [InlineData(InteractionKind.Ping, "1")]
    [InlineData(InteractionKind.Command, "4, 5, 9")]
    [InlineData(InteractionKind.Component, "4, 5, 6, 7, 9")]
    [InlineData(InteractionKind.Autocomplete, "8")]
    [InlineData(InteractionKind.Modal, "4, 5")]
    public void Every_interaction_has_its_answers(InteractionKind kind, string types)
    {
        foreach (var type in Enumerable.Range(0, 15))
        {
            var isRight = types.Split(", ").Contains($"{type}");
            var data = type switch { 4 => Hi, 8 => ""","data":{"choices":[]}""", 9 => Modal, _ => "" };

            Assert.Equal(isRight ? "" : $"type BASE_TYPE_CHOICES Value must be one of ({types}).", Refusals.Response($$"""{"type":{{type}}{{data}}}""", kind));
        }
    }

    [Theory]
    [InlineData("null", "BASE_TYPE_REQUIRED This field is required")]
    [InlineData("[]", "MODEL_TYPE_CONVERT Only dictionaries may be used in a ModelType")]
    [InlineData("{}", "type BASE_TYPE_REQUIRED This field is required")]
    [InlineData("""{"type":"4"}""", "type NUMBER_TYPE_COERCE Value \"4\" is not int.")]
    [InlineData("""{"type":4,"data":"Hi"}""", "data MODEL_TYPE_CONVERT Only dictionaries may be used in a ModelType")]
    public void An_answer_is_an_object_with_a_type(string response, string refusal)
    {
        Assert.Equal(refusal, Refusals.Response(response));
    }

    [Theory]
    [InlineData(4, """{"flags":4}""", "50006 Cannot send an empty message")]
    [InlineData(4, """{"content":"Hi","flags":4100}""", "")]
    [InlineData(4, """{"content":"Hi","flags":64}""", "")]
    [InlineData(4, """{"content":"Hi","flags":8192}""", "")]
    [InlineData(4, """{"content":"Hi","flags":1}""", "data.flags LOOPBACK_FLAGS_NOT_ALLOWED Only some flags can be set here")]
    [InlineData(4, """{"content":"Hi","flags":192}""", "data.flags LOOPBACK_FLAGS_NOT_ALLOWED Only some flags can be set here")]
    [InlineData(4, """{"content":"Hi","flags":-1}""", "data.flags NUMBER_TYPE_MIN int value should be greater than or equal to 0.")]
    [InlineData(5, """{"flags":64}""", "")]
    [InlineData(5, """{"flags":0}""", "")]
    [InlineData(5, "{}", "")]
    [InlineData(5, "null", "")]
    [InlineData(5, """{"flags":4}""", "data.flags LOOPBACK_FLAGS_NOT_ALLOWED Only some flags can be set here")]
    [InlineData(5, """{"flags":32768}""", "data.flags LOOPBACK_FLAGS_NOT_ALLOWED Only some flags can be set here")]
    public void Only_some_flags_can_be_set_and_only_one_in_advance(int type, string message, string refusal)
    {
        Assert.Equal(refusal, Refusals.Message(message, type));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"content":""}""")]
    [InlineData("""{"content":" \n"}""")]
    [InlineData("""{"content":null,"embeds":[],"components":[],"attachments":[]}""")]
    public void A_message_that_shows_nothing_is_empty(string message)
    {
        Assert.Equal("50006 Cannot send an empty message", Refusals.Message(message));
    }

    [Theory]
    [InlineData("""{"content":"a"}""")]
    [InlineData("""{"embeds":[{"title":"a"}]}""")]
    [InlineData("""{"components":[{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"a"}]}]}""")]
    [InlineData("""{"attachments":[{"id":0,"filename":"a.png"}]}""")]
    [InlineData("""{"poll":{}}""")]
    public void A_message_that_shows_one_thing_is_not_empty(string message)
    {
        Assert.Equal("", Refusals.Message(message));
    }

    [Fact]
    public void An_update_may_leave_everything_as_it_is_but_not_take_it_all_away()
    {
        Assert.Equal("", Refusals.Message("{}", 7));
        Assert.Equal("", Refusals.Message("null", 7));
        Assert.Equal("", Refusals.Message("""{"content":"","embeds":[]}""", 7));
        Assert.Equal("50006 Cannot send an empty message", Refusals.Message("""{"content":"","embeds":[],"components":[]}""", 7));
    }

    [Theory]
    [InlineData("""{"content":"<2000>"}""", "")]
    [InlineData("""{"content":"<2001>"}""", "data.content BASE_TYPE_MAX_LENGTH Must be 2000 or fewer in length.")]
    [InlineData("""{"content":1}""", "data.content STRING_TYPE_CONVERT Could not interpret \"1\" as string.")]
    [InlineData("""{"content":"a","tts":1}""", "data.tts BOOLEAN_TYPE_CONVERT Must be either true or false.")]
    [InlineData("""{"content":"a","flags":"64"}""", "data.flags NUMBER_TYPE_COERCE Value \"64\" is not int.")]
    [InlineData("""{"attachments":[<10*{"id":#}>]}""", "")]
    [InlineData("""{"attachments":[<11*{"id":#}>]}""", "data.attachments BASE_TYPE_MAX_LENGTH Must be 10 or fewer in length.")]
    [InlineData("""{"attachments":[{"id":"0","description":"<1025>"}]}""", "data.attachments.0.description BASE_TYPE_MAX_LENGTH Must be 1024 or fewer in length.")]
    [InlineData("""{"attachments":[{}]}""", "data.attachments.0.id BASE_TYPE_REQUIRED This field is required")]
    [InlineData("""{"poll":[]}""", "data.poll MODEL_TYPE_CONVERT Only dictionaries may be used in a ModelType")]
    public void A_message_keeps_its_limits(string message, string refusal)
    {
        Assert.Equal(refusal, Refusals.Message(message));
        Assert.Equal(refusal, Refusals.Message(message, 7));
    }

    [Fact]
    public void An_emoji_is_one_character_of_a_message()
    {
        Assert.Equal("", Refusals.Message($$"""{"content":"{{string.Concat(Enumerable.Repeat("😀", 2000))}}"}"""));
        Assert.Equal("data.content BASE_TYPE_MAX_LENGTH Must be 2000 or fewer in length.", Refusals.Message($$"""{"content":"{{string.Concat(Enumerable.Repeat("😀", 2001))}}"}"""));
    }
}
