using System.Text.Json.Nodes;

namespace Bot.Loopback.Tests.Telegram;

public sealed class UpdateTests : ServerTest
{
    private static readonly object s_keyboard = new { inline_keyboard = new object[][] { [new { text = "Sources", callback_data = "s:1" }, new { text = "Site", url = "https://example.com" }], [new { text = "More", callback_data = "m:2" }] } };

    private async Task<string> OnlyAsync(string kind) => Assert.Single(await Client.UpdatesAsync())[kind]!.ToJsonString();

    [Fact]
    public async Task A_private_message_tells_who_wrote_where_and_when()
    {
        Server.PrivateChat(Ann).Send(Ann, "Hello");

        Assert.Equal(
            """{"message_id":1,"from":{"id":11,"is_bot":false,"first_name":"Ann","username":"ann","language_code":"uk"},"chat":{"id":11,"first_name":"Ann","username":"ann","type":"private"},"date":1739880000,"text":"Hello"}""",
            await OnlyAsync("message"));
    }

    [Fact]
    public async Task Offsets_of_commands_count_utf16_units()
    {
        Server.PrivateChat(Ann).Send(Ann, "😀 /who@loopback_bot Lavrov");

        Assert.Equal("""[{"offset":3,"length":17,"type":"bot_command"}]""", (await Client.UpdatesAsync())[0]["message"]!["entities"]!.ToJsonString());
    }

    [Fact]
    public async Task What_is_clickable_in_a_text_is_marked()
    {
        Server.PrivateChat(Ann).Send(Ann, "/help #talks @ann https://example.com/a?b. a/b mail@example.com");

        Assert.Equal(
            ["bot_command /help", "hashtag #talks", "mention @ann", "url https://example.com/a?b"],
            Server.Chat(11).Messages[0].Entities.Select(e => $"{e.Type} {Server.Chat(11).Messages[0].Text.Substring(e.Offset, e.Length)}"));
        Assert.Single(await Client.UpdatesAsync());
    }

    [Fact]
    public async Task A_caption_is_no_text()
    {
        Server.PrivateChat(Ann).Send(Ann, "/ask who", asCaption: true);

        var message = (await Client.UpdatesAsync())[0]["message"]!;
        Assert.Null(message["text"]);
        Assert.Equal("/ask who", message["caption"]!.ToString());
        Assert.Equal("bot_command", message["caption_entities"]![0]!["type"]!.ToString());
        Assert.NotNull(message["photo"]);
    }

    [Fact]
    public async Task A_reply_holds_the_message_that_it_answers()
    {
        var group = Server.Supergroup(-1001, "Talks");
        var sent = await Client.ResultAsync("sendMessage", new { chat_id = -1001, text = "Which date?" });
        group.Send(Bob, "The 18th", replyTo: sent["message_id"]!.GetValue<int>());

        var message = Assert.Single(await Client.UpdatesAsync())["message"]!;
        Assert.Equal("""{"id":-1001,"title":"Talks","type":"supergroup"}""", message["chat"]!.ToJsonString());
        Assert.Equal("Which date?", message["reply_to_message"]!["text"]!.ToString());
        Assert.Equal("4242", message["reply_to_message"]!["from"]!["id"]!.ToString());
    }

    [Fact]
    public async Task A_message_in_a_topic_answers_the_message_that_opened_the_topic()
    {
        var forum = Server.Supergroup(-1001, "Talks", isForum: true);
        forum.SetBotStatus(Ann, "administrator");
        var topic = forum.AddTopic("Dates", Ann);
        forum.Send(Bob, "When?", thread: topic);

        var message = (await Client.UpdatesAsync(-1))[0]["message"]!;
        Assert.Equal(
            """{"message_id":2,"message_thread_id":1,"is_topic_message":true,"text":"When?"}""",
            Part(message, "message_id", "message_thread_id", "is_topic_message", "text"));
        Assert.Equal("""{"name":"Dates","icon_color":7322096}""", message["reply_to_message"]!["forum_topic_created"]!.ToJsonString());
    }

    [Theory]
    [InlineData("Hello", false)]
    [InlineData("/who", true)]
    [InlineData("/who@loopback_bot Lavrov", true)]
    [InlineData("/who@other_bot Lavrov", false)]
    [InlineData("Ask @Loopback_Bot about it", true)]
    [InlineData("Ask @loopback_bot_2 about it", false)]
    public async Task In_a_group_a_bot_sees_only_what_is_meant_for_it(string text, bool isSeen)
    {
        Server.Group(-5, "Friends").Send(Bob, text);

        Assert.Equal(isSeen ? 1 : 0, (await Client.UpdatesAsync()).Length);
    }

    [Fact]
    public async Task In_a_group_a_bot_sees_no_answers_to_others()
    {
        var group = Server.Group(-5, "Friends");
        var first = group.Send(Bob, "Hello");
        group.Send(Ann, "Hi", replyTo: first);

        Assert.Empty(await Client.UpdatesAsync());
    }

    [Fact]
    public async Task An_administrator_sees_everything()
    {
        var group = Server.Group(-5, "Friends");
        group.SetBotStatus(Ann, "administrator");
        group.Send(Bob, "Hello");

        Assert.Equal(["my_chat_member", "message"], (await Client.UpdatesAsync()).Select(u => u.AsObject().Last().Key));
    }

    [Fact]
    public async Task A_pressed_button_sends_its_data_with_the_message_above_it()
    {
        var chat = Server.PrivateChat(Ann);
        var question = chat.Send(Ann, "Who?");
        var sent = await Client.ResultAsync("sendMessage", new { chat_id = 11, text = "Lavrov", reply_markup = s_keyboard, reply_parameters = new { message_id = question } });
        var query = chat.Press(Ann, sent["message_id"]!.GetValue<int>(), "Sources");

        var press = (await Client.UpdatesAsync(-1))[0]["callback_query"]!;
        Assert.Equal(query, press["id"]!.ToString());
        Assert.Equal("s:1", press["data"]!.ToString());
        Assert.Equal("11", press["from"]!["id"]!.ToString());
        Assert.Equal("Lavrov", press["message"]!["text"]!.ToString());
        Assert.Equal("Who?", press["message"]!["reply_to_message"]!["text"]!.ToString());
        Assert.NotNull(press["message"]!["reply_markup"]);
        Assert.NotNull(press["chat_instance"]);
    }

    [Fact]
    public async Task A_button_can_be_pressed_by_its_place()
    {
        var chat = Server.PrivateChat(Ann);
        var sent = await Client.ResultAsync("sendMessage", new { chat_id = 11, text = "Lavrov", reply_markup = s_keyboard });
        chat.Press(Ann, sent["message_id"]!.GetValue<int>(), 1, 0);

        Assert.Equal("m:2", (await Client.UpdatesAsync(-1))[0]["callback_query"]!["data"]!.ToString());
    }

    [Theory]
    [InlineData("Site", "The button \"Site\" sends nothing to the bot. (Parameter 'name')")]
    [InlineData("Less", "No button \"Less\" below the message; there are: Sources, Site, More. (Parameter 'name')")]
    public async Task Only_a_button_that_is_there_and_sends_data_can_be_pressed(string button, string error)
    {
        var chat = Server.PrivateChat(Ann);
        await Client.ResultAsync("sendMessage", new { chat_id = 11, text = "Lavrov", reply_markup = s_keyboard });

        Assert.Equal(error, Assert.Throws<ArgumentException>(() => chat.Press(Ann, 1, button)).Message);
    }

    [Fact]
    public async Task Blocking_the_bot_tells_it_so()
    {
        Server.PrivateChat(Ann).SetBotStatus(Ann, "kicked");

        Assert.Equal(
            """{"old_chat_member":{"user":{"id":4242,"is_bot":true,"first_name":"Loopback bot","username":"loopback_bot"},"status":"member"},"new_chat_member":{"user":{"id":4242,"is_bot":true,"first_name":"Loopback bot","username":"loopback_bot"},"status":"kicked","until_date":0}}""",
            Part(JsonNode.Parse(await OnlyAsync("my_chat_member"))!, "old_chat_member", "new_chat_member"));
    }

    private static string Part(JsonNode json, params string[] names) =>
        new JsonObject(names.Select(n => KeyValuePair.Create(n, json[n]?.DeepClone()))).ToJsonString();
}
