using System.Text.Json;
using Bot.Adapters.Pipeline;
using Bot.Answers.Buttons;
using Bot.Answers.Model;
using Bot.Discord.Parsing;
using Bot.Discord.Wire;

namespace Bot.Discord.Tests.Parsing;

public sealed class InteractionParserTests
{
    private static readonly InteractionParser s_parser = new(SampleBase.Answerer);

    [Fact]
    public void A_commands_name_and_value_are_the_request()
    {
        Assert.Equal(new Request("who", "Lavrov", "en-US"), Read(Some.Command("who", "en-US", ("name", "  Lavrov "))));
        Assert.Equal(new Request("about", "", "en-US"), Read(Some.Command("about")));
    }

    [Fact]
    public void Several_options_are_words_in_the_order_they_came_in()
    {
        Assert.Equal("2025-02-12 ceasefire", Read(Some.Command("timeline", "uk", ("when", "2025-02-12"), ("topic", "ceasefire"))).Arguments);
        Assert.Equal("ceasefire 2025-02-12", Read(Some.Command("timeline", "uk", ("topic", "ceasefire"), ("when", "2025-02-12"))).Arguments);
        Assert.Equal("ceasefire", Read(Some.Command("timeline", "uk", ("when", "  "), ("topic", "ceasefire"))).Arguments);
    }

    [Fact]
    public void Private_is_no_word()
    {
        Assert.Equal(new Request("who", "Lavrov", "en-US"), Read(Some.Command("who", "en-US", ("private", true), ("name", "Lavrov"))));
        Assert.Equal(new Request("about", "", "en-US"), Read(Some.Command("about", "en-US", ("private", false))));
    }

    [Fact]
    public void Only_a_private_that_is_true_is_private()
    {
        Assert.True(IsPrivate(Some.Command("about", "en-US", ("private", true))));
        Assert.True(IsPrivate(Some.Command("who", "en-US", ("name", "Lavrov"), ("private", true))));
        Assert.False(IsPrivate(Some.Command("about", "en-US", ("private", false))));
        Assert.False(IsPrivate(Some.Command("about")));
        Assert.False(IsPrivate(Some.Command("who", "en-US", ("name", "true"))));
        Assert.True(IsPrivate(Some.Check("""{"content":"Text"}""")));
    }

    [Fact]
    public void Options_that_are_typed_among_the_words_count()
    {
        Assert.Equal(new Request("who", "Lavrov", "uk", 2), Read(Some.Command("who", "en-US", ("name", "Lavrov lang:uk page:2"))));
        Assert.Equal(RequestError.UnknownLanguage, Read(Some.Command("who", "en-US", ("name", "Lavrov lang:xx"))).Error);
    }

    [Fact]
    public void Values_of_other_types_are_words_too()
    {
        Assert.Equal("14", Read(Some.Command("source", "en-US", ("source", 14))).Arguments);
        Assert.Equal("1.5", Read(Some.Command("source", "en-US", ("source", 1.5))).Arguments);
    }

    [Theory]
    [InlineData("en-US", "Лавров", "en-US")]
    [InlineData("en-GB", "Лавров", "en-GB")]
    [InlineData("zh-TW", "Lavrov", "zh-TW")]
    [InlineData("zh-CN", "Lavrov", "zh-CN")]
    [InlineData("uk", "Lavrov", "uk")]
    [InlineData("ru", "Lavrov", "ru")]
    [InlineData("de", "Кто такой Лавров, и что он сказал?", "ru")]
    [InlineData("de", "Хто такий Лавров, і що він сказав?", "uk")]
    [InlineData("ja", "利雅得會談持續了多久？", "zh-Hant")]
    [InlineData("fr", "Lavrov", "en")]
    public void The_apps_language_decides_and_where_it_is_none_of_the_five_the_words_do(string locale, string words, string language)
    {
        Assert.Equal(language, Read(Some.Command("ask", locale, ("question", words))).Language);
        Assert.Equal(language, Read(Some.Check($$"""{"content":{{JsonSerializer.Serialize(words)}}}""", locale)).Language);
    }

    [Fact]
    public void What_somebody_typed_themselves_may_be_too_long()
    {
        Assert.Equal(RequestError.TooLong, Read(Some.Command("ask", "en-US", ("question", new string('a', 1001)))).Error);
    }

    [Fact]
    public void The_check_of_a_message_names_it()
    {
        Assert.Equal(
            new Request(Request.Check, "The talks lasted 4.5 hours.", "uk") { Target = "1300000000000000009" },
            Read(Some.Check("""{"content":" The talks lasted 4.5 hours. "}""", "uk")));
    }

    [Theory]
    [InlineData("""{"content":" The talks lasted 4.5 hours. "}""", "The talks lasted 4.5 hours.")]
    [InlineData("""{"content":"/who Lavrov lang:uk"}""", "/who Lavrov lang:uk")]
    [InlineData("""{"content":"","message_snapshots":[{"message":{"content":"Passed on","embeds":[{"title":"Title"}]}}]}""", "Passed on\nTitle")]
    [InlineData("""{"content":"","embeds":[{"title":"Title","description":"Text"},{"description":"More"},{"title":" ","color":16711680}]}""", "Title\nText\nMore")]
    [InlineData("""{"content":"","embeds":[{"author":{"name":"A"},"title":"T","description":"D","fields":[{"name":"N","value":"V"},{"name":"N2","value":"V2"}],"footer":{"text":"F"}}]}""", "A\nT\nD\nN\nV\nN2\nV2\nF")]
    [InlineData("""{"content":"","components":[{"type":10,"content":"Lavrov was in Riyadh"}]}""", "Lavrov was in Riyadh")]
    [InlineData("""{"flags":32768,"components":[{"type":17,"components":[{"type":10,"content":"One"},{"type":14},{"type":9,"components":[{"type":10,"content":"Two"}],"accessory":{"type":11,"media":{"url":"u"},"description":"Three"}},{"type":12,"items":[{"media":{"url":"u"},"description":"Four"}]},{"type":1,"components":[{"type":2,"style":1,"label":"Next","custom_id":"n"}]}]}]}""", "One\nTwo\nThree\nFour")]
    [InlineData("""{"content":"","poll":{"question":{"text":"How long?"},"answers":[{"answer_id":1,"poll_media":{"text":"4 hours"}},{"poll_media":{"emoji":{"name":"🕛"}}},{"poll_media":{"text":"12 hours"}}]}}""", "How long?\n4 hours\n12 hours")]
    [InlineData("""{"content":"","attachments":[{"id":"1","filename":"a.png","description":"Lavrov in Riyadh"},{"id":"2","filename":"b.png"}]}""", "Lavrov in Riyadh")]
    [InlineData("""{"content":"C","components":[{"type":10,"content":"T"}],"poll":{"question":{"text":"P"}},"embeds":[{"title":"E"}],"attachments":[{"description":"A"}],"message_snapshots":[{"message":{"content":"S"}}]}""", "C\nT\nP\nE\nA\nS")]
    [InlineData("""{"content":"","message_snapshots":[{"message":{"components":[{"type":10,"content":"T"}],"poll":{"question":{"text":"P"}},"attachments":[{"description":"A"}]}},{"message":{"content":"S"}}]}""", "T\nP\nA\nS")]
    [InlineData("""{"content":"","message_snapshots":[{"message":{"content":"","message_snapshots":[{"message":{"content":"Deep"}}]}}]}""", "Deep")]
    [InlineData("""{"content":"","embeds":[],"message_snapshots":[]}""", "")]
    [InlineData("""{"content":"","attachments":[{"id":"1","filename":"a.png"}]}""", "")]
    [InlineData("""{"content":"","components":[null,{"type":17,"components":[null,{"content":"T"}]}],"poll":{"answers":[null]},"attachments":[null],"embeds":[{"fields":[null]}]}""", "T")]
    [InlineData("""{"content":5,"components":{"type":10},"poll":"P","attachments":[{"description":["A"]}],"embeds":[{"fields":"F","author":"A","title":"E"}]}""", "E")]
    [InlineData("""{"content":"\n"}""", "")]
    [InlineData("""{}""", "")]
    public void A_message_is_checked_by_all_that_it_says(string message, string words)
    {
        Assert.Equal(words, Read(Some.Check(message, "uk")).Arguments);
    }

    [Fact]
    public void A_long_message_is_checked_from_its_beginning()
    {
        var text = new string('a', 600) + " " + new string('b', 600);

        Assert.Equal(new string('a', 600), Read(Some.Check($$"""{"content":"{{text}}"}""")).Arguments);
    }

    [Theory]
    [InlineData("""{"name":"Check","type":3,"target_id":"9","resolved":{"messages":{"8":{"content":"Another"}}}}""")]
    [InlineData("""{"name":"Check","type":3,"target_id":"9","resolved":{}}""")]
    [InlineData("""{"name":"Check","type":3,"resolved":{"messages":{"9":{"content":"Text"}}}}""")]
    [InlineData("""{"name":"Check","type":3}""")]
    public void A_message_that_is_not_there_asks_nothing(string data)
    {
        Assert.Equal((Request.Check, ""), Checked(Some.Read($$"""{"id":"1","type":2,"token":"t","locale":"ru","data":{{data}}}"""), "ru"));
    }

    [Fact]
    public void A_menu_carries_its_request_in_the_value_that_was_chosen()
    {
        const string Chosen = "f9fa0b8fce1 who ~5MGk";

        Assert.Equal(new Input.Press(ButtonAction.FollowUp, new DecodedRequest(new Request("who", "lavrov", "en"), "9fa0b8fc")), Pressed("menu", Chosen));
        Assert.Equal(Pressed(Chosen), Pressed("menu", Chosen, "garbage"));
        Assert.Equal(new Input.InvalidButton(), Pressed("menu", "garbage"));
        Assert.Equal(new Input.InvalidButton(), Pressed("another-menu", Chosen));
    }

    [Theory]
    [InlineData("t9fa0b8fce1 who ~5MGk", true, true, true, false)]
    [InlineData("t9fa0b8fce1 who ~5MGk", false, true, false, false)]
    [InlineData("f9fa0b8fce1 who ~5MGk", true, false, true, false)]
    [InlineData("f9fa0b8fce1 who ~5MGk", false, false, false, false)]
    [InlineData("a9fa0b8fce1 who ~5MGk", true, false, false, true)]
    public void Only_a_page_replaces_its_message_and_only_showing_to_all_leaves_the_askers_own_view(string customId, bool isEphemeral, bool replaces, bool isPrivate, bool isForAll)
    {
        Assert.Equal(new Placement(replaces, isPrivate, isForAll), s_parser.Parse(Some.Press(customId, isEphemeral: isEphemeral)).Placement);
    }

    [Fact]
    public void An_interaction_tells_who_asks_where_and_which_message_it_is_about()
    {
        var check = Some.Read("""
            {
                "id": "1", "type": 2, "token": "t", "locale": "uk", "channel_id": "31", "channel": {"id": "31", "type": 11}, "member": {"user": {"id": "41"}},
                "data": {"name": "Check", "type": 3, "target_id": "9", "resolved": {"messages": {"9": {"content": "Text"}}}}
            }
            """);
        var press = Some.Read("""
            {
                "id": "1", "type": 3, "token": "t", "locale": "uk", "channel_id": "31", "channel": {"id": "31", "type": 0}, "user": {"id": "41"},
                "message": {"id": "51", "flags": 0}, "data": {"custom_id": "f9fa0b8fce1 who ~5MGk", "component_type": 2}
            }
            """);

        Assert.Equal(new Incoming(new Input.Ask(new Request(Request.Check, "Text", "uk") { Target = "9" }), new Asker("Discord", 41, 31), new MessageIds(null, 31, 9), "uk", "command", new Placement(false, true)), s_parser.Parse(check));
        Assert.Equal(
            new Incoming(
                new Input.Press(ButtonAction.FollowUp, new DecodedRequest(new Request("who", "lavrov", "en"), "9fa0b8fc")),
                new Asker("Discord", 41, 31),
                new MessageIds(51),
                "uk",
                "button"),
            s_parser.Parse(press));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, null)]
    [InlineData(10, 31L)]
    [InlineData(11, 31L)]
    [InlineData(12, 31L)]
    [InlineData(13, null)]
    public void Only_a_channel_that_is_a_thread_is_one(int type, long? thread)
    {
        var interaction = Some.Read($$$"""{"id":"1","type":2,"token":"t","channel_id":"31","channel":{"id":"31","type":{{{type}}}},"data":{"name":"about","type":1}}""");

        Assert.Equal(new MessageIds(null, thread), s_parser.Parse(interaction).Ids);
    }

    [Fact]
    public void Ids_that_are_no_numbers_are_not_known()
    {
        var interaction = Some.Read("""{"id":"1","type":3,"token":"t","channel_id":"x","user":{"id":"-4"},"message":{"id":""},"data":{"custom_id":"x","target_id":" 9"}}""");

        Assert.Equal((new Asker("Discord", null, null), default(MessageIds)), (s_parser.Parse(interaction).Asker, s_parser.Parse(interaction).Ids));
    }

    [Fact]
    public void What_is_typed_is_completed_and_tells_the_language_where_the_app_does_not()
    {
        Assert.Equal(
            new Incoming(new Input.Complete("who", "name", "лавр"), new Asker("Discord", null, null), default, "ru", "completion"),
            s_parser.Parse(Some.Typing("who", "name", "лавр", "de")));
    }

    [Theory]
    [InlineData("""{"id":"1","type":5,"token":"t","data":{"custom_id":"modal"}}""", "other")]
    [InlineData("""{"id":"1","type":2,"token":"t"}""", "command")]
    [InlineData("""{"id":"1","type":3,"token":"t"}""", "button")]
    [InlineData("""{"id":"1","type":4,"token":"t"}""", "completion")]
    [InlineData("""{"id":"1","type":99,"token":"t"}""", "other")]
    public void What_cannot_be_understood_is_a_dead_button_and_keeps_its_kind(string interaction, string kind)
    {
        var incoming = s_parser.Parse(Some.Read(interaction));

        Assert.Equal((new Input.InvalidButton(), kind), (incoming.Input, incoming.Kind));
    }

    private static Request Read(Interaction interaction) => Assert.IsType<Input.Ask>(s_parser.Parse(interaction).Input).Request;

    private static (string Command, string Words) Checked(Interaction interaction, string language)
    {
        var request = Read(interaction);
        Assert.Equal(language, request.Language);
        return (request.Command, request.Arguments);
    }

    private static bool IsPrivate(Interaction interaction) => s_parser.Parse(interaction).Placement.IsPrivate;

    private static Input Pressed(string customId, params string[] values) => s_parser.Parse(Some.Press(customId, values: values)).Input;
}
