using System.Text.Json.Nodes;
using Bot.Loopback.Telegram;

namespace Bot.Loopback.Tests.Telegram;

public sealed class QueryTests : ServerTest
{
    private const string TooOld = "400 Bad Request: query is too old and response timeout expired or query ID is invalid";
    private static readonly object s_keyboard = new { inline_keyboard = new[] { new[] { new { text = "More", callback_data = "m:2" } } } };

    private static object Article(string id, string text = "<b>Lavrov</b>", object? markup = null) => new
    {
        type = "article",
        id,
        title = "Lavrov",
        description = "Minister",
        input_message_content = new { message_text = text, parse_mode = "HTML", link_preview_options = new { is_disabled = true } },
        reply_markup = markup,
    };

    private static object[] Articles(int count) => [.. Enumerable.Range(1, count).Select(i => Article($"{i}"))];

    private async Task<string> PressAsync()
    {
        var chat = Server.PrivateChat(Ann);
        var sent = await Client.ResultAsync("sendMessage", new { chat_id = 11, text = "x", reply_markup = s_keyboard });
        return chat.Press(Ann, sent["message_id"]!.GetValue<int>(), "More");
    }

    private Task<string> RefusedAsync(params object[] results) =>
        Client.ErrorAsync("answerInlineQuery", new { inline_query_id = Server.AskInline(Ann, "who"), results });

    [Fact]
    public async Task A_pressed_button_is_answered_once()
    {
        var callback_query_id = await PressAsync();
        await Client.ResultAsync("answerCallbackQuery", new { callback_query_id, text = "Done", show_alert = true, cache_time = 5 });

        Assert.Equal(new CallbackAnswer(callback_query_id, "Done", true, "", 5), await Server.WaitForCallbackAnswerAsync(callback_query_id, Deadline));
        Assert.Equal(TooOld, await Client.ErrorAsync("answerCallbackQuery", new { callback_query_id }));
    }

    [Fact]
    public async Task A_pressed_button_can_be_answered_for_a_time_only()
    {
        var callback_query_id = await PressAsync();
        Time.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal(TooOld, await Client.ErrorAsync("answerCallbackQuery", new { callback_query_id }));
    }

    [Fact]
    public async Task A_notification_has_200_characters_at_most()
    {
        var callback_query_id = await PressAsync();

        Assert.Equal("400 Bad Request: MESSAGE_TOO_LONG", await Client.ErrorAsync("answerCallbackQuery", new { callback_query_id, text = new string('x', 201) }));
        await Client.ResultAsync("answerCallbackQuery", new { callback_query_id, text = new string('x', 200) });
    }

    [Fact]
    public async Task An_inline_query_tells_who_asks_what_and_where()
    {
        var query = Server.AskInline(Ann, "lavrov", offset: "10", chatType: "supergroup");

        Assert.Equal(
            $$$"""{"id":"{{{query}}}","from":{"id":11,"is_bot":false,"first_name":"Ann","username":"ann","language_code":"uk"},"chat_type":"supergroup","query":"lavrov","offset":"10"}""",
            (await Client.UpdatesAsync())[0]["inline_query"]!.ToJsonString());
    }

    [Fact]
    public async Task An_inline_answer_is_seen_as_it_was_given()
    {
        var inline_query_id = Server.AskInline(Ann, "lavrov");
        await Client.ResultAsync("answerInlineQuery", new { inline_query_id, results = Articles(2), is_personal = true, next_offset = "2", button = new { text = "Open", start_parameter = "x" } });

        var answer = await Server.WaitForInlineAnswerAsync(inline_query_id, Deadline);
        Assert.Equal((300, true, "2", """{"text":"Open","start_parameter":"x"}"""), (answer.CacheTime, answer.IsPersonal, answer.NextOffset, answer.Button));
        Assert.Equal([("1", "Lavrov", "Minister", "Lavrov"), ("2", "Lavrov", "Minister", "Lavrov")], answer.Results.Select(r => (r.Id, r.Title, r.Description, r.Message.Text)));
        Assert.Equal([new TextEntity("bold", 0, 6)], answer.Results[0].Message.Entities);
    }

    [Fact]
    public async Task An_inline_query_is_answered_once_and_for_a_time_only()
    {
        var inline_query_id = Server.AskInline(Ann, "a");
        await Client.ResultAsync("answerInlineQuery", new { inline_query_id, results = Articles(0) });
        Assert.Equal(TooOld, await Client.ErrorAsync("answerInlineQuery", new { inline_query_id, results = Articles(0) }));

        inline_query_id = Server.AskInline(Ann, "b");
        Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(TooOld, await Client.ErrorAsync("answerInlineQuery", new { inline_query_id, results = Articles(0) }));
    }

    [Fact]
    public async Task Inline_results_are_at_most_fifty()
    {
        Assert.Equal("400 Bad Request: too many inline query results specified", await RefusedAsync(Articles(51)));
    }

    [Fact]
    public async Task Identifiers_of_inline_results_are_unique_and_have_1_to_64_bytes()
    {
        Assert.Equal("400 Bad Request: RESULT_ID_DUPLICATE", await RefusedAsync(Article("a"), Article("a")));
        Assert.Equal("400 Bad Request: RESULT_ID_INVALID", await RefusedAsync(Article(new string('я', 33))));
        Assert.Equal("400 Bad Request: RESULT_ID_INVALID", await RefusedAsync(Article("")));
    }

    [Fact]
    public async Task Texts_and_buttons_of_inline_results_are_checked_like_those_of_messages()
    {
        Assert.Equal("400 Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0", await RefusedAsync(Article("a", "<x>")));
        Assert.Equal("400 Bad Request: MESSAGE_TOO_LONG", await RefusedAsync(Article("a", new string('x', 4097))));
        Assert.Equal("400 Bad Request: BUTTON_DATA_INVALID", await RefusedAsync(Article("a", "x", new { inline_keyboard = new[] { new[] { new { text = "a", callback_data = new string('x', 65) } } } })));
    }

    [Fact]
    public async Task A_chosen_result_becomes_a_message_that_the_bot_can_edit()
    {
        var inline_query_id = Server.AskInline(Ann, "lavrov");
        await Client.ResultAsync("answerInlineQuery", new { inline_query_id, results = new[] { Article("a", markup: s_keyboard) } });
        var inline_message_id = Server.ChooseInline(inline_query_id, "a");

        Assert.Equal(
            $$"""{"inline_message_id":"{{inline_message_id}}","query":"lavrov","result_id":"a"}""",
            Without((await Client.UpdatesAsync(-1))[0]["chosen_inline_result"]!, "from"));
        Assert.Equal("true", (await Client.ResultAsync("editMessageText", new { inline_message_id, text = "Rubio" })).ToJsonString());
        Assert.Equal(("Rubio", true), (Server.InlineMessage(inline_message_id).Text, Server.InlineMessage(inline_message_id).IsEdited));
        Assert.Equal("400 Bad Request: MESSAGE_ID_INVALID", await Client.ErrorAsync("editMessageText", new { inline_message_id = "none", text = "Rubio" }));
    }

    [Fact]
    public async Task A_chosen_result_without_buttons_has_no_identifier_for_the_bot()
    {
        var inline_query_id = Server.AskInline(Ann, "lavrov");
        await Client.ResultAsync("answerInlineQuery", new { inline_query_id, results = Articles(1) });
        Server.ChooseInline(inline_query_id, "1");

        Assert.Null((await Client.UpdatesAsync(-1))[0]["chosen_inline_result"]!["inline_message_id"]);
    }

    [Fact]
    public async Task A_button_below_an_inline_message_brings_no_message()
    {
        var inline_query_id = Server.AskInline(Ann, "lavrov");
        await Client.ResultAsync("answerInlineQuery", new { inline_query_id, results = new[] { Article("a", markup: s_keyboard) } });
        var message = Server.ChooseInline(inline_query_id, "a");
        Server.PressInline(Bob, message, "More");

        var press = (await Client.UpdatesAsync(-1))[0]["callback_query"]!;
        Assert.Null(press["message"]);
        Assert.Equal((message, "m:2", "12"), (press["inline_message_id"]!.ToString(), press["data"]!.ToString(), press["from"]!["id"]!.ToString()));
    }

    [Fact]
    public async Task A_guest_query_comes_with_the_message_that_asks()
    {
        var chat = Server.Supergroup(-1009, "Strangers");
        var query = chat.MentionAsGuest(Bob, "@loopback_bot who is Lavrov?");

        var message = Assert.Single(await Client.UpdatesAsync())["guest_message"]!;
        Assert.Equal((query, "@loopback_bot who is Lavrov?", "-1009"), (message["guest_query_id"]!.ToString(), message["text"]!.ToString(), message["chat"]!["id"]!.ToString()));
    }

    [Fact]
    public async Task The_answer_to_a_guest_query_stands_in_the_chat_and_is_given_once()
    {
        var chat = Server.Supergroup(-1009, "Strangers");
        var guest_query_id = chat.MentionAsGuest(Bob, "@loopback_bot who is Lavrov?");
        var sent = await Client.ResultAsync("answerGuestQuery", new { guest_query_id, result = Article("a", markup: s_keyboard) });

        Assert.Equal("Lavrov", Assert.Single(chat.BotMessages).Text);
        Assert.Equal("Lavrov", Server.InlineMessage(sent["inline_message_id"]!.ToString()).Text);
        Assert.Equal(TooOld, await Client.ErrorAsync("answerGuestQuery", new { guest_query_id, result = Article("a") }));
        Assert.Equal("400 Bad Request: result isn't specified", await Client.ErrorAsync("answerGuestQuery", new { guest_query_id }));
    }

    private static string Without(JsonNode json, string name)
    {
        json.AsObject().Remove(name);
        return json.ToJsonString();
    }
}
