using System.Net;
using System.Text;
using Bot.Loopback.Telegram;
using Bot.Telegram.Logging;

namespace Bot.EndToEnd.Tests.Telegram;

[Trait("Program", "Published")]
public sealed class WebhookTests : TelegramTest
{
    // HMAC-SHA256 of "webhook secret" with the token as the key.
    private const string DerivedSecret = "fe987c4bf3a9ea9c442db0d1f01670e73981e98a2fd3795da58990a7a2888247";

    private readonly int _port = FreePort.Take();
    private readonly HttpClient _http = new();
    private IProgram? _bot;

    private protected override TelegramServerOptions Options => new() { Token = Token, IsLocal = true };

    private string Url => $"http://127.0.0.1:{_port}/telegram/updates";

    public override async ValueTask DisposeAsync()
    {
        if (_bot is not null)
        {
            await _bot.DisposeAsync();
        }

        _http.Dispose();
        Assert.DoesNotContain(Log.Lines, line => line.Contains(DerivedSecret, StringComparison.Ordinal));
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Updates_that_Telegram_sends_are_answered()
    {
        AnnsChat.Send(Ann, Question);
        StartProcess();

        await AnnsChat.WaitForBotMessagesAsync(1, Deadline);
        Assert.Contains(AnswerToQuestion, AnnsChat.BotMessages[0].Text);
        var set = Assert.Single(Server.Calls.Of("setWebhook"));
        Assert.Equal(Url, set["url"]);
        Assert.Equal(DerivedSecret, set["secret_token"]);
        Assert.Equal("""["message","callback_query","inline_query","guest_message"]""", Compact(set.Parameters["allowed_updates"]));
        Assert.Contains("Sergey Lavrov", (await AskAsync(BobsChat, "/who Lavrov")).Text);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        Assert.Empty(Server.Calls.Of("getUpdates"));
        Assert.Equal(0, await _bot!.TerminateAsync(Deadline));
        Assert.Empty(Server.Calls.Of("deleteWebhook"));
    }

    [Fact]
    public async Task A_secret_that_is_set_is_used()
    {
        Start(("Telegram__Webhook__SecretToken", "of-my-own_1"));

        await AskAsync(AnnsChat, Question);

        Assert.Equal("of-my-own_1", Server.Calls.Of("setWebhook")[0]["secret_token"]);
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Raw(1), DerivedSecret));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Raw(1), "of-my-own_1"));
        Assert.Equal(2, AnnsChat.BotMessages.Count);
    }

    [Fact]
    public async Task What_is_no_update_of_Telegrams_is_rejected()
    {
        Start();
        _ = AnnsChat;
        await AskAsync(BobsChat, "/about");

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Raw(1), null));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Raw(1), ""));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Raw(1), "wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Raw(1), DerivedSecret + "0"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Raw(1), DerivedSecret.ToUpperInvariant()));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync("garbage", "wrong"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("", DerivedSecret));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("garbage", DerivedSecret));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("[]", DerivedSecret));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("{}", DerivedSecret));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("""{"update_id":"one"}""", DerivedSecret));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("""{"update_id":1e99}""", DerivedSecret));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(Raw(1)[..^1], DerivedSecret));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(new string(' ', 1 << 20) + Raw(1), DerivedSecret));
        using var get = await _http.GetAsync(new Uri(Url), Deadline);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
        using var elsewhere = await _http.PostAsync(new Uri($"http://127.0.0.1:{_port}/"), null, Deadline);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Empty(AnnsChat.BotMessages);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Raw(1), DerivedSecret));
        Assert.Single(AnnsChat.BotMessages);
    }

    [Fact]
    public async Task An_update_that_cannot_be_read_or_handled_is_taken_so_that_it_does_not_come_again()
    {
        Start();
        _ = AnnsChat;
        await AskAsync(BobsChat, "/about");

        Assert.Equal(HttpStatusCode.OK, await PostAsync("""{"update_id":7,"message":"not an object"}""", DerivedSecret));
        Assert.Equal(HttpStatusCode.OK, await PostAsync("""{"update_id":8,"message":{}}""", DerivedSecret));
        Assert.Equal(HttpStatusCode.OK, await PostAsync("""{"update_id":9,"callback_query":{"id":"5"}}""", DerivedSecret));
        Assert.Equal(HttpStatusCode.OK, await PostAsync("""{"update_id":12,"message":{"message_id":1,"date":1739880000,"chat":{"id":11,"type":"private"},"forward_origin":{"type":"none"}}}""", DerivedSecret));
        Assert.Equal(HttpStatusCode.OK, await PostAsync("""{"update_id":10,"kind_of_the_future":{}}""", DerivedSecret));
        Assert.Empty(AnnsChat.BotMessages);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Raw(11), DerivedSecret));
        Assert.Single(AnnsChat.BotMessages);

        // What can be read beside a part that cannot is answered.
        Assert.Equal(HttpStatusCode.OK, await PostAsync("""{"update_id":13,"message":{"message_id":1,"date":1739880000,"chat":{"id":11,"type":"private"},"text":"/about","forward_origin":{}}}""", DerivedSecret));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Raw(14).Replace("\"text\"", $"\"x\":{new string('[', 70)}{new string(']', 70)},\"text\"", StringComparison.Ordinal), DerivedSecret));
        Assert.Equal(3, AnnsChat.BotMessages.Count);
        Assert.Equal(3, Log.Of(LoggedEvent.OfTelegram(TelegramEvents.WebhookUpdateReadInPart)).Count);
    }

    [Fact]
    public async Task An_update_is_taken_after_it_was_answered_and_a_repeated_one_is_answered_once()
    {
        Start();
        _ = AnnsChat;
        await AskAsync(BobsChat, "/about");
        var gate = new TaskCompletionSource();
        Server.Faults.Next("sendMessage", Fault.Slow(gate.Task), AnnsChat.Id);

        var first = PostAsync(Raw(1), DerivedSecret);
        await AnnsChat.WaitForBotMessagesAsync(1, Deadline);
        var second = PostAsync(Raw(1), DerivedSecret);
        await AskAsync(BobsChat, "/help");
        Assert.False(first.IsCompleted);
        Assert.False(second.IsCompleted);
        gate.SetResult();

        Assert.Equal(HttpStatusCode.OK, await first);
        Assert.Equal(HttpStatusCode.OK, await second);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Raw(1), DerivedSecret));
        Assert.Single(AnnsChat.BotMessages);
    }

    [Fact]
    public async Task A_process_that_is_asked_to_stop_answers_what_is_in_flight()
    {
        Start();
        var gate = new TaskCompletionSource();
        Server.Faults.Next("sendMessage", Fault.Slow(gate.Task), AnnsChat.Id);
        AnnsChat.Send(Ann, Question);
        await AnnsChat.WaitForBotMessagesAsync(1, Deadline);

        var stopped = _bot!.TerminateAsync(Deadline);
        gate.SetResult();

        Assert.Equal(0, await stopped);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        Assert.Single(AnnsChat.BotMessages);
    }

    [Fact]
    public async Task Questions_in_flight_when_the_process_is_killed_are_answered_after_a_restart()
    {
        var first = StartProcess();
        Server.Faults.Next("sendMessage", Fault.TooManyRequests(3600), AnnsChat.Id);
        AnnsChat.Send(Ann, Question);
        AnnsChat.Send(Ann, "/about");
        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.RateLimited, "sendMessage"), Deadline);
        await first.KillAsync(Deadline);
        await first.DisposeAsync();

        Start();

        await SettleAsync(AnnsChat, 2);
        Assert.Equal([1, 2], AnnsChat.BotMessages.Select(m => m.ReplyTo!.Value));
    }

    [Fact]
    public async Task An_address_that_Telegram_does_not_take_ends_the_process_with_exit_code_4_and_a_line_that_says_what_to_do()
    {
        ExpectsErrors = true;
        Server.Faults.Next("setWebhook", Fault.Of(400, "Bad Request: bad webhook: Failed to resolve host: Name or service not known"));
        Start();

        Assert.Equal(4, await _bot!.EndedAsync(Deadline));

        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.WebhookRejected, Url, "the line above says why. Set Telegram:Webhook:Url to an https address that Telegram can reach, on port 443, 80, 88 or 8443, and restart."), Deadline);
        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.RequestRejected, "setWebhook", "400 Bad Request: bad webhook: Failed to resolve host: Name or service not known"), Deadline);
    }

    [Fact]
    public async Task A_revoked_token_ends_the_process_with_exit_code_4()
    {
        ExpectsErrors = true;
        Server.Faults.Next("setWebhook", Fault.Unauthorized(), times: 1000);
        Start();

        Assert.Equal(4, await _bot!.EndedAsync(Deadline));

        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.TokenRejected, "Set Telegram:Token (Telegram__Token in the environment) to the token that BotFather gives"), Deadline);
    }

    [Fact]
    public async Task The_token_shows_in_no_line_of_the_log_whatever_goes_wrong()
    {
        ExpectsErrors = true;
        Fault[] faults = [Fault.InternalError(), Fault.BadGateway(), Fault.Cut(), Fault.CutInAnswer(), Fault.Garbage(), Fault.TooManyRequests(0), Fault.Blocked()];
        foreach (var method in (string[])["getMe", "setWebhook", "sendMessage", "getMyCommands"])
        {
            foreach (var fault in faults[..(method == "sendMessage" ? 7 : 3)])
            {
                Server.Faults.Next(method, fault);
            }
        }

        StartProcess(("Logging__LogLevel__Microsoft", "Trace"), ("Logging__LogLevel__System", "Trace"));
        AnnsChat.Send(Ann, Question);
        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.RequestDeclined, "sendMessage", "403"), Deadline);
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Raw(1), TokenSecret));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(TokenSecret, DerivedSecret));
        Assert.Equal(0, await _bot!.TerminateAsync(Deadline));

        // That it is not there is seen when the test ends.
        Assert.NotEmpty(Log.Lines);
    }

    private void Start(params (string Name, string Value)[] more) => _bot = HostedProgram.Start(Folder, Log, Variables(more));

    private BotProgram StartProcess(params (string Name, string Value)[] more)
    {
        var program = BotProgram.Start(Folder, Log, Variables(more));
        _bot = program;
        return program;
    }

    private Dictionary<string, string> Variables((string Name, string Value)[] more)
    {
        var variables = new Dictionary<string, string>
        {
            ["Telegram__Token"] = Token,
            ["Telegram__ApiUrl"] = Server.Url,
            ["Telegram__Webhook__Url"] = Url,
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{_port}",
        };
        foreach (var (name, value) in more)
        {
            variables[name] = value;
        }

        return variables;
    }

    private static string Raw(int update) => Message(Ann, 1, Question, update).ToJsonString();

    private async Task<HttpStatusCode> PostAsync(string body, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        using var answer = await _http.SendAsync(request, Deadline);
        return answer.StatusCode;
    }
}
