using Bot.Adapters.Pipeline;
using Bot.Answers.Buttons;
using Bot.Answers.Model;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Tests.Parsing;

public sealed class UpdateParserTests
{
    private static readonly Request s_lavrov = new("who", "lavrov", "uk", 2);

    [Fact]
    public void A_message_asks_and_tells_who_asks_and_where()
    {
        Assert.Equal(
            new Incoming(new Input.Ask(new Request("who", "Lavrov", "en")), new Asker("Telegram", 42, 42), new MessageIds(7), "en", "message") { IsConversation = true },
            Parse(Some.Private("/who Lavrov")));
    }

    [Fact]
    public void A_message_tells_its_topic_and_the_message_it_replies_to()
    {
        var message = Some.Group("/ask@talks_bot", replyTo: new Message { Id = 3, Text = "The talks lasted 4.5 hours.", Chat = new Chat { Id = -100 } });
        (message.IsTopicMessage, message.MessageThreadId) = (true, 5);
        var incoming = Parse(message);

        Assert.Equal((new Asker("Telegram", 42, -100), new MessageIds(8, 5, 3)), (incoming.Asker, incoming.Ids));
        Assert.Equal(new Input.Ask(new Request("check", "The talks lasted 4.5 hours.", "en")), incoming.Input);
    }

    [Fact]
    public void A_thread_that_is_no_topic_is_none()
    {
        // Replies in the General topic have one.
        var message = Some.Group("/about@talks_bot");
        message.MessageThreadId = 5;

        Assert.Equal(new MessageIds(8), Parse(message).Ids);
    }

    [Fact]
    public void Who_writes_in_the_name_of_a_chat_is_counted_as_that_chat()
    {
        var message = Some.Group("/about@talks_bot");
        message.SenderChat = new Chat { Id = -200, Type = ChatType.Channel };

        Assert.Equal(new Asker("Telegram", -200, -100), Parse(message).Asker);
    }

    [Fact]
    public void What_people_say_to_each_other_is_ignored()
    {
        Assert.Equal(new Input.Ignored(), Parse(Some.Group("How long did the talks last?")).Input);
    }

    [Theory]
    [InlineData("/ask", "en", "en")]
    [InlineData("/ask", "uk", "uk")]
    [InlineData("/питання", "de", "en")]
    [InlineData("/start ask", "uk", "uk")]
    [InlineData("/ask lang:uk", "en", "uk")]
    public void An_empty_question_is_asked_back_for_in_the_language_that_it_would_be_answered_in(string text, string app, string language)
    {
        var incoming = Parse(Some.Private(text, app));

        Assert.Equal((new Input.Prompt(), language), (incoming.Input, incoming.Language));
    }

    [Fact]
    public void In_a_group_and_without_a_command_nobody_is_asked_back()
    {
        Assert.Equal(new Input.Ask(new Request("ask", "", "en")), Parse(Some.Group("/ask")).Input);
        Assert.Equal(new Input.Ask(new Request("ask", "", "en")), Parse(Some.Group("@talks_bot")).Input);
        Assert.Equal(new Input.Ask(new Request("ask", "", "en")), Parse(Some.Private("@talks_bot")).Input);
    }

    [Fact]
    public void A_message_in_a_group_is_shown_to_others_and_one_in_private_belongs_to_a_conversation()
    {
        Assert.Equal((true, false), (Parse(Some.Group("/about")).Placement.IsInGroup, Parse(Some.Group("/about")).IsConversation));
        Assert.Equal((false, true), (Parse(Some.Private("/about")).Placement.IsInGroup, Parse(Some.Private("/about")).IsConversation));
    }

    [Fact]
    public void A_picture_of_an_album_tells_the_album()
    {
        var message = Some.Private(null);
        (message.Caption, message.MediaGroupId) = ("Who is Lavrov?", "1");

        Assert.Equal(new MessageIds(7, Album: "1"), Parse(message).Ids);
    }

    [Theory]
    [InlineData("t9fa0b8fcu2 who ~5MGk", ButtonAction.Page, true)]
    [InlineData("f9fa0b8fcu2 who ~5MGk", ButtonAction.FollowUp, false)]
    public void A_button_carries_its_request_and_only_a_page_replaces_its_message(string data, ButtonAction action, bool replaces)
    {
        Assert.Equal(
            new Incoming(new Input.Press(action, new DecodedRequest(s_lavrov, "9fa0b8fc")), new Asker("Telegram", 42, -100), new MessageIds(8), "en", "button", new Placement(replaces, false) { IsInGroup = true }),
            Parse(new CallbackQuery { Id = "q", From = Some.Reader(), Message = Some.Group("Answer"), Data = data }));
    }

    [Fact]
    public void A_button_under_a_message_in_a_topic_tells_the_topic()
    {
        var message = Some.Group("Answer");
        (message.IsTopicMessage, message.MessageThreadId) = (true, 5);

        Assert.Equal(new MessageIds(8, 5), Parse(new CallbackQuery { Id = "q", From = Some.Reader(), Message = message, Data = "f9fa0b8fcu2 who ~5MGk" }).Ids);
    }

    [Fact]
    public void Where_the_bot_is_no_member_every_button_replaces_its_message()
    {
        var incoming = Parse(new CallbackQuery { Id = "q", From = Some.Reader(), InlineMessageId = "i", Data = "f9fa0b8fcu2 who ~5MGk" });

        Assert.Equal((new Asker("Telegram", 42, null), default(MessageIds), new Placement(true, false) { IsInGroup = true }), (incoming.Asker, incoming.Ids, incoming.Placement));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("help")]
    [InlineData("t9fa0b8fcu2 who ~AAAA")]
    [InlineData("a9fa0b8fcu2 who ~5MGk")]
    public void A_button_that_is_none_of_Telegrams_is_dead(string? data)
    {
        var incoming = Parse(new CallbackQuery { Id = "q", From = Some.Reader("uk"), Message = Some.Private("Answer"), Data = data });

        Assert.Equal((new Input.InvalidButton(), "uk", "button"), (incoming.Input, incoming.Language, incoming.Kind));
        Assert.Equal(default, incoming.Placement);
    }

    [Fact]
    public void An_inline_query_wants_at_most_20_suggestions_in_the_readers_language()
    {
        Assert.Equal(
            new Incoming(new Input.Suggest("Лавров", 20), new Asker("Telegram", 42, null), default, "ru", "inline"),
            Some.Parser.Parse(new Update { Id = 1, InlineQuery = new InlineQuery { Id = "q", From = Some.Reader("ru"), Query = "Лавров", Offset = "" } }));
    }

    [Theory]
    [InlineData("@talks_bot /who Lavrov", "who", "Lavrov")]
    [InlineData("@talks_bot How long did the talks last?", "ask", "How long did the talks last?")]
    [InlineData("@talks_bot", "ask", "")]
    public void A_mention_where_the_bot_is_no_member_asks(string text, string command, string arguments)
    {
        var message = Some.Group(text);
        message.GuestQueryId = "g";

        Assert.Equal(
            new Incoming(new Input.Ask(new Request(command, arguments, "en")), new Asker("Telegram", 42, -100), new MessageIds(8), "en", "guest", new Placement { IsInGroup = true }),
            Some.Parser.Parse(new Update { Id = 1, GuestMessage = message }));
    }

    [Fact]
    public void What_was_not_asked_for_is_ignored()
    {
        Assert.Equal(new Incoming(new Input.Ignored(), new Asker("Telegram", null, null), default, "en", "other"), Some.Parser.Parse(new Update { Id = 1 }));
        Assert.Equal(new Input.Ignored(), Some.Parser.Parse(new Update { Id = 1, GuestMessage = Some.Group("@talks_bot") }).Input);
    }

    private static Incoming Parse(Message message) => Some.Parser.Parse(new Update { Id = 1, Message = message });

    private static Incoming Parse(CallbackQuery query) => Some.Parser.Parse(new Update { Id = 1, CallbackQuery = query });
}
