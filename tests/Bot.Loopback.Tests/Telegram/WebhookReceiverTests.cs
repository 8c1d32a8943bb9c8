using Bot.Loopback.Telegram;

namespace Bot.Loopback.Tests.Telegram;

public sealed class WebhookReceiverTests : ServerTest
{
    private Hook? _started;

    private protected override TelegramServerOptions Options => new() { Time = Time, IsLocal = true };

    private Hook Receiver => _started!;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_started is not null)
        {
            await _started.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private async Task SetAsync(int max_connections = 40, string secret_token = "s3cret-_")
    {
        _started = await Hook.StartAsync(Deadline);
        await Client.ResultAsync("setWebhook", new { url = Receiver.Url, max_connections, secret_token });
    }

    private void Say(params string[] texts)
    {
        foreach (var text in texts)
        {
            Server.PrivateChat(Ann).Send(Ann, text);
        }
    }

    private async Task<Hook.Delivery> AfterAsync(int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), await Time.NextWaitAsync(Deadline));
        Assert.Equal(0, Receiver.Waiting);
        Time.Advance(TimeSpan.FromSeconds(seconds));
        return await Receiver.NextAsync(Deadline);
    }

    [Fact]
    public async Task An_update_is_sent_with_the_secret()
    {
        await SetAsync();
        Say("one");

        var delivery = await Receiver.NextAsync(Deadline);
        Assert.Equal(("one", "s3cret-_", "500000001"), (delivery.Text, delivery.Secret, delivery.Update["update_id"]!.ToString()));
        delivery.Reply(200);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
    }

    [Fact]
    public async Task What_waited_before_the_webhook_was_set_is_sent_too()
    {
        Say("one");
        await SetAsync();

        Assert.Equal("one", (await Receiver.NextAsync(Deadline)).Text);
    }

    [Fact]
    public async Task Updates_of_one_chat_come_one_after_the_other()
    {
        await SetAsync();
        Say("one", "two");

        var first = await Receiver.NextAsync(Deadline);
        Assert.Equal("one", first.Text);
        Assert.Equal(0, Receiver.Waiting);
        first.Reply(200);
        Assert.Equal("two", (await Receiver.NextAsync(Deadline)).Text);
    }

    [Fact]
    public async Task Updates_of_different_chats_come_side_by_side()
    {
        await SetAsync();
        Say("one");
        Server.PrivateChat(Bob).Send(Bob, "two");

        string?[] both = [(await Receiver.NextAsync(Deadline)).Text, (await Receiver.NextAsync(Deadline)).Text];
        Assert.Equal(["one", "two"], both.Order());
    }

    [Fact]
    public async Task No_more_connections_are_used_than_asked_for()
    {
        await SetAsync(max_connections: 1);
        Say("one");
        Server.PrivateChat(Bob).Send(Bob, "two");

        var first = await Receiver.NextAsync(Deadline);
        Assert.Equal(0, Receiver.Waiting);
        first.Reply(200);
        Assert.NotEqual(first.Text, (await Receiver.NextAsync(Deadline)).Text);
    }

    [Fact]
    public async Task What_fails_is_sent_again_at_once_and_then_after_pauses()
    {
        await SetAsync();
        Say("one", "two");
        (await Receiver.NextAsync(Deadline)).Reply(500);
        var second = await Receiver.NextAsync(Deadline);
        Assert.Equal("one", second.Text);
        second.Reply(500);
        (await AfterAsync(2)).Reply(404);
        var last = await AfterAsync(4);
        Assert.Equal("one", last.Text);
        last.Reply(204);

        Assert.Equal("two", (await Receiver.NextAsync(Deadline)).Text);
        var info = await Client.ResultAsync("getWebhookInfo");
        Assert.Equal("Wrong response from the webhook: 404 Not Found", info["last_error_message"]!.ToString());
    }

    [Fact]
    public async Task A_pause_that_the_bot_asks_for_is_kept()
    {
        await SetAsync();
        Say("one");
        (await Receiver.NextAsync(Deadline)).Reply(503, retryAfter: 30);

        Assert.Equal("one", (await AfterAsync(30)).Text);
    }

    [Fact]
    public async Task A_method_in_the_answer_is_a_problem()
    {
        await SetAsync();
        Receiver.Method = "sendMessage";
        Say("one");
        (await Receiver.NextAsync(Deadline)).Reply(200);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);

        Assert.Equal(["the webhook answered with a method, which the stand-in does not carry out: {\"method\":\"sendMessage\"}"], Server.Problems);
    }

    [Fact]
    public async Task What_was_not_delivered_waits_for_polling()
    {
        await SetAsync();
        Say("one");
        await Receiver.NextAsync(Deadline);
        await Client.ResultAsync("deleteWebhook");

        Assert.Equal("one", Assert.Single(await Client.UpdatesAsync())["message"]!["text"]!.ToString());
    }

    [Theory]
    [InlineData("setWebhook")]
    [InlineData("deleteWebhook")]
    public async Task Pending_updates_can_be_dropped(string method)
    {
        Say("one");
        await Client.ResultAsync(method, new { url = "https://example.com/hook", drop_pending_updates = true });

        Assert.Equal(0, Server.PendingUpdates);
    }

    [Fact]
    public async Task The_webhook_can_be_asked_about()
    {
        Assert.Equal("""{"url":"","has_custom_certificate":false,"pending_update_count":0}""", (await Client.ResultAsync("getWebhookInfo")).ToJsonString());

        await Client.ResultAsync("setWebhook", new { url = "https://example.com/hook", max_connections = 7, allowed_updates = (string[])["message", "callback_query"] });
        Assert.Equal(
            """{"url":"https://example.com/hook","has_custom_certificate":false,"pending_update_count":0,"max_connections":7,"ip_address":"127.0.0.1","allowed_updates":["message","callback_query"]}""",
            (await Client.ResultAsync("getWebhookInfo")).ToJsonString());
    }

    [Fact]
    public async Task An_empty_address_removes_the_webhook()
    {
        await SetAsync();
        await Client.ResultAsync("setWebhook", new { url = "" });

        Assert.Empty(await Client.UpdatesAsync());
    }

    [Fact]
    public async Task A_secret_has_256_plain_characters_at_most()
    {
        Assert.Equal("400 Bad Request: secret token is too long", await Client.ErrorAsync("setWebhook", new { url = "https://example.com", secret_token = new string('x', 257) }));
        Assert.Equal("400 Bad Request: secret token contains unallowed characters", await Client.ErrorAsync("setWebhook", new { url = "https://example.com", secret_token = "a b" }));
    }
}
