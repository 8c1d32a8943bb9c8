using Bot.Adapters.Limiting;
using Bot.Loopback.Telegram;
using Bot.Telegram.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.EndToEnd.Tests.Telegram;

public sealed class LimitTests : TelegramTest
{
    private const string Slower = "A little slower, please: too many questions came within a minute. You can ask again in 60 seconds.";

    private readonly FakeTimeProvider _minutes = new();

    // Groups tell the bot everything.
    private protected override TelegramServerOptions Options => new() { Token = Token, PrivacyMode = false };

    [Theory]
    [InlineData("en", Slower)]
    [InlineData("ru", "Чуть помедленнее, пожалуйста: за минуту пришло слишком много вопросов. Следующий можно задать через 60 секунд.")]
    [InlineData("uk", "Трохи повільніше, будь ласка: за хвилину надійшло забагато запитань. Наступне можна поставити через 60 секунд.")]
    [InlineData("zh-hans", "请慢一点：一分钟内的提问太多了，请在60秒后再问。")]
    [InlineData("zh-hant", "請慢一點：一分鐘內的提問太多了，請於60秒後再問。")]
    public async Task A_user_over_the_limit_is_notified_once_and_then_not_answered_until_the_minute_is_over(string language, string text)
    {
        using var limits = new AdmissionControl(2, 0, 0, _minutes);
        var cleo = new TelegramUser(31, "Cleo", language);
        var chat = Server.PrivateChat(cleo);
        StartBot(limits: limits);

        for (var i = 0; i < 6; i++)
        {
            chat.Send(cleo, "/about");
        }

        await chat.WaitForBotMessagesAsync(3, Deadline);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);

        Assert.Equal([1, 2, 3], chat.BotMessages.Select(m => m.ReplyTo!.Value));
        Assert.Equal(text, chat.BotMessages[2].Text);
        await AskAsync(BobsChat, "/about");
        _minutes.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(text, (await AskAsync(chat, "/about")).Text);
        Assert.Equal(4, chat.BotMessages.Count);
    }

    [Fact]
    public async Task A_group_over_the_limit_is_notified_once_whoever_asks_and_talk_among_people_is_not_counted()
    {
        using var limits = new AdmissionControl(0, 3, 0, _minutes);
        var group = Server.Supergroup(-1001, "Talks");
        StartBot(limits: limits);

        for (var i = 0; i < 20; i++)
        {
            group.Send(i % 2 == 0 ? Ann : Bob, "What do you think?");
        }

        for (var i = 0; i < 6; i++)
        {
            group.Send(i % 2 == 0 ? Ann : Bob, "/about@loopback_bot");
        }

        await group.WaitForBotMessagesAsync(4, Deadline);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);

        Assert.Equal([21, 22, 23, 24], group.BotMessages.Select(m => m.ReplyTo!.Value));
        Assert.Equal(Slower, group.BotMessages[3].Text);
        await AskAsync(AnnsChat, "/about");
    }

    [Fact]
    public async Task A_button_is_answered_though_it_does_nothing_and_tells_why_once()
    {
        using var limits = new AdmissionControl(1, 0, 0, _minutes);
        StartBot(limits: limits);
        var pages = await AskAsync(AnnsChat, "/corrections");

        var first = await Server.WaitForCallbackAnswerAsync(AnnsChat.Press(Ann, pages.Id, "2 ›"), Deadline);
        var second = await Server.WaitForCallbackAnswerAsync(AnnsChat.Press(Ann, pages.Id, "2 ›"), Deadline);

        Assert.Equal((Slower, false), (first.Text, first.ShowAlert));
        Assert.Equal("", second.Text);
        Assert.Empty(Server.Calls.Of("editMessageText"));
        Assert.Single(AnnsChat.BotMessages);
    }

    [Fact]
    public async Task Who_types_too_fast_gets_no_results_until_the_minute_is_over_but_may_still_ask()
    {
        using var limits = new AdmissionControl(1, 0, 0, _minutes);
        StartBot(limits: limits);
        for (var i = 0; i < 10; i++)
        {
            Assert.NotEmpty((await Server.WaitForInlineAnswerAsync(Server.AskInline(Ann, "lavrov"), Deadline)).Results);
        }

        var refused = await Server.WaitForInlineAnswerAsync(Server.AskInline(Ann, "lavrov"), Deadline);
        var again = await Server.WaitForInlineAnswerAsync(Server.AskInline(Ann, "lavrov"), Deadline);

        Assert.Equal((0, 60, true), (refused.Results.Count, refused.CacheTime, refused.IsPersonal));
        Assert.Empty(again.Results);
        Assert.NotEqual(Slower, (await AskAsync(AnnsChat, "/about")).Text);
    }

    [Fact]
    public async Task A_mention_where_the_bot_is_not_gets_one_notice_and_then_no_reply()
    {
        using var limits = new AdmissionControl(1, 0, 0, _minutes);
        var elsewhere = Server.Supergroup(-1002, "Elsewhere");
        StartBot(limits: limits);
        await AskAsync(AnnsChat, "/about");

        elsewhere.MentionAsGuest(Ann, "@loopback_bot /about");
        elsewhere.MentionAsGuest(Ann, "@loopback_bot /about");
        await Server.WaitForNoPendingUpdatesAsync(Deadline);

        Assert.Contains(Slower, Assert.Single(Server.Calls.Of("answerGuestQuery"))["result"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_twenty_thousand_questions_from_two_thousand_people_each_gets_five_answers_and_one_refusal()
    {
        using var limits = new AdmissionControl(5, 0, 200, _minutes);
        var chats = Enumerable.Range(1001, 2000).Select(id => Server.PrivateChat(new TelegramUser(id, $"User {id}", "en"))).ToList();
        for (var i = 0; i < 10; i++)
        {
            foreach (var chat in chats)
            {
                chat.Send(chat.User!, "/fact riyadh-talks-duration");
            }
        }

        var most = 0;
        StartBot(limits: limits);
        foreach (var chat in chats)
        {
            await chat.WaitForBotMessagesAsync(6, Deadline);
            most = Math.Max(most, Adapter.QueueLength);
        }

        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        Assert.Equal(12_000, Server.MessagesSent);
        Assert.Equal(2_000, chats.Sum(c => c.BotMessages.Count(m => m.Text == Slower)));
        Assert.All(chats, chat => Assert.Equal([1, 2, 3, 4, 5, 6], chat.BotMessages.Select(m => m.ReplyTo!.Value)));
        Assert.InRange(most, 0, 2000);
        Assert.Equal((0, 2000), (Adapter.QueueLength, limits.TrackedCount));
        _minutes.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, limits.TrackedCount);
    }

    [Fact]
    public async Task While_two_thousand_wait_no_more_are_taken_from_Telegram_and_two_hundred_are_on_their_way()
    {
        using var limits = new AdmissionControl(0, 0, 200, _minutes);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Server.Faults.Next("sendMessage", Fault.Slow(gate.Task), times: int.MaxValue);
        var chats = Enumerable.Range(1001, 2500).Select(id => Server.PrivateChat(new TelegramUser(id, $"User {id}", "en"))).ToList();
        foreach (var chat in chats)
        {
            chat.Send(chat.User!, "/about");
        }

        StartBot(time: new FastTime(), limits: limits);
        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.QueuesFull), Deadline);

        Assert.InRange(Adapter.QueueLength, 1901, 2000);
        Assert.InRange(Server.MessagesSent, 0, 200);
        Assert.InRange(Server.PendingUpdates, 500, 2500);
        gate.SetResult();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        foreach (var chat in chats)
        {
            await chat.WaitForBotMessagesAsync(1, Deadline);
        }

        Assert.Equal(2500, Server.MessagesSent);
    }

    // The bot writes down what must wait for seconds, and takes more only then: on this clock that is soon.
    private sealed class FastTime() : AcceleratedTime(Haste)
    {
        private const int Haste = 100;

        public override long GetTimestamp() => Haste * base.GetTimestamp();
    }
}
