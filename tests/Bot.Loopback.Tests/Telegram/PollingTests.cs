using System.Text.Json.Nodes;
using Bot.Loopback.Telegram;

namespace Bot.Loopback.Tests.Telegram;

public sealed class PollingTests : ServerTest
{
    private const string Conflict = "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
    private const int First = 500_000_001;
    private static readonly string[] s_inlineOnly = ["inline_query"];

    private TelegramChat Chat => Server.PrivateChat(Ann);

    private static string[] Texts(IEnumerable<JsonNode> updates) => [.. updates.Select(u => u["message"]!["text"]!.ToString())];

    private void Say(params string[] texts)
    {
        foreach (var text in texts)
        {
            Chat.Send(Ann, text);
        }
    }

    private Task<JsonNode> Poll(int offset, int timeout = 30) => Client.CallAsync("getUpdates", new { offset, timeout });

    [Fact]
    public async Task Updates_come_in_order_and_stay_until_they_are_confirmed()
    {
        Say("one", "two");

        Assert.Equal(["one", "two"], Texts(await Client.UpdatesAsync()));
        Assert.Equal([First, First + 1], (await Client.UpdatesAsync()).Select(u => u["update_id"]!.GetValue<int>()));
    }

    [Fact]
    public async Task An_offset_confirms_everything_below_it()
    {
        Say("one", "two", "three");

        Assert.Equal(["three"], Texts(await Client.UpdatesAsync(First + 2)));
        Assert.Equal(["three"], Texts(await Client.UpdatesAsync()));
        Assert.Equal(1, Server.PendingUpdates);
    }

    [Fact]
    public async Task The_offset_after_the_last_update_empties_the_queue()
    {
        Say("one");

        Assert.Empty(await Client.UpdatesAsync(First + 1));
        Assert.Equal(0, Server.PendingUpdates);
    }

    [Fact]
    public async Task A_negative_offset_keeps_so_many_of_the_last()
    {
        Say("one", "two", "three");

        Assert.Equal(["two", "three"], Texts(await Client.UpdatesAsync(-2)));
        Assert.Equal(2, Server.PendingUpdates);
    }

    [Fact]
    public async Task An_offset_far_ahead_counts_as_none()
    {
        Say("one", "two");

        Assert.Equal(["one", "two"], Texts(await Client.UpdatesAsync(First + 1000)));
        Assert.Equal(2, Server.PendingUpdates);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(0, 1)]
    [InlineData(1000, 100)]
    public async Task The_limit_lies_between_one_and_a_hundred(int limit, int given)
    {
        Say([.. Enumerable.Range(1, 101).Select(i => $"{i}")]);

        Assert.Equal(given, (await Client.UpdatesAsync(limit: limit)).Length);
    }

    [Fact]
    public async Task A_held_poll_is_answered_as_soon_as_an_update_comes()
    {
        var poll = Poll(0);
        await Server.WaitForPollAsync(Deadline);
        Say("one");

        Assert.Equal(["one"], Texts((await poll)["result"]!.AsArray().Select(u => u!)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 50)]
    public async Task A_held_poll_ends_with_nothing_after_its_timeout_and_never_later_than_fifty_seconds(int timeout, int seconds)
    {
        var poll = Poll(0, timeout);
        await Server.WaitForPollAsync(Deadline);
        Time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        Assert.False(poll.IsCompleted);
        Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal("""{"ok":true,"result":[]}""", (await poll).ToJsonString());
    }

    [Fact]
    public async Task A_poll_that_the_bot_gives_up_loses_nothing()
    {
        using var giveUp = new CancellationTokenSource();
        var poll = Client.SendAsync("getUpdates", new { timeout = 30 }, giveUp.Token);
        await Server.WaitForPollAsync(Deadline);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
        Say("one");

        Assert.Equal(["one"], Texts(await Client.UpdatesAsync()));
    }

    [Fact]
    public async Task Of_two_held_polls_the_older_is_terminated()
    {
        var older = Poll(0);
        await Server.WaitForPollAsync(Deadline);
        var newer = Poll(0);

        Assert.Equal(Conflict, Describe(await older));
        Say("one");
        Assert.Equal(["one"], Texts((await newer)["result"]!.AsArray().Select(u => u!)));
    }

    [Fact]
    public async Task A_poll_that_is_not_held_disturbs_no_held_one()
    {
        var held = Poll(0);
        await Server.WaitForPollAsync(Deadline);

        Assert.Empty(await Client.UpdatesAsync());
        Assert.False(held.IsCompleted);
        Say("one");
        Assert.Single((await held)["result"]!.AsArray());
    }

    [Fact]
    public async Task Polling_is_refused_while_a_webhook_is_set()
    {
        await Client.ResultAsync("setWebhook", new { url = "https://example.com/hook" });

        Assert.Equal("409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first", await Client.ErrorAsync("getUpdates"));
    }

    [Fact]
    public async Task A_webhook_terminates_a_held_poll()
    {
        var poll = Poll(0);
        await Server.WaitForPollAsync(Deadline);
        await Client.ResultAsync("setWebhook", new { url = "https://example.com/hook" });

        Assert.Equal("409 Conflict: terminated by setWebhook request", Describe(await poll));
    }

    [Fact]
    public async Task The_kinds_of_updates_asked_for_stay_asked_for()
    {
        await Client.ResultAsync("getUpdates", new { allowed_updates = s_inlineOnly });
        await Client.ResultAsync("getUpdates");
        Say("one");
        Server.AskInline(Ann, "who");

        Assert.Equal(["inline_query"], (await Client.UpdatesAsync()).Select(u => u.AsObject().Last().Key));
    }

    [Fact]
    public async Task An_empty_list_of_kinds_means_the_usual_ones()
    {
        await Client.ResultAsync("getUpdates", new { allowed_updates = s_inlineOnly });
        await Client.ResultAsync("getUpdates", new { allowed_updates = Array.Empty<string>() });
        Say("one");

        Assert.Equal(["one"], Texts(await Client.UpdatesAsync()));
    }

    [Fact]
    public async Task A_forced_repetition_is_given_once()
    {
        Say("one");
        await Client.UpdatesAsync(First + 1);
        Chat.Send(Ann, "one again", updateId: First);

        Assert.Equal([First], (await Client.UpdatesAsync(First + 1)).Select(u => u["update_id"]!.GetValue<int>()));
        Assert.Empty(await Client.UpdatesAsync(First + 1));
    }

    [Fact]
    public async Task Forced_identifiers_may_come_out_of_order()
    {
        Chat.Send(Ann, "later", updateId: First + 5);
        Chat.Send(Ann, "earlier", updateId: First + 3);
        Chat.Send(Ann, "next");

        Assert.Equal([First + 5, First + 3, First + 6], (await Client.UpdatesAsync()).Select(u => u["update_id"]!.GetValue<int>()));
        Assert.Equal([First + 6], (await Client.UpdatesAsync(First + 6)).Select(u => u["update_id"]!.GetValue<int>()));
    }

    [Fact]
    public async Task An_update_waits_a_day_a_pressed_button_two_and_a_half_minutes_and_an_inline_query_half_a_minute()
    {
        Say("one");
        var sent = await Client.ResultAsync("sendMessage", new { chat_id = 11, text = "Hi", reply_markup = new { inline_keyboard = new[] { new[] { new { text = "More", callback_data = "more" } } } } });
        Chat.Press(Ann, sent["message_id"]!.GetValue<int>(), "More");
        Server.AskInline(Ann, "who");

        Assert.Equal(3, Server.PendingUpdates);
        Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(2, Server.PendingUpdates);
        Time.Advance(TimeSpan.FromSeconds(120));
        Assert.Equal(1, Server.PendingUpdates);
        Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, Server.PendingUpdates);
    }

    [Fact]
    public async Task An_update_written_by_the_test_is_given_as_it_is()
    {
        Server.SendRaw(new JsonObject { ["poll"] = new JsonObject { ["id"] = "7" } });

        Assert.Equal("""{"poll":{"id":"7"},"update_id":500000001}""", Assert.Single(await Client.UpdatesAsync()).ToJsonString());
    }

    private static string Describe(JsonNode answer) => $"{answer["error_code"]} {answer["description"]}";
}
