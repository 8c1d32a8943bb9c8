using System.Text.Json.Nodes;
using Bot.Loopback.Telegram;

namespace Bot.Loopback.Tests.Telegram;

public sealed class SendingTests : ServerTest
{
    private TelegramChat Chat => Server.PrivateChat(Ann);

    private static object Keyboard(params object[][] rows) => new { inline_keyboard = rows };

    private static object[] Row(int count) => [.. Enumerable.Range(1, count).Select(i => new { text = $"{i}", callback_data = "x" })];

    private Task<JsonNode> SendAsync(string text, object? markup = null) => Client.ResultAsync("sendMessage", new { chat_id = Chat.Id, text, reply_markup = markup });

    private Task<string> RefusedAsync(string text, object? markup = null, string? mode = null) =>
        Client.ErrorAsync("sendMessage", new { chat_id = Chat.Id, text, reply_markup = markup, parse_mode = mode });

    [Fact]
    public async Task A_sent_message_is_answered_with_what_became_of_it()
    {
        Server.Supergroup(-1001, "Talks").Send(Bob, "/who@loopback_bot");

        var sent = await Client.ResultAsync("sendMessage", new
        {
            chat_id = -1001,
            text = "<b>Lavrov</b>",
            parse_mode = "HTML",
            link_preview_options = new { is_disabled = true },
            reply_parameters = new { message_id = 1 },
            reply_markup = Keyboard([new { text = "More", callback_data = "m:2" }]),
        });

        Assert.Equal(
            """{"message_id":2,"from":{"id":4242,"is_bot":true,"first_name":"Loopback bot","username":"loopback_bot"},"chat":{"id":-1001,"title":"Talks","type":"supergroup"},"date":1739880000,"reply_to_message":{"message_id":1,"from":{"id":12,"is_bot":false,"first_name":"Bob"},"chat":{"id":-1001,"title":"Talks","type":"supergroup"},"date":1739880000,"text":"/who@loopback_bot","entities":[{"offset":0,"length":17,"type":"bot_command"}]},"text":"Lavrov","entities":[{"offset":0,"length":6,"type":"bold"}],"link_preview_options":{"is_disabled":true},"reply_markup":{"inline_keyboard":[[{"text":"More","callback_data":"m:2"}]]}}""",
            sent.ToJsonString());
    }

    [Fact]
    public async Task A_reader_sees_text_entities_buttons_and_what_it_answers()
    {
        Chat.Send(Ann, "Who?");
        await Client.ResultAsync("sendMessage", new
        {
            chat_id = 11,
            text = "<i>Lavrov</i> &amp; Rubio",
            parse_mode = "HTML",
            link_preview_options = new { is_disabled = true },
            reply_parameters = new { message_id = 1 },
            reply_markup = Keyboard([new { text = "More", callback_data = "m:2" }, new { text = "Site", url = "https://example.com" }]),
        });

        var message = Assert.Single(Chat.BotMessages);
        Assert.Equal("Lavrov & Rubio", message.Text);
        Assert.Equal("<i>Lavrov</i> &amp; Rubio", message.Source);
        Assert.Equal([new TextEntity("italic", 0, 6)], message.Entities);
        Assert.Equal([("More", "m:2", null), ("Site", null, "https://example.com")], message.Keyboard[0].Select(b => (b.Text, b.Data, b.Url)));
        Assert.Equal((1, null, true, false), (message.ReplyTo, message.ThreadId, message.LinkPreviewDisabled, message.IsEdited));
    }

    [Fact]
    public async Task A_test_can_wait_for_the_messages_of_the_bot()
    {
        var two = Chat.WaitForBotMessagesAsync(2, Deadline);
        await SendAsync("One");
        Assert.False(two.IsCompleted);
        await SendAsync("Two");

        Assert.Equal(["One", "Two"], (await two).Select(m => m.Text));
    }

    [Fact]
    public async Task A_text_of_4096_units_is_sent_and_one_more_is_too_long()
    {
        Assert.Equal(4096, (await SendAsync(new string('x', 4096)))["text"]!.ToString().Length);
        Assert.Equal("400 Bad Request: message is too long", await RefusedAsync(new string('x', 4097)));
    }

    [Fact]
    public async Task The_length_is_counted_after_the_markup_is_read()
    {
        var text = string.Concat(Enumerable.Repeat("<b>&lt;</b>", 2000));

        await Client.ResultAsync("sendMessage", new { chat_id = Chat.Id, text, parse_mode = "HTML" });
        Assert.Equal(2000, Chat.Messages[0].Text.Length);
    }

    [Fact]
    public async Task At_most_a_hundred_entities_are_kept()
    {
        await Client.ResultAsync("sendMessage", new { chat_id = Chat.Id, text = string.Concat(Enumerable.Repeat("<b>a</b> ", 101)), parse_mode = "HTML" });

        Assert.Equal(100, Chat.Messages[0].Entities.Count);
        Assert.Equal(new TextEntity("bold", 198, 1), Chat.Messages[0].Entities[^1]);
    }

    [Theory]
    [InlineData("", null, "400 Bad Request: message text is empty")]
    [InlineData(" \n ", null, "400 Bad Request: text must be non-empty")]
    [InlineData("<b> </b>", "HTML", "400 Bad Request: text must be non-empty")]
    [InlineData("x", "XML", "400 Bad Request: unsupported parse_mode")]
    public async Task A_text_with_nothing_to_read_is_refused(string text, string? mode, string error)
    {
        Assert.Equal(error, await RefusedAsync(text, mode: mode));
    }

    [Fact]
    public async Task Both_ends_of_a_text_are_trimmed_and_its_entities_move()
    {
        await Client.ResultAsync("sendMessage", new { chat_id = Chat.Id, text = "\n  \r\nHi <b>you </b>\n", parse_mode = "HTML" });

        Assert.Equal("Hi you", Chat.Messages[0].Text);
        Assert.Equal([new TextEntity("bold", 3, 3)], Chat.Messages[0].Entities);
    }

    [Fact]
    public async Task Entities_may_be_sent_instead_of_markup()
    {
        await Client.ResultAsync("sendMessage", new { chat_id = Chat.Id, text = "Hi <you>", entities = new[] { new { type = "bold", offset = 3, length = 5 } } });

        Assert.Equal("Hi <you>", Chat.Messages[0].Text);
        Assert.Equal([new TextEntity("bold", 3, 5)], Chat.Messages[0].Entities);
    }

    [Fact]
    public async Task Data_of_a_button_is_measured_in_bytes()
    {
        await SendAsync("x", Keyboard([new { text = "a", callback_data = new string('я', 32) }]));

        Assert.Equal("400 Bad Request: BUTTON_DATA_INVALID", await RefusedAsync("x", Keyboard([new { text = "a", callback_data = new string('я', 32) + "x" }])));
    }

    [Fact]
    public async Task A_hundred_buttons_are_sent_and_one_more_is_too_long()
    {
        await SendAsync("x", Keyboard(Row(50), Row(50)));

        Assert.Equal("400 Bad Request: reply markup is too long", await RefusedAsync("x", Keyboard(Row(50), Row(51))));
    }

    [Fact]
    public async Task Buttons_without_text_or_action_or_with_a_bad_address_are_refused()
    {
        Assert.Equal("400 Bad Request: inline keyboard button text must be non-empty", await RefusedAsync("x", Keyboard([new { text = "", callback_data = "a" }])));
        Assert.Equal("400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard", await RefusedAsync("x", Keyboard([new { text = "a" }])));
        Assert.Equal("400 Bad Request: can't parse inline keyboard button: Can't find field \"text\"", await RefusedAsync("x", Keyboard([new { callback_data = "a" }])));
        Assert.Equal("400 Bad Request: inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL", await RefusedAsync("x", Keyboard([new { text = "a", url = "nowhere" }])));
    }

    [Fact]
    public async Task A_markup_that_is_no_inline_keyboard_is_remembered_but_not_told()
    {
        var sent = await SendAsync("Which topic?", new { force_reply = true, selective = true });

        Assert.Null(sent["reply_markup"]);
        Assert.Equal("""{"force_reply":true,"selective":true}""", Chat.Messages[0].Markup);
    }

    [Theory]
    [InlineData("99", "400 Bad Request: chat not found")]
    [InlineData("@nobody", "400 Bad Request: chat not found")]
    [InlineData("", "400 Bad Request: chat_id is empty")]
    public async Task A_chat_must_be_known(string chat, string error)
    {
        Assert.Equal(error, await Client.ErrorAsync("sendMessage", new { chat_id = chat, text = "x" }));
    }

    [Theory]
    [InlineData("private", "kicked", "403 Forbidden: bot was blocked by the user")]
    [InlineData("group", "kicked", "403 Forbidden: bot was kicked from the group chat")]
    [InlineData("supergroup", "kicked", "403 Forbidden: bot was kicked from the supergroup chat")]
    [InlineData("supergroup", "left", "403 Forbidden: bot is not a member of the supergroup chat")]
    public async Task A_bot_that_is_not_wanted_may_not_write(string kind, string status, string error)
    {
        var chat = kind switch { "private" => Chat, "group" => Server.Group(-5, "Friends"), _ => Server.Supergroup(-1001, "Talks") };
        chat.SetBotStatus(Ann, status);

        Assert.Equal(error, await Client.ErrorAsync("sendMessage", new { chat_id = chat.Id, text = "x" }));
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_tells_which()
    {
        Server.Group(-5, "Friends").MigratedTo = -1007;

        Assert.Equal(
            """{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1007}}""",
            (await Client.CallAsync("sendMessage", new { chat_id = -5, text = "x" })).ToJsonString());
    }

    [Fact]
    public async Task A_message_to_be_replied_must_be_there_unless_it_need_not()
    {
        Assert.Equal(
            "400 Bad Request: message to be replied not found",
            await Client.ErrorAsync("sendMessage", new { chat_id = Chat.Id, text = "x", reply_parameters = new { message_id = 9 } }));

        var sent = await Client.ResultAsync("sendMessage", new { chat_id = Chat.Id, text = "x", reply_parameters = new { message_id = 9, allow_sending_without_reply = true } });
        Assert.Null(sent["reply_to_message"]);
    }

    [Fact]
    public async Task A_topic_must_be_there_in_a_forum()
    {
        var forum = Server.Supergroup(-1001, "Talks", isForum: true);
        var topic = forum.AddTopic("Dates", Ann);

        var sent = await Client.ResultAsync("sendMessage", new { chat_id = -1001, text = "x", message_thread_id = topic });
        Assert.Equal(topic, sent["message_thread_id"]!.GetValue<int>());
        Assert.Equal("400 Bad Request: message thread not found", await Client.ErrorAsync("sendMessage", new { chat_id = -1001, text = "x", message_thread_id = 77 }));
        Assert.Equal("400 Bad Request: message thread not found", await Client.ErrorAsync("sendMessage", new { chat_id = Chat.Id, text = "x", message_thread_id = 77 }));
    }

    [Fact]
    public async Task A_topic_that_was_closed_or_deleted_takes_no_message()
    {
        var forum = Server.Supergroup(-1001, "Talks", isForum: true);
        var (closed, deleted) = (forum.AddTopic("Dates", Ann), forum.AddTopic("Places", Ann));
        forum.CloseTopic(closed);
        forum.DeleteTopic(deleted);

        Assert.Equal("400 Bad Request: TOPIC_CLOSED", await Client.ErrorAsync("sendMessage", new { chat_id = -1001, text = "x", message_thread_id = closed }));
        Assert.Equal("400 Bad Request: message thread not found", await Client.ErrorAsync("sendMessage", new { chat_id = -1001, text = "x", message_thread_id = deleted }));
    }

    [Fact]
    public async Task A_chat_where_the_bot_is_restricted_takes_no_message()
    {
        var group = Server.Supergroup(-1001, "Talks");
        group.SetBotStatus(Ann, "restricted");

        Assert.Equal("400 Bad Request: not enough rights to send text messages to the chat", await Client.ErrorAsync("sendMessage", new { chat_id = -1001, text = "x" }));
    }

    [Fact]
    public async Task A_topic_is_skipped_where_there_can_be_none()
    {
        Server.Supergroup(-1001, "Talks");

        Assert.Null((await Client.ResultAsync("sendMessage", new { chat_id = -1001, text = "x", message_thread_id = 77 }))["message_thread_id"]);
    }

    [Fact]
    public async Task An_action_is_seen_and_must_be_known()
    {
        await Client.ResultAsync("sendChatAction", new { chat_id = Chat.Id, action = "typing" });

        Assert.Equal(["typing"], Chat.Actions);
        Assert.Equal("400 Bad Request: wrong parameter action in request", await Client.ErrorAsync("sendChatAction", new { chat_id = Chat.Id, action = "thinking" }));
    }

    [Fact]
    public async Task A_chat_can_be_described()
    {
        Server.Supergroup(-1001, "Talks", isForum: true);

        var described = await Client.ResultAsync("getChat", new { chat_id = -1001 });
        Assert.Equal(("Talks", "supergroup", "true"), (described["title"]!.ToString(), described["type"]!.ToString(), described["is_forum"]!.ToString()));
    }
}
