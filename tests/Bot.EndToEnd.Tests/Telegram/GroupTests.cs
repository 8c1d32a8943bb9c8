using Bot.Loopback.Telegram;

namespace Bot.EndToEnd.Tests.Telegram;

public sealed class GroupTests : TelegramTest
{
    private const string Prompt = "Ask a question about the talks, for example: /ask How long did the Riyadh talks last?";

    // So that what should not be answered is at least heard.
    private protected override TelegramServerOptions Options => new() { Token = Token, PrivacyMode = false };

    private TelegramChat Group => Server.Group(-5, "Group");

    [Theory]
    [InlineData("/who@loopback_bot Lavrov")]
    [InlineData("/who Lavrov")]
    [InlineData("/WHO@Loopback_Bot Lavrov")]
    [InlineData("@loopback_bot /who Lavrov")]
    public async Task A_command_to_this_bot_is_answered(string text)
    {
        StartBot();

        Assert.StartsWith("Sergey Lavrov\n", (await AskAsync(Group, text, Ann)).Text);
    }

    [Theory]
    [InlineData("@loopback_bot How long did the Riyadh talks last?")]
    [InlineData("@loopback_bot, How long did the Riyadh talks last?")]
    [InlineData("How long did the Riyadh talks last, @Loopback_bot?")]
    public async Task A_mention_of_this_bot_is_answered(string text)
    {
        StartBot();

        Assert.Contains(AnswerToQuestion, (await AskAsync(Group, text, Ann)).Text);
    }

    [Theory]
    [InlineData("/who@other_bot Lavrov")]
    [InlineData("/who@loopback_bot2 Lavrov")]
    [InlineData("/weather Oslo")]
    [InlineData("@loopback_bot_fans, who is Lavrov?")]
    [InlineData("mail me at me@loopback_bot")]
    [InlineData("How long did the Riyadh talks last?")]
    [InlineData("Lavrov said so")]
    public async Task What_is_not_meant_for_this_bot_is_not_answered(string text)
    {
        StartBot();
        Group.Send(Ann, text);

        await BarrierAsync();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);

        Assert.Empty(Group.BotMessages);
    }

    [Fact]
    public async Task Talk_about_an_answer_is_not_answered()
    {
        StartBot();
        var answer = await AskAsync(Group, "/who@loopback_bot Lavrov", Ann);

        Group.Send(Bob, "So that is who said it", replyTo: answer.Id);

        await BarrierAsync();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        Assert.Single(Group.BotMessages);
    }

    [Theory]
    [InlineData("/ask@loopback_bot")]
    [InlineData("/ask")]
    [InlineData("@loopback_bot")]
    public async Task Asking_in_reply_to_a_message_checks_that_message(string text)
    {
        StartBot();
        var claim = Group.Send(Bob, "The Riyadh talks lasted 4.5 hours");

        var question = Group.Send(Ann, text, replyTo: claim);

        var answer = (await Group.WaitForBotMessagesAsync(1, Deadline))[0];
        Assert.Contains(AnswerToQuestion, answer.Text);
        Assert.Equal(question, answer.ReplyTo);
    }

    [Fact]
    public async Task Asking_for_the_source_in_reply_to_a_message_checks_that_message()
    {
        StartBot();
        var claim = Group.Send(Bob, "US should not have made concessions to Russia over Ukraine, says German minister");

        Group.Send(Ann, "/source@loopback_bot", replyTo: claim);

        Assert.StartsWith("Footnote 18\n", (await Group.WaitForBotMessagesAsync(1, Deadline))[0].Text);
    }

    [Fact]
    public async Task A_caption_can_be_checked_too()
    {
        StartBot();
        var claim = Group.Send(Bob, "The Riyadh talks lasted 4.5 hours", asCaption: true);

        Group.Send(Ann, "/ask", replyTo: claim);

        Assert.Contains(AnswerToQuestion, (await Group.WaitForBotMessagesAsync(1, Deadline))[0].Text);
    }

    [Fact]
    public async Task Asking_without_words_asks_for_them_and_what_is_answered_to_that_is_a_question()
    {
        StartBot();
        var prompt = await AskAsync(Group, "/ask@loopback_bot", Ann);
        Assert.Equal(Prompt, prompt.Text);
        Assert.Equal("""{"force_reply":true,"selective":true}""", prompt.Markup);
        Assert.Equal(1, prompt.ReplyTo);

        var question = Group.Send(Ann, Question, replyTo: prompt.Id);

        var answer = (await Group.WaitForBotMessagesAsync(2, Deadline))[1];
        Assert.Contains(AnswerToQuestion, answer.Text);
        Assert.Equal(question, answer.ReplyTo);
    }

    [Fact]
    public async Task Other_bots_are_not_answered()
    {
        StartBot();
        Group.Send(new TelegramUser(31, "Robot", "en", "robot_bot", IsBot: true), "/who@loopback_bot Lavrov");

        await BarrierAsync();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);

        Assert.Empty(Group.BotMessages);
    }

    [Fact]
    public async Task A_group_that_the_bot_may_not_write_in_is_passed_over_quietly()
    {
        StartBot();
        Server.Faults.Next("sendMessage", Fault.Of(400, "Bad Request: not enough rights to send text messages to the chat"), Group.Id);
        Group.Send(Ann, "/who@loopback_bot Lavrov");

        await BarrierAsync();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);

        Assert.Empty(Group.BotMessages);
    }
}
