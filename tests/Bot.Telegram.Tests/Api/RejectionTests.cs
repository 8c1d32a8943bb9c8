using System.Text.Json.Nodes;
using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Telegram.Api;
using Bot.Telegram.Logging;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;
using Telegram.Bot.Types.ReplyMarkups;

namespace Bot.Telegram.Tests.Api;

/// <summary>For each reason that Telegram has to reject a request: how often it is sent, with what, and how it is logged.</summary>
public sealed class RejectionTests
{
    private static readonly (int, string)? s_accepted = (200, """{"ok":true,"result":true}""");

    private readonly InstantTime _time = new();
    private readonly ListLogger _logger = new();

    public static TheoryData<int, string> Expected { get; } = new()
    {
        { 400, "Bad Request: chat not found" },
        { 400, "Bad Request: CHAT NOT FOUND" },
        { 400, "Bad Request: PEER_ID_INVALID" },
        { 400, "Bad Request: CHAT_RESTRICTED" },
        { 400, "Bad Request: CHAT_WRITE_FORBIDDEN" },
        { 403, "Forbidden: CHAT_WRITE_FORBIDDEN" },
        { 400, "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN" },
        { 400, "Bad Request: TOPIC_CLOSED" },
        { 400, "Bad Request: topic_closed" },
        { 400, "Bad Request: USER_IS_BLOCKED" },
        { 400, "Bad Request: group chat was deactivated" },
        { 400, "Bad Request: have no rights to send a message" },
        { 400, "Bad Request: not enough rights to send text messages to the chat" },
        { 400, "Bad Request: need administrator rights in the channel chat" },
        { 400, "Bad Request: QUERY_ID_INVALID" },
        { 400, "Bad Request: query is too old and response timeout expired or query ID is invalid" },
        { 400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same" },
        { 400, "Bad Request: message to edit not found" },
        { 400, "Bad Request: MESSAGE_ID_INVALID" },
        { 400, "Bad Request: message can't be edited" },
        { 403, "Forbidden: bot was blocked by the user" },
        { 403, "Forbidden: user is deactivated" },
        { 403, "Forbidden: bot was kicked from the supergroup chat" },
    };

    public static TheoryData<string> InvalidContent { get; } =
    [
        "Bad Request: can't parse entities: Unsupported start tag \"blink\" at byte offset 0",
        "Bad Request: ENTITY_BOUNDS_INVALID",
        "Bad Request: ENTITIES_TOO_LONG",
        "Bad Request: message is too long",
        "Bad Request: MESSAGE_TOO_LONG",
        "Bad Request: BUTTON_DATA_INVALID",
        "Bad Request: Button_data_invalid",
        "Bad Request: BUTTON_URL_INVALID",
        "Bad Request: inline keyboard button URL 'x' is invalid: Wrong HTTP URL",
        "Bad Request: REPLY_MARKUP_TOO_LONG",
    ];

    private static SendMessageRequest Message => new()
    {
        ChatId = 5,
        MessageThreadId = 3,
        Text = "<b>4.5</b> &lt;hours&gt; <a href=\"https://example.org\">[1]</a>",
        ParseMode = ParseMode.Html,
        ReplyMarkup = Keyboard,
        ReplyParameters = new ReplyParameters { MessageId = 7 },
    };

    private static InlineKeyboardMarkup Keyboard => new(InlineKeyboardButton.WithCallbackData("Details", "1"));

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task What_nobody_did_wrong_is_sent_once_and_logged_as_information(int code, string description)
    {
        using var server = new ScriptedServer(Rejects(description, code));

        Assert.False(await SendAsync(server, Message));

        Assert.Single(server.Requests);
        Assert.Equal([(LogLevel.Information, TelegramEvents.RequestDeclined, $"Telegram did not accept sendMessage: {code} {description}")], Logged());
    }

    [Theory]
    [InlineData("Bad Request: message thread not found")]
    [InlineData("Bad Request: Message Thread Not Found")]
    [InlineData("Bad Request: TOPIC_DELETED")]
    public async Task A_topic_that_is_gone_is_no_longer_named(string description)
    {
        using var server = new ScriptedServer(Rejects(description), s_accepted);

        Assert.True(await SendAsync(server, Message));

        Assert.Equal(["3 7 Html", " 7 Html"], server.Requests.Select(r => JsonNode.Parse(r)!).Select(r => $"{r["message_thread_id"]} {r["reply_parameters"]!["message_id"]} {r["parse_mode"]}"));
        Assert.Equal([(LogLevel.Information, TelegramEvents.TopicGone, $"The topic of sendMessage is gone ({description}); it is sent once more without naming one.")], Logged());
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task A_topic_that_is_gone_where_none_was_named_is_sent_once()
    {
        using var server = new ScriptedServer(Rejects("Bad Request: message thread not found"));

        Assert.False(await SendAsync(server, new SendMessageRequest { ChatId = 5, Text = "Answer" }));

        Assert.Single(server.Requests);
        Assert.Equal([LogLevel.Information], _logger.Entries.Select(e => e.Level));
    }

    [Theory]
    [MemberData(nameof(InvalidContent))]
    public async Task Content_that_is_not_accepted_is_sent_once_more_as_plain_text_and_logged_as_an_error(string description)
    {
        using var server = new ScriptedServer(Rejects(description), s_accepted);

        Assert.True(await SendAsync(server, Message));

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal("""{"chat_id":5,"text":"4.5 <hours> [1]","message_thread_id":3,"reply_parameters":{"message_id":7}}""", Compact(server.Requests[1]));
        Assert.Equal(
            [(LogLevel.Error, TelegramEvents.ContentRejected, $"Telegram did not accept the content of sendMessage: 400 {description} It is sent once more as plain text without buttons.")],
            Logged());
    }

    [Fact]
    public async Task Content_that_is_not_accepted_even_as_plain_text_is_given_up()
    {
        using var server = new ScriptedServer(Rejects("Bad Request: message is too long"), Rejects("Bad Request: message is too long"));

        Assert.False(await SendAsync(server, Message));

        Assert.Equal([TelegramEvents.ContentRejected, TelegramEvents.RequestRejected], _logger.Entries.Select(e => e.Id));
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_cut()
    {
        using var server = new ScriptedServer(Rejects("Bad Request: message is too long"), s_accepted);

        Assert.True(await SendAsync(server, new SendMessageRequest { ChatId = 5, Text = new string('a', 5000) }));

        Assert.Equal(4096, JsonNode.Parse(server.Requests[1])!["text"]!.GetValue<string>().Length);
    }

    [Fact]
    public async Task A_topic_that_is_gone_and_then_a_button_are_both_left_out()
    {
        using var server = new ScriptedServer(Rejects("Bad Request: message thread not found"), Rejects("Bad Request: BUTTON_DATA_INVALID"), s_accepted);

        Assert.True(await SendAsync(server, Message));

        Assert.Equal("""{"chat_id":5,"text":"4.5 <hours> [1]","reply_parameters":{"message_id":7}}""", Compact(server.Requests[2]));
    }

    [Theory]
    [InlineData(400, "Bad Request: something new")]
    [InlineData(404, "Not Found")]
    public async Task What_is_not_known_is_sent_once_and_logged_as_an_error(int code, string description)
    {
        using var server = new ScriptedServer(Rejects(description, code));

        Assert.False(await SendAsync(server, Message));

        Assert.Single(server.Requests);
        Assert.Equal([(LogLevel.Error, TelegramEvents.RequestRejected, $"Telegram rejected sendMessage: {code} {description}")], Logged());
    }

    [Fact]
    public async Task An_edit_loses_its_markup_and_buttons()
    {
        using var server = new ScriptedServer(Rejects("Bad Request: can't parse entities"), s_accepted);

        Assert.True(await SendAsync(server, new EditMessageTextRequest { ChatId = 5, MessageId = 7, Text = "<b>x</b>", ParseMode = ParseMode.Html, ReplyMarkup = Keyboard }));

        Assert.Equal("""{"chat_id":5,"message_id":7,"text":"x"}""", Compact(server.Requests[1]));
    }

    [Fact]
    public async Task An_edit_of_an_inline_message_loses_its_markup_and_buttons()
    {
        using var server = new ScriptedServer(Rejects("Bad Request: BUTTON_DATA_INVALID"), s_accepted);

        Assert.True(await SendAsync(server, new EditInlineMessageTextRequest { InlineMessageId = "a", Text = "<b>x</b>", ParseMode = ParseMode.Html, ReplyMarkup = Keyboard }));

        Assert.Equal("""{"inline_message_id":"a","text":"x"}""", Compact(server.Requests[1]));
    }

    [Fact]
    public async Task Inline_results_lose_their_markup_and_buttons()
    {
        using var server = new ScriptedServer(Rejects("Bad Request: can't parse entities"), s_accepted);

        Assert.True(await SendAsync(server, new AnswerInlineQueryRequest { InlineQueryId = "a", Results = [Article()], Button = new InlineQueryResultsButton { Text = "Help", StartParameter = "help" } }));

        Assert.Equal("""{"inline_query_id":"a","results":[{"type":"article","title":"Title","input_message_content":{"message_text":"x"},"id":"0"}]}""", Compact(server.Requests[1]));
    }

    [Fact]
    public async Task The_answer_to_a_guest_loses_its_markup_and_buttons()
    {
        using var server = new ScriptedServer(Rejects("Bad Request: can't parse entities"), s_accepted);

        Assert.True(await SendAsync(server, new AnswerGuestQueryRequest { GuestQueryId = "a", Result = Article() }));

        Assert.Equal("""{"guest_query_id":"a","result":{"type":"article","title":"Title","input_message_content":{"message_text":"x"},"id":"0"}}""", Compact(server.Requests[1]));
    }

    private static InlineQueryResultArticle Article() => new()
    {
        Id = "0",
        Title = "Title",
        InputMessageContent = new InputTextMessageContent { MessageText = "<b>x</b>", ParseMode = ParseMode.Html },
        ReplyMarkup = Keyboard,
    };

    private static (int, string)? Rejects(string description, int code = 400) =>
        (code, new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = description }.ToJsonString());

    private static string Compact(string json) => JsonNode.Parse(json)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private IEnumerable<(LogLevel, int, string)> Logged() => _logger.Entries.Select(e => (e.Level, e.Id, e.Text));

    private async Task<bool> SendAsync(ScriptedServer server, IRequest request)
    {
        using var http = new HttpClient(server, disposeHandler: false);
        using var limits = new AdmissionControl(0, 0, 1, _time);
        var api = new BotApiClient(http, new TelegramBotClientOptions("123456:ABC"), TimeSpan.FromSeconds(30), TimeProvider.System);
        var sender = new ApiRequestSender(api, _time, new FixedRandom(), _logger, limits, AdapterTelemetry.None("telegram", _time));
        return await sender.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
