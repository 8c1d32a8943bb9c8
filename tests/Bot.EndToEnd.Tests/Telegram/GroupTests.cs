using Bot.Loopback.Telegram;

namespace Bot.EndToEnd.Tests.Telegram;

public sealed class GroupTests : TelegramTest
{
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
        Group.Send(Bob, "hi", replyTo: answer.Id);
        Group.Send(Bob, "", replyTo: answer.Id, asCaption: true);

        await BarrierAsync();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        Assert.Single(Group.BotMessages);
    }

    [Fact]
    public async Task A_question_in_reply_to_an_answer_is_answered_if_the_base_does()
    {
        StartBot();
        var answer = await AskAsync(Group, "/who@loopback_bot Lavrov", Ann);

        var question = Group.Send(Bob, Question, replyTo: answer.Id);

        var reply = (await Group.WaitForBotMessagesAsync(2, Deadline))[1];
        Assert.Contains(AnswerToQuestion, reply.Text);
        Assert.Equal(question, reply.ReplyTo);
    }

    [Fact]
    public async Task Who_asks_for_the_source_of_an_answer_is_shown_its_details()
    {
        StartBot();
        var answer = await AskAsync(Group, "@loopback_bot " + Question, Ann);

        Group.Send(Bob, "source?", replyTo: answer.Id);

        var details = (await Group.WaitForBotMessagesAsync(2, Deadline))[1];
        Assert.Contains(AnswerToQuestion, details.Text);
        Assert.Contains("\nSources\n", details.Text);
    }

    [Theory]
    [InlineData("@loopback_bot qwertyuiop", "The base has nothing that answers this. Questions that it does answer:", 3)]
    [InlineData("/who@loopback_bot lavrof", null, 3)]
    [InlineData("/nonsense@loopback_bot", "There is no such command. /help lists those that there are.", 1)]
    public async Task What_is_no_answer_is_a_line_for_the_others_and_at_most_three_buttons(string text, string? line, int buttons)
    {
        StartBot();

        var reply = await AskAsync(Group, text, Ann);

        Assert.DoesNotContain('\n', reply.Text);
        Assert.Equal(line ?? reply.Text, reply.Text);
        Assert.InRange(reply.Keyboard.Sum(row => row.Count), 1, buttons);
    }

    [Theory]
    [InlineData("/ask@loopback_bot")]
    [InlineData("/ask")]
    [InlineData("@loopback_bot")]
    public async Task Asking_in_reply_to_a_message_checks_that_message(string text)
    {
        StartBot();
        var claim = Group.Send(Bob, "The Riyadh talks lasted 4.5 hours");

        Group.Send(Ann, text, replyTo: claim);

        var answer = (await Group.WaitForBotMessagesAsync(1, Deadline))[0];
        Assert.StartsWith("Closest fact, no verdict on the message\n", answer.Text);
        Assert.Contains(AnswerToQuestion, answer.Text);
        Assert.Equal(claim, answer.ReplyTo);
    }

    [Fact]
    public async Task Asking_for_the_source_in_reply_to_a_message_checks_that_message()
    {
        StartBot();
        var claim = Group.Send(Bob, "US should not have made concessions to Russia over Ukraine, says German minister");

        Group.Send(Ann, "/source@loopback_bot", replyTo: claim);

        var answer = (await Group.WaitForBotMessagesAsync(1, Deadline))[0];
        Assert.StartsWith("Closest fact, no verdict on the message\n", answer.Text);
        Assert.Equal(claim, answer.ReplyTo);
    }

    [Fact]
    public async Task A_caption_can_be_checked_too()
    {
        StartBot();
        var claim = Group.Send(Bob, "The Riyadh talks lasted 4.5 hours", asCaption: true);

        Group.Send(Ann, "/ask", replyTo: claim);

        Assert.Contains(AnswerToQuestion, (await Group.WaitForBotMessagesAsync(1, Deadline))[0].Text);
    }

    [Theory]
    [InlineData("/source")]
    [InlineData("/ask")]
    [InlineData("@loopback_bot")]
    public async Task A_message_without_text_gets_one_line_that_says_so(string text)
    {
        StartBot();
        var photo = Group.Send(Bob, "", asCaption: true);

        Group.Send(Ann, text, replyTo: photo);

        var answer = (await Group.WaitForBotMessagesAsync(1, Deadline))[0];
        Assert.Equal("This message has no text that could be compared with the base.", answer.Text);
        Assert.Empty(answer.Keyboard);
        Assert.Equal(photo, answer.ReplyTo);
    }

    [Fact]
    public async Task Asking_without_words_prompts_nobody()
    {
        StartBot();

        Assert.Null((await AskAsync(Group, "/ask@loopback_bot", Ann)).Markup is { } markup && markup.Contains("force_reply", StringComparison.Ordinal) ? markup : null);
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
    public async Task A_group_that_the_bot_may_not_write_in_is_skipped_quietly()
    {
        StartBot();
        Server.Faults.Next("sendMessage", Fault.Of(400, "Bad Request: not enough rights to send text messages to the chat"), Group.Id);
        Group.Send(Ann, "/who@loopback_bot Lavrov");

        await BarrierAsync();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);

        Assert.Empty(Group.BotMessages);
    }
}
