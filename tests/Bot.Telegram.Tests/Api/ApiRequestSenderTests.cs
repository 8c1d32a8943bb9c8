using System.Text.Json.Nodes;
using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Telegram.Api;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Bot.Telegram.Tests.Api;

public sealed class ApiRequestSenderTests
{
    private static readonly (int, string)? s_taken = (200, """{"ok":true,"result":true}""");
    private static readonly (int, string)? s_broken = (500, """{"ok":false,"error_code":500,"description":"Internal Server Error"}""");

    private readonly InstantTime _time = new();
    private readonly ListLogger _logger = new();

    private static (int, string)? Away => null;

    [Fact]
    public async Task A_wait_that_Telegram_asks_for_lasts_exactly_that_long_and_counts_as_no_failure()
    {
        using var server = new ScriptedServer(s_broken, TooMany(3), s_broken, s_taken);

        Assert.True(await SendAsync(server));

        Assert.Equal([0.25, 3, 0.5], _time.Seconds);
        Assert.Equal(["Telegram asks to wait before sendMessage: 3 s. Only this chat waits."], Logged(LogLevel.Information));
    }

    [Fact]
    public async Task However_often_Telegram_asks_to_wait_the_answer_is_sent_in_the_end()
    {
        using var server = new ScriptedServer([.. Enumerable.Repeat(TooMany(1), 20), s_taken]);

        Assert.True(await SendAsync(server));

        Assert.Equal(Enumerable.Repeat(1.0, 20), _time.Seconds);
        Assert.Equal(21, server.Requests.Count);
    }

    [Fact]
    public async Task An_answer_to_a_group_that_became_a_supergroup_is_sent_there_at_once_and_replies_to_nothing()
    {
        using var server = new ScriptedServer(
            (400, """{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1007}}"""),
            s_taken);

        Assert.True(await SendAsync(server));

        Assert.Empty(_time.Waits);
        Assert.Equal(["5 7", "-1007 "], server.Requests.Select(r => JsonNode.Parse(r)).Select(r => $"{r!["chat_id"]} {r["reply_parameters"]?["message_id"]}"));
        Assert.Equal(["The group has become the supergroup -1007; the answer is sent there."], Logged(LogLevel.Information));
    }

    [Fact]
    public async Task After_eight_errors_of_the_server_the_answer_is_given_up()
    {
        using var server = new ScriptedServer([.. Enumerable.Repeat(s_broken, 8)]);

        Assert.False(await SendAsync(server));

        Assert.Equal(8, server.Requests.Count);
        Assert.Equal([0.25, 0.5, 1, 2, 4, 8, 15], _time.Seconds);
        Assert.Equal(["Telegram rejected sendMessage: 500 Internal Server Error"], Logged(LogLevel.Error));
    }

    [Fact]
    public async Task A_network_that_fails_is_never_given_up_and_counts_as_no_error_of_the_server()
    {
        using var server = new ScriptedServer([.. Enumerable.Repeat(s_broken, 7), .. Enumerable.Repeat(Away, 3), s_taken]);

        Assert.True(await SendAsync(server));

        Assert.Equal([0.25, 0.5, 1, 2, 4, 8, 15, 15, 15, 15], _time.Seconds);
        Assert.Equal(
            [
                "sendMessage did not reach Telegram (failure 8): HttpRequestException: Connection refused.",
                "sendMessage did not reach Telegram (failure 9): HttpRequestException: Connection refused.",
                "sendMessage did not reach Telegram (failure 10): HttpRequestException: Connection refused.",
            ],
            Logged(LogLevel.Warning));
    }

    [Fact]
    public async Task What_Telegram_refuses_is_sent_once()
    {
        using var server = new ScriptedServer((400, """{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}"""));

        Assert.False(await SendAsync(server));

        Assert.Single(server.Requests);
        Assert.Equal(["Telegram did not accept sendMessage: 400 Bad Request: chat not found"], Logged(LogLevel.Information));
    }

    [Fact]
    public async Task A_token_that_Telegram_does_not_know_ends_the_attempts()
    {
        using var server = new ScriptedServer((401, """{"ok":false,"error_code":401,"description":"Unauthorized"}"""));

        var refusal = await Assert.ThrowsAsync<InvalidTokenException>(() => SendAsync(server));

        Assert.Equal(401, refusal.ErrorCode);
        Assert.Single(server.Requests);
        Assert.Empty(_logger.Entries);
    }

    private static (int, string)? TooMany(int seconds) =>
        (429, $$$"""{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":{{{seconds}}}}}""");

    private IEnumerable<string> Logged(LogLevel level) => _logger.Entries.Where(e => e.Level == level).Select(e => e.Text);

    private async Task<bool> SendAsync(ScriptedServer server)
    {
        using var http = new HttpClient(server, disposeHandler: false);
        using var limits = new AdmissionControl(0, 0, 1, _time);
        var sender = new ApiRequestSender(
            new BotApiClient(http, new TelegramBotClientOptions("123456:ABC"), TimeSpan.FromSeconds(30), TimeProvider.System),
            _time,
            new FixedRandom(),
            _logger,
            limits,
            AdapterTelemetry.None("telegram", _time));
        var request = new SendMessageRequest { ChatId = 5, Text = "Answer", ReplyParameters = new ReplyParameters { MessageId = 7 } };
        return await sender.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
