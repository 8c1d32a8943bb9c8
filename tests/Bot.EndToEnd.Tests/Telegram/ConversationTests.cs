namespace Bot.EndToEnd.Tests.Telegram;

/// <summary>What a message in a private chat refers to.</summary>
public sealed class ConversationTests : TelegramTest
{
    private const string Prompt = "Ask a question, for example: /ask How long did the Riyadh talks last?";

    [Fact]
    public async Task A_request_for_a_source_goes_on_from_the_last_answer()
    {
        StartBot();
        await AskAsync(AnnsChat, Question);

        var details = await AskAsync(AnnsChat, "source?");

        Assert.Contains(AnswerToQuestion, details.Text);
        Assert.Contains("\nSources\n", details.Text);
        Assert.DoesNotContain("\nSources\n", (await AskAsync(BobsChat, "source?")).Text);
    }

    [Fact]
    public async Task A_reply_goes_on_from_the_answer_that_it_replies_to()
    {
        StartBot();
        var answer = await AskAsync(AnnsChat, Question);
        await AskAsync(AnnsChat, "/fact ratcliffe-named-to-us-team");

        AnnsChat.Send(Ann, "source?", replyTo: answer.Id);

        Assert.Contains(AnswerToQuestion, (await AnnsChat.WaitForBotMessagesAsync(3, Deadline))[2].Text);
    }

    [Theory]
    [InlineData("/source")]
    [InlineData("/джерело")]
    public async Task The_command_for_sources_in_reply_to_an_answer_shows_its_details(string command)
    {
        StartBot();
        var answer = await AskAsync(AnnsChat, Question);

        AnnsChat.Send(Ann, command, replyTo: answer.Id);

        var details = (await AnnsChat.WaitForBotMessagesAsync(2, Deadline))[1];
        Assert.Contains(AnswerToQuestion, details.Text);
        Assert.Contains("\nSources\n", details.Text);
    }

    [Fact]
    public async Task Details_replace_the_answer_by_its_full_form()
    {
        StartBot();
        var answer = await AskAsync(AnnsChat, Question);

        AnnsChat.Press(Ann, answer.Id, "Details");

        var details = (await AnnsChat.WaitForBotMessagesAsync(m => m[0].IsEdited, Deadline))[0];
        Assert.Contains("\nSources\n", details.Text);
        Assert.DoesNotContain("Details", details.Keyboard.SelectMany(row => row).Select(b => b.Text));
        Assert.Single(AnnsChat.BotMessages);
    }

    [Fact]
    public async Task A_command_without_words_asks_for_them_and_what_is_answered_to_that_is_a_question()
    {
        StartBot();
        var prompt = await AskAsync(AnnsChat, "/ask");
        Assert.Equal(Prompt, prompt.Text);
        Assert.Equal("""{"force_reply":true,"selective":true}""", prompt.Markup);

        var question = AnnsChat.Send(Ann, Question, replyTo: prompt.Id);

        var answer = (await AnnsChat.WaitForBotMessagesAsync(2, Deadline))[1];
        Assert.Contains(AnswerToQuestion, answer.Text);
        Assert.Equal(question, answer.ReplyTo);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_forwarded_message_is_checked_without_a_verdict(bool asCaption)
    {
        StartBot();

        var forwarded = AnnsChat.Forward(Ann, "The Riyadh talks lasted 12 hours", asCaption);

        var answer = (await AnnsChat.WaitForBotMessagesAsync(1, Deadline))[0];
        Assert.StartsWith("Closest fact, no verdict on the message\n", answer.Text);
        Assert.Contains(AnswerToQuestion, answer.Text);
        Assert.DoesNotContain("✓", answer.Text);
        Assert.Equal(forwarded, answer.ReplyTo);
    }

    [Fact]
    public async Task A_forwarded_message_without_text_gets_one_line_that_says_so()
    {
        StartBot();

        AnnsChat.Forward(Ann, "", asCaption: true);

        var answer = (await AnnsChat.WaitForBotMessagesAsync(1, Deadline))[0];
        Assert.Equal("This message has no text that could be compared with the base.", answer.Text);
        Assert.Empty(answer.Keyboard);
    }
}
