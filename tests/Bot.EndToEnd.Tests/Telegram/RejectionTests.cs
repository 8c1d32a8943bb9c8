using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Loopback.Telegram;
using Bot.Telegram;
using Bot.Telegram.Logging;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests.Telegram;

/// <summary>What becomes of answers, polls and the profile when Telegram rejects them.</summary>
public sealed class RejectionTests : TelegramTest
{
    private const long Forum = -1_000_000_000_006;

    [Fact]
    public async Task The_answer_to_a_question_in_a_topic_that_was_deleted_is_sent_without_it()
    {
        var forum = Server.Supergroup(Forum, "Forum", isForum: true);
        var topic = forum.AddTopic("Talks", Ann);
        forum.Send(Ann, "/who@loopback_bot Lavrov", thread: topic);
        forum.DeleteTopic(topic);
        StartBot();

        var answer = (await forum.WaitForBotMessagesAsync(1, Deadline))[0];

        Assert.Null(answer.ThreadId);
        Assert.StartsWith("Sergey Lavrov\n", answer.Text, StringComparison.Ordinal);
        Assert.Equal(LogLevel.Information, (await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.TopicGone), Deadline)).Level);
        Assert.Equal([$"{topic}", ""], (await Server.Calls.WaitForAsync("sendMessage", 2, Deadline)).Select(c => c["message_thread_id"]));
    }

    [Theory]
    [InlineData(true, "400 Bad Request: TOPIC_CLOSED")]
    [InlineData(false, "400 Bad Request: not enough rights to send text messages to the chat")]
    public async Task An_answer_that_the_bot_may_not_write_is_skipped_quietly(bool isClosed, string description)
    {
        var forum = Server.Supergroup(Forum, "Forum", isForum: true);
        var topic = forum.AddTopic("Talks", Ann);
        forum.Send(Ann, "/who@loopback_bot Lavrov", thread: topic);
        if (isClosed)
        {
            forum.CloseTopic(topic);
        }
        else
        {
            forum.SetBotStatus(Ann, "restricted");
        }

        StartBot();

        Assert.Equal(LogLevel.Information, (await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.RequestDeclined, description), Deadline)).Level);
        await BarrierAsync();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        Assert.Single(Server.Calls.Of("sendMessage"), c => c["chat_id"] == $"{Forum}");
    }

    [Fact]
    public async Task An_answer_whose_markup_is_not_accepted_arrives_as_plain_text()
    {
        ExpectsErrors = true;
        Server.Faults.Next("sendMessage", Fault.Of(400, "Bad Request: can't parse entities: Unsupported start tag"));
        AnnsChat.Send(Ann, Question);
        StartBot();

        await SettleAsync(AnnsChat, 1);

        var answer = Assert.Single(AnnsChat.BotMessages);
        Assert.Contains(AnswerToQuestion, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("&", answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Keyboard);
        Assert.Equal(LogLevel.Error, Assert.Single(Log.Of(LoggedEvent.OfTelegram(TelegramEvents.ContentRejected))).Level);
    }

    [Fact]
    public async Task A_webhook_that_somebody_sets_while_the_bot_polls_is_removed_within_a_minute()
    {
        var time = new ObservedTime();
        var health = new ComponentHealth("telegram", time);
        var telemetry = new AdapterTelemetry("telegram", health, new BotTelemetry(null, _ => true), new LivenessSignals(time));
        var services = new AdapterServices(SampleBase.Answerer, telemetry, time, Random.Shared) { Loggers = Log.Loggers };
        using var adapter = new TelegramAdapter(BotOptions, services);
        await using var bot = new RunningBot(adapter, adapter.RunAsync, time);
        await AskAsync(AnnsChat, "/about");
        await CallAsync("setWebhook", """{"url":"https://elsewhere.example/hook"}""");

        var warning = await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.WebhookActive), Deadline);
        Assert.Equal(ComponentStatus.Degraded, health.State.Status);
        AnnsChat.Send(Ann, Question);
        await time.WaitForAsync(wait => wait.TotalSeconds is >= 0.25 and <= 0.5, Deadline);
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Contains(AnswerToQuestion, (await AnnsChat.WaitForBotMessagesAsync(2, Deadline))[1].Text, StringComparison.Ordinal);
        Assert.Equal(LogLevel.Warning, warning.Level);
        Assert.Empty(Log.Of(LoggedEvent.OfTelegram(TelegramEvents.PollConflict)));
        Assert.Equal("", (await CallAsync("getWebhookInfo", "{}"))["url"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_webhook_that_Telegram_does_not_remove_is_reported_and_polling_goes_on()
    {
        ExpectsErrors = true;
        Server.Faults.Next("deleteWebhook", Fault.Of(404, "Not Found"));
        AnnsChat.Send(Ann, Question);
        StartBot();

        await SettleAsync(AnnsChat, 1);

        Assert.Equal(LogLevel.Warning, Assert.Single(Log.Of(LoggedEvent.OfTelegram(TelegramEvents.WebhookNotRemovedAtStart))).Level);
        Assert.Single(Log.Of(LoggedEvent.OfTelegram(TelegramEvents.RequestRejected, "deleteWebhook: 404 Not Found")));
        Assert.Empty(Log.Of(LoggedEvent.OfTelegram(TelegramEvents.TokenRejected)));
    }

    [Theory]
    [InlineData("getMyCommands")]
    [InlineData("setMyCommands")]
    [InlineData("getMyDescription")]
    [InlineData("setMyDescription")]
    [InlineData("getMyShortDescription")]
    [InlineData("setMyShortDescription")]
    public async Task A_method_of_the_profile_that_the_server_lacks_costs_nothing_but_itself(string method)
    {
        foreach (var isPage in (bool[])[false, true])
        {
            await Server.DisposeAsync();
            Server = await TelegramServer.StartAsync(Options, Deadline);
            var warnings = Log.Of(LoggedEvent.OfTelegram(TelegramEvents.ProfileMethodMissing)).Count;
            Server.Faults.Next(method, isPage ? Fault.Page(404) : Fault.Of(404, "Not Found"), times: 4);
            var bot = StartBot();

            await Server.Calls.WaitForAsync(method == "setMyShortDescription" ? "setMyDescription" : "setMyShortDescription", 4, Deadline);
            await AskAsync(AnnsChat, Question);
            await bot.DisposeAsync();

            var logged = Log.Of(LoggedEvent.OfTelegram(TelegramEvents.ProfileMethodMissing, method, "404"));
            Assert.Equal([LogLevel.Warning], logged.Skip(warnings).Select(w => w.Level));
            Assert.Single(Server.Calls.Of(method));
            foreach (var set in (string[])["setMyCommands", "setMyDescription", "setMyShortDescription"])
            {
                Assert.Equal(set == method ? 1 : 4, Server.Calls.Of(set).Count);
            }
        }

        Assert.Empty(Log.Of(LoggedEvent.OfTelegram(TelegramEvents.RequestFailed)));
    }
}
