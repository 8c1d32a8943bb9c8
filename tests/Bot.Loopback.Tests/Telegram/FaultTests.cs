using System.Net;
using System.Text.Json.Nodes;
using Bot.Loopback.Telegram;

namespace Bot.Loopback.Tests.Telegram;

public sealed class FaultTests : ServerTest
{
    private TelegramChat Chat => Server.PrivateChat(Ann);

    private Task<HttpResponseMessage> SendAsync(long chat = 11) => Client.SendAsync("sendMessage", new { chat_id = chat, text = "Hi" });

    private async Task<string> AnswerAsync(long chat = 11)
    {
        _ = Chat;
        using var answer = await SendAsync(chat);
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Deadline)}";
    }

    [Fact]
    public async Task Too_many_requests_tells_how_long_to_wait_and_sends_nothing()
    {
        Server.Faults.Next("sendMessage", Fault.TooManyRequests(retryAfter: 3));

        using var answer = await SendAsync(Chat.Id);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("3", answer.Headers.GetValues("Retry-After").Single());
        Assert.Equal(
            """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 3","parameters":{"retry_after":3}}""",
            await answer.Content.ReadAsStringAsync(Deadline));
        Assert.Empty(Chat.Messages);
    }

    public static TheoryData<Fault, string> Errors => new()
    {
        { Fault.InternalError(), """500 {"ok":false,"error_code":500,"description":"Internal Server Error"}""" },
        { Fault.BadGateway(), """502 {"ok":false,"error_code":502,"description":"Bad Gateway"}""" },
        { Fault.Unauthorized(), """401 {"ok":false,"error_code":401,"description":"Unauthorized"}""" },
        { Fault.Blocked(), """403 {"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}""" },
        { Fault.Migrated(-1007), """400 {"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1007}}""" },
        { Fault.Of(418, "I'm a teapot", retryAfter: 1), """418 {"ok":false,"error_code":418,"description":"I'm a teapot","parameters":{"retry_after":1}}""" },
    };

    [Theory]
    [MemberData(nameof(Errors), DisableDiscoveryEnumeration = true)]
    public async Task An_error_is_answered_and_nothing_is_sent(Fault fault, string answer)
    {
        Server.Faults.Next("sendMessage", fault);

        Assert.Equal(answer, await AnswerAsync());
        Assert.Empty(Chat.Messages);
    }

    [Fact]
    public async Task A_conflict_may_meet_a_poll()
    {
        Server.Faults.Next("getUpdates", Fault.Conflict());

        Assert.Equal("409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", await Client.ErrorAsync("getUpdates"));
        Assert.Empty(await Client.UpdatesAsync());
    }

    [Fact]
    public async Task A_connection_may_be_cut_before_anything_is_done()
    {
        Server.Faults.Next("sendMessage", Fault.Cut());

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(Chat.Id));
        Assert.Empty(Chat.Messages);
        Assert.Equal(0, Assert.Single(await Server.Calls.WaitForAsync("sendMessage", 1, Deadline)).Status);
    }

    [Fact]
    public async Task A_connection_may_be_cut_after_the_message_was_sent()
    {
        Server.Faults.Next("sendMessage", Fault.Cut() with { Executes = true });

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(Chat.Id));
        Assert.Single(Chat.Messages);
    }

    [Fact]
    public async Task A_connection_may_be_cut_in_the_middle_of_the_answer()
    {
        Server.Faults.Next("sendMessage", Fault.CutInAnswer());

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(Chat.Id));
        Assert.Single(Chat.Messages);
    }

    [Fact]
    public async Task An_error_may_be_answered_though_the_message_was_sent()
    {
        Server.Faults.Next("sendMessage", Fault.BadGateway() with { Executes = true });

        Assert.StartsWith("502 ", await AnswerAsync());
        Assert.Single(Chat.Messages);
    }

    [Fact]
    public async Task An_answer_may_be_broken_json()
    {
        Server.Faults.Next("sendMessage", Fault.TruncatedJson());

        Assert.StartsWith("200 {\"ok\":true,", await AnswerAsync());
        Assert.Single(Chat.Messages);
        Server.Faults.Next("sendMessage", Fault.TruncatedJson());
        var body = (await AnswerAsync())[4..];
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => JsonNode.Parse(body));
    }

    [Fact]
    public async Task An_answer_may_be_a_web_page()
    {
        Server.Faults.Next("sendMessage", Fault.Garbage());

        Assert.StartsWith("200 <html>", await AnswerAsync());
        Assert.Empty(Chat.Messages);
    }

    [Fact]
    public async Task An_answer_may_wait_for_the_test()
    {
        var until = new TaskCompletionSource();
        Server.Faults.Next("sendMessage", Fault.Slow(until.Task));
        var answer = AnswerAsync();

        await Chat.WaitForBotMessagesAsync(1, Deadline);
        Assert.False(answer.IsCompleted);
        until.SetResult();
        Assert.StartsWith("200 ", await answer);
    }

    [Fact]
    public async Task A_method_may_wait_for_the_test_before_it_is_carried_out()
    {
        var until = new TaskCompletionSource();
        var other = Server.PrivateChat(Bob);
        Server.Faults.Next("sendMessage", Fault.Slow(until.Task) with { Executes = false }, chat: 12);
        var answer = AnswerAsync(12);
        Assert.StartsWith("200 ", await AnswerAsync(11));

        Assert.Empty(other.Messages);
        until.SetResult();
        Assert.StartsWith("200 ", await answer);
        Assert.Single(other.Messages);
    }

    [Fact]
    public async Task An_answer_may_take_a_time()
    {
        Server.Faults.Next("sendMessage", Fault.Slow(TimeSpan.FromSeconds(7)));
        var answer = AnswerAsync();

        Assert.Equal(TimeSpan.FromSeconds(7), await Time.NextWaitAsync(Deadline));
        Assert.Single(Chat.Messages);
        Time.Advance(TimeSpan.FromSeconds(7));
        Assert.StartsWith("200 ", await answer);
    }

    [Fact]
    public async Task A_fault_may_be_meant_for_one_chat_and_happen_more_than_once()
    {
        _ = (Chat, Server.PrivateChat(Bob));
        Server.Faults.Next("SENDMESSAGE", Fault.BadGateway(), chat: 12, times: 2);

        Assert.StartsWith("200 ", await AnswerAsync(11));
        Assert.StartsWith("502 ", await AnswerAsync(12));
        Assert.Equal(1, Server.Faults.Left);
        Assert.StartsWith("502 ", await AnswerAsync(12));
        Assert.StartsWith("200 ", await AnswerAsync(12));
    }

    [Fact]
    public async Task Every_send_can_be_slow()
    {
        Server.SendDelay = TimeSpan.FromSeconds(1);
        var answer = AnswerAsync();

        Assert.Equal(TimeSpan.FromSeconds(1), await Time.NextWaitAsync(Deadline));
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.StartsWith("200 ", await answer);
        Assert.Equal("4242", (await Client.ResultAsync("getMe"))["id"]!.ToString());
    }
}
