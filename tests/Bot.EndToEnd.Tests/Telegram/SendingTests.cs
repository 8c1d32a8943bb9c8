using Bot.Answers;
using Bot.Loopback.Telegram;
using Bot.Telegram.Logging;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests.Telegram;

public sealed class SendingTests : TelegramTest
{
    [Fact]
    public async Task An_answer_that_Telegram_wants_later_is_sent_after_exactly_that_time()
    {
        var time = new ObservedTime();
        Server.Faults.Next("sendMessage", Fault.TooManyRequests(7), AnnsChat.Id);
        AnnsChat.Send(Ann, Question);
        BobsChat.Send(Bob, Question);
        StartBot(time: time);
        await time.WaitForAsync(TimeSpan.FromSeconds(7), Deadline);
        await BobsChat.WaitForBotMessagesAsync(1, Deadline);

        time.Advance(TimeSpan.FromSeconds(6.9));
        Assert.Equal(1, time.Waits(TimeSpan.FromSeconds(7)));
        Assert.Empty(AnnsChat.BotMessages);
        time.Advance(TimeSpan.FromSeconds(0.1));

        await AnnsChat.WaitForBotMessagesAsync(1, Deadline);
        Assert.Equal([429, 200], (await Server.Calls.WaitForAsync(c => c.Is("sendMessage") && c["chat_id"] == "11", 2, Deadline)).Select(c => c.Status));
        Assert.Equal(LogLevel.Information, (await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.RateLimited, "sendMessage", "7 s"), Deadline)).Level);
    }

    [Fact]
    public async Task A_user_who_blocked_the_bot_is_skipped_quietly()
    {
        AnnsChat.Send(Ann, Question);
        AnnsChat.SetBotStatus(Ann, "kicked");
        StartBot();

        Assert.Equal(LogLevel.Information, (await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.RequestDeclined, "sendMessage", "403 Forbidden: bot was blocked by the user"), Deadline)).Level);
        await BarrierAsync();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        Assert.Single(Server.Calls.Of("sendMessage"), c => c["chat_id"] == "11");
    }

    [Fact]
    public async Task A_chat_that_is_not_found_is_skipped_quietly()
    {
        Server.SendRaw(Message(new TelegramUser(404, "Nobody", "en"), 1, Question));
        StartBot();

        Assert.Equal(LogLevel.Information, (await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.RequestDeclined, "sendMessage", "400 Bad Request: chat not found"), Deadline)).Level);
        await BarrierAsync();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
    }

    [Fact]
    public async Task The_answer_to_a_group_that_became_a_supergroup_goes_there()
    {
        var group = Server.Group(-5, "Group");
        var supergroup = Server.Supergroup(-1_000_000_000_005, "Group");
        group.Send(Ann, "/who@loopback_bot Lavrov");
        group.MigratedTo = supergroup.Id;
        StartBot();

        var answer = (await supergroup.WaitForBotMessagesAsync(1, Deadline))[0];

        Assert.StartsWith("Sergey Lavrov\n", answer.Text);
        Assert.Null(answer.ReplyTo);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
    }

    [Theory]
    [InlineData("cut", 1)]
    [InlineData("cut after it was sent", 2)]
    [InlineData("cut in answer", 2)]
    [InlineData("garbage", 1)]
    [InlineData("internal error", 1)]
    [InlineData("bad gateway", 1)]
    public async Task An_answer_that_met_a_fault_is_sent_again(string name, int answers)
    {
        Server.Faults.Next("sendMessage", Named(name), AnnsChat.Id);
        AnnsChat.Send(Ann, Question);
        StartBot();

        await SettleAsync(AnnsChat, answers);

        Assert.All(AnnsChat.BotMessages, m => Assert.Contains(AnswerToQuestion, m.Text));
        Assert.Equal(answers, AnnsChat.BotMessages.Count);
        Assert.Equal(0, Server.Faults.Left);
    }

    [Fact]
    public async Task An_answer_that_was_taken_is_not_sent_again_though_the_rest_of_what_the_server_says_is_lost()
    {
        Server.Faults.Next("sendMessage", Fault.TruncatedJson(), AnnsChat.Id);
        AnnsChat.Send(Ann, Question);
        StartBot();

        await SettleAsync(AnnsChat, 1);

        Assert.Single(Server.Calls.Of("sendMessage"));
        Assert.Equal(0, Server.Faults.Left);
    }

    [Fact]
    public async Task An_answer_that_the_server_fails_on_for_good_is_given_up_and_the_next_is_sent()
    {
        ExpectsErrors = true;
        Server.Faults.Next("sendMessage", Fault.InternalError(), AnnsChat.Id, times: 8);
        AnnsChat.Send(Ann, Question);
        AnnsChat.Send(Ann, "/about");
        StartBot(time: new AcceleratedTime());

        await SettleAsync(AnnsChat, 1);

        Assert.Equal([2], AnnsChat.BotMessages.Select(m => m.ReplyTo!.Value));
        Assert.Single(Log.Faults);
        Assert.Equal(LogLevel.Error, Assert.Single(Log.Of(LoggedEvent.OfTelegram(TelegramEvents.RequestRejected, "sendMessage", "500 Internal Server Error"))).Level);
    }

    [Fact]
    public async Task Sources_stand_in_an_expandable_quotation_at_the_end()
    {
        StartBot();

        var answer = await AskAsync(AnnsChat, "/fact riyadh-talks-duration");

        var quotation = Assert.Single(answer.Entities, e => e.Type == "expandable_blockquote");
        Assert.StartsWith("Sources\n[15] “Итоги переговоров в Эр-Рияде”, КоммерсантЪ, 18 February 2025, ru\n", answer.Text[quotation.Offset..]);
        Assert.Equal(answer.Text.Length, quotation.Offset + quotation.Length);
        Assert.True(answer.LinkPreviewDisabled);
    }

    [Fact]
    public async Task The_answer_replies_to_the_question_even_when_that_was_deleted()
    {
        StartBot();
        Assert.Equal(1, (await AskAsync(AnnsChat, Question)).ReplyTo);

        // Written by hand: the message is not there.
        Server.SendRaw(Message(Bob, 77, Question));
        var orphan = (await BobsChat.WaitForBotMessagesAsync(1, Deadline))[0];

        Assert.Null(orphan.ReplyTo);
        await Server.Calls.WaitForAsync("sendMessage", 2, Deadline);
        Assert.Equal("""{"message_id":77,"allow_sending_without_reply":true}""", Compact(Server.Calls.Of("sendMessage").Last(c => c["chat_id"] == "12").Parameters["reply_parameters"]));
    }

    [Fact]
    public async Task An_answer_in_a_topic_names_it()
    {
        var forum = Server.Supergroup(-1_000_000_000_006, "Forum", isForum: true);
        var topic = forum.AddTopic("Talks", Ann);
        StartBot();

        forum.Send(Ann, "/who@loopback_bot Lavrov", thread: topic);

        var answer = (await forum.WaitForBotMessagesAsync(1, Deadline))[0];
        Assert.Equal(topic, answer.ThreadId);
        Assert.Equal($"{topic}", (await Server.Calls.WaitForAsync("sendMessage", 1, Deadline))[0]["message_thread_id"]);
    }

    [Fact]
    public async Task An_answer_outside_of_topics_names_none()
    {
        var forum = Server.Supergroup(-1_000_000_000_006, "Forum", isForum: true);
        var plain = Server.Supergroup(-1_000_000_000_007, "Plain");
        StartBot();
        forum.Send(Ann, "/who@loopback_bot Lavrov");
        await forum.WaitForBotMessagesAsync(1, Deadline);

        // A thread of replies in a supergroup without topics has a number too.
        var update = Json("""
            {"message":{"message_id":9,"date":1739880000,"message_thread_id":5,"from":{"id":11,"is_bot":false,"first_name":"Ann","language_code":"en"},
            "chat":{"id":-1000000000007,"type":"supergroup","title":"Plain"},"text":"/about@loopback_bot"}}
            """);
        Server.SendRaw(update);
        await plain.WaitForBotMessagesAsync(1, Deadline);

        Assert.All(await Server.Calls.WaitForAsync("sendMessage", 2, Deadline), c => Assert.False(c.Parameters.ContainsKey("message_thread_id")));
    }

    [Theory]
    [InlineData("/who <b>Lavrov</b> & \"Rubio\" </blockquote>")]
    [InlineData("<script>alert('Lavrov')</script>")]
    [InlineData("/source <a href=\"https://example.org\">10</a>")]
    [InlineData("/fact &lt;&#60;&nbsp;")]
    [InlineData("/timeline <")]
    [InlineData("/nonsense <u>")]
    public async Task Markup_in_a_question_is_never_refused(string text)
    {
        StartBot();
        AnnsChat.Send(Ann, text);

        await SettleAsync(AnnsChat, 1);

        Assert.Equal([200], Server.Calls.Of("sendMessage").Select(c => c.Status));
    }

    [Fact]
    public async Task Markup_in_the_base_is_shown_as_it_is()
    {
        StartBot(new Answerer(SampleBase.Load(SampleBase.Copy(Folder, "lasted about 4.5 hours, according to Politico", "lasted <b>4.5</b> & \"more\" < 5 &lt; hours </i>, according to Politico"))));

        var answer = await AskAsync(AnnsChat, Question);

        Assert.Contains("lasted <b>4.5</b> & \"more\" < 5 &lt; hours </i>, according to Politico.", answer.Text);
    }

    [Fact]
    public async Task Characters_that_are_none_are_never_refused()
    {
        StartBot();
        AnnsChat.Send(Ann, "😀 \u202eLavrov\u0000\ud83d");

        await SettleAsync(AnnsChat, 1);

        Assert.Equal([200], Server.Calls.Of("sendMessage").Select(c => c.Status));
    }

    private static Fault Named(string name) => name switch
    {
        "cut" => Fault.Cut(),
        "cut after it was sent" => Fault.Cut() with { Executes = true },
        "cut in answer" => Fault.CutInAnswer(),
        "garbage" => Fault.Garbage(),
        "internal error" => Fault.InternalError(),
        _ => Fault.BadGateway(),
    };
}
