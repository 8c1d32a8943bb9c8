using Bot.Loopback.Telegram;
using Bot.Telegram.Logging;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests.Telegram;

public sealed class ReceivingTests : TelegramTest
{
    private protected override TelegramServerOptions Options => new() { Token = Token, SlowsRepeatedPolls = true };

    [Fact]
    public async Task A_question_is_answered_by_long_polling()
    {
        StartBot();
        await Server.WaitForPollAsync(Deadline);

        var answer = await AskAsync(AnnsChat, Question);

        Assert.Contains(AnswerToQuestion, answer.Text);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        var polls = Server.Calls.Of("getUpdates");
        Assert.Equal("0", polls[0]["timeout"]);
        Assert.All(polls.Skip(1), p => Assert.Equal("50", p["timeout"]));
        Assert.All(polls, p => Assert.Equal("""["message","callback_query","inline_query","guest_message"]""", Compact(p.Parameters["allowed_updates"])));
    }

    [Fact]
    public async Task What_was_asked_before_the_start_is_answered()
    {
        AnnsChat.Send(Ann, Question);
        BobsChat.Send(Bob, Question);

        StartBot();

        Assert.Contains(AnswerToQuestion, (await AnnsChat.WaitForBotMessagesAsync(1, Deadline))[0].Text);
        Assert.Contains(AnswerToQuestion, (await BobsChat.WaitForBotMessagesAsync(1, Deadline))[0].Text);
    }

    [Fact]
    public async Task A_webhook_that_was_left_set_is_removed()
    {
        await CallAsync("setWebhook", """{"url":"https://bot.example.org/telegram"}""");
        AnnsChat.Send(Ann, Question);

        StartBot();

        await AnnsChat.WaitForBotMessagesAsync(1, Deadline);
        Assert.Single(Server.Calls.Of("deleteWebhook"));
    }

    [Fact]
    public async Task An_update_is_confirmed_only_after_its_answer_was_taken()
    {
        var gate = new TaskCompletionSource();
        Server.Faults.Next("sendMessage", Fault.Slow(gate.Task), AnnsChat.Id);
        AnnsChat.Send(Ann, Question);
        BobsChat.Send(Bob, Question);
        StartBot();
        await AnnsChat.WaitForBotMessagesAsync(1, Deadline);
        await BobsChat.WaitForBotMessagesAsync(1, Deadline);

        // The bot asks again meanwhile, and again.
        var polls = await Server.Calls.WaitForAsync("getUpdates", 3, Deadline);

        Assert.All(polls, p => Assert.InRange(long.Parse(p["offset"]), 0, FirstUpdate));
        Assert.Equal(2, Server.PendingUpdates);
        gate.SetResult();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        Assert.Single(AnnsChat.BotMessages);
        Assert.Single(BobsChat.BotMessages);
    }

    [Fact]
    public async Task A_slow_answer_in_one_chat_holds_up_no_other()
    {
        var gate = new TaskCompletionSource();
        Server.Faults.Next("sendMessage", Fault.Slow(gate.Task), AnnsChat.Id);
        StartBot();
        await AskAsync(AnnsChat, Question);

        Assert.Contains(AnswerToQuestion, (await AskAsync(BobsChat, Question)).Text);
        Assert.Contains("Sergey Lavrov", (await AskAsync(BobsChat, "/who Lavrov")).Text);

        // A poll that repeats an offset too soon gets nothing new, and some luck would still let the others through in the end.
        Assert.InRange(Server.Calls.Of("getUpdates").Count, 2, 20);
        gate.SetResult();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
    }

    [Fact]
    public async Task Answers_in_one_chat_come_one_after_the_other()
    {
        var gate = new TaskCompletionSource();
        Server.Faults.Next("sendMessage", Fault.Slow(gate.Task), AnnsChat.Id);
        var first = AnnsChat.Send(Ann, Question);
        var second = AnnsChat.Send(Ann, "/about");
        var third = AnnsChat.Send(Ann, "/help");
        StartBot();
        await AnnsChat.WaitForBotMessagesAsync(1, Deadline);
        await BarrierAsync();

        Assert.Single(AnnsChat.BotMessages);
        gate.SetResult();

        var answers = await AnnsChat.WaitForBotMessagesAsync(3, Deadline);
        Assert.Equal([first, second, third], answers.Select(a => a.ReplyTo!.Value));
    }

    [Fact]
    public async Task An_update_that_comes_twice_is_answered_once()
    {
        _ = AnnsChat;
        StartBot();
        await Server.WaitForPollAsync(Deadline);

        Server.SendRaw(Message(Ann, 1, Question, FirstUpdate));
        Server.SendRaw(Message(Ann, 1, Question, FirstUpdate));
        await AnnsChat.WaitForBotMessagesAsync(1, Deadline);
        Server.SendRaw(Message(Ann, 1, Question, FirstUpdate));
        await BarrierAsync();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);

        Assert.Single(AnnsChat.BotMessages);
    }

    [Fact]
    public async Task Updates_out_of_order_are_answered_once_each()
    {
        AnnsChat.Send(Ann, "/about", updateId: FirstUpdate + 9);
        AnnsChat.Send(Ann, "/help", updateId: FirstUpdate + 4);
        BobsChat.Send(Bob, Question, updateId: FirstUpdate + 12);
        BobsChat.Send(Bob, "/about", updateId: FirstUpdate + 2);
        StartBot();

        await AnnsChat.WaitForBotMessagesAsync(2, Deadline);
        await BobsChat.WaitForBotMessagesAsync(2, Deadline);
        await BarrierAsync();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);

        Assert.Equal([1, 2], AnnsChat.BotMessages.Select(m => m.ReplyTo!.Value));
        Assert.Equal([1, 2], BobsChat.BotMessages.Select(m => m.ReplyTo!.Value));
    }

    public static TheoryData<string> Poison { get; } =
    [
        """{"message":"not an object"}""",
        """{"message":{"message_id":"one","date":"yesterday","chat":[]}}""",
        """{"message":{"message_id":1,"date":1739880000,"chat":{"id":11,"type":"cosmic"},"from":{"id":11},"text":{"not":"text"}}}""",
        """{"message":{"message_id":1,"date":1739880000,"chat":{"id":1e300,"type":"private"},"text":"?"}}""",
        """{"message":null}""",
        """{"message":{}}""",
        """{"callback_query":{"id":5,"from":null,"data":[]}}""",
        """{"inline_query":{"id":"7","query":12}}""",
        """{"guest_message":[1,2,3]}""",
        """{"message":{"message_id":1,"date":1739880000,"from":{"id":11,"is_bot":false,"first_name":"Ann"},"text":"x"}}""",
        """{"inline_query":{"id":"5","from":{"id":11,"is_bot":false,"first_name":"Ann"},"offset":""}}""",
        """{"kind_of_the_future":{"any":"thing"}}""",
        "{}",
    ];

    [Theory]
    [MemberData(nameof(Poison))]
    public async Task An_update_that_cannot_be_read_stops_no_other(string poison)
    {
        AnnsChat.Send(Ann, Question);
        Server.SendRaw(Json(poison));
        AnnsChat.Send(Ann, "/about");
        BobsChat.Send(Bob, Question);
        StartBot();

        await AnnsChat.WaitForBotMessagesAsync(2, Deadline);
        await BobsChat.WaitForBotMessagesAsync(1, Deadline);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        await BarrierAsync();

        Assert.Equal([1, 2], AnnsChat.BotMessages.Select(m => m.ReplyTo!.Value));
    }

    [Fact]
    public async Task An_update_without_a_number_stops_no_other()
    {
        // The stand-in numbers all updates, so this one goes into the answer by hand.
        await using var proxy = await Proxy.StartAsync(Server, Deadline);
        proxy.Insert = """{"message":"no number"},{"update_id":"none"},17,null,""";
        AnnsChat.Send(Ann, Question);
        var options = BotOptions;
        options.ApiUrl = proxy.Url;
        await using var bot = StartBot(options: options);

        Assert.Contains(AnswerToQuestion, (await AnnsChat.WaitForBotMessagesAsync(1, Deadline))[0].Text);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        Assert.Single(AnnsChat.BotMessages);
    }

    [Fact]
    public async Task A_stop_waits_for_what_is_being_answered_and_a_new_start_does_not_answer_it_again()
    {
        var gate = new TaskCompletionSource();
        Server.Faults.Next("sendMessage", Fault.Slow(gate.Task), AnnsChat.Id);
        AnnsChat.Send(Ann, Question);
        AnnsChat.Send(Ann, "/about");
        BobsChat.Send(Bob, Question);
        var bot = StartBot();
        await AnnsChat.WaitForBotMessagesAsync(1, Deadline);
        await BobsChat.WaitForBotMessagesAsync(1, Deadline);

        var stopped = bot.StopAsync(Deadline);
        gate.SetResult();
        await stopped;

        Assert.Equal(0, Server.PendingUpdates);
        Assert.Equal(LogLevel.Information, Assert.Single(Log.Of(LoggedEvent.OfTelegram(TelegramEvents.Disconnected))).Level);
        Assert.Empty(Log.Of(LoggedEvent.OfTelegram(TelegramEvents.OffsetUnconfirmed)));
        StartBot();
        await BarrierAsync();
        Assert.Equal([1, 2], AnnsChat.BotMessages.Select(m => m.ReplyTo!.Value));
        Assert.Single(BobsChat.BotMessages);
    }

    [Fact]
    public async Task A_stop_right_after_the_last_answer_leaves_nothing_unconfirmed()
    {
        var bot = StartBot();
        await AskAsync(AnnsChat, Question);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);

        await bot.StopAsync(Deadline);

        Assert.Equal(0, Server.PendingUpdates);
        Assert.Empty(Log.Of(LoggedEvent.OfTelegram(TelegramEvents.OffsetUnconfirmed)));
    }
}
