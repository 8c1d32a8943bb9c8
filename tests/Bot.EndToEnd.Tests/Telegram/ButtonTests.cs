using Bot.Answers;
using Bot.Loopback.Telegram;

namespace Bot.EndToEnd.Tests.Telegram;

public sealed class ButtonTests : TelegramTest
{
    [Fact]
    public async Task Turning_the_page_changes_the_message_in_place()
    {
        StartBot();
        var answer = await AskAsync(AnnsChat, "/corrections");
        Assert.Contains("\nPage 1 of 7", answer.Text);

        await PressAsync(answer.Id, "2 ›");

        var second = await ChangedAsync(answer);
        Assert.Contains("\nPage 2 of 7", second.Text);
        Assert.Equal(["Details", "‹ 1", "3 ›"], second.Keyboard[0].Select(b => b.Text));
        await PressAsync(answer.Id, "‹ 1");
        var first = await ChangedAsync(second);
        Assert.Equal(answer.Text, first.Text);
        Assert.Equal(answer.Markup, first.Markup);
        Assert.Single(AnnsChat.BotMessages);
    }

    [Fact]
    public async Task Every_page_can_be_reached()
    {
        StartBot();
        var shown = await AskAsync(AnnsChat, "/corrections");
        for (var page = 2; page <= 7; page++)
        {
            await PressAsync(shown.Id, $"{page} ›");
            shown = await ChangedAsync(shown);
            Assert.Contains($"\nPage {page} of 7", shown.Text);
        }

        Assert.Equal("‹ 6", shown.Keyboard[0][1].Text);
        Assert.DoesNotContain(shown.Keyboard.SelectMany(r => r), b => b.Text.EndsWith('›'));
    }

    [Fact]
    public async Task A_follow_up_replies_to_the_message_with_the_button()
    {
        StartBot();
        var answer = await AskAsync(AnnsChat, Question);

        var notice = await PressAsync(answer.Id, "The Riyadh talks");

        Assert.Equal("", notice.Text);
        var reply = (await AnnsChat.WaitForBotMessagesAsync(2, Deadline))[1];
        Assert.Equal(answer.Id, reply.ReplyTo);
        Assert.StartsWith("Timeline · The Riyadh talks\n", reply.Text);
        Assert.Equal(answer.Text, AnnsChat.Find(answer.Id)!.Text);
    }

    [Fact]
    public async Task Every_press_is_answered_even_a_repeated_one()
    {
        StartBot();
        var answer = await AskAsync(AnnsChat, "/corrections");

        // Whoever presses five times does so before the page is turned, which takes the button away.
        var pressed = new TaskCompletionSource();
        Server.Faults.Next("editMessageText", Fault.Slow(pressed.Task), AnnsChat.Id);
        var presses = Enumerable.Range(0, 5).Select(_ => AnnsChat.Press(Ann, answer.Id, "2 ›")).ToList();
        pressed.SetResult();

        foreach (var press in presses)
        {
            await Server.WaitForCallbackAnswerAsync(press, Deadline);
        }

        await Server.WaitForNoPendingUpdatesAsync(Deadline);

        Assert.Equal(presses, Server.CallbackAnswers.Select(a => a.QueryId));
        Assert.Contains("\nPage 2 of 7", Assert.Single(AnnsChat.BotMessages).Text);
    }

    [Fact]
    public async Task A_press_that_is_too_old_to_be_answered_still_turns_the_page()
    {
        StartBot();
        var answer = await AskAsync(AnnsChat, "/corrections");
        Server.Faults.Next("answerCallbackQuery", Fault.Of(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"));

        AnnsChat.Press(Ann, answer.Id, "2 ›");

        Assert.Contains("\nPage 2 of 7", (await ChangedAsync(answer)).Text);
    }

    [Fact]
    public async Task Old_buttons_work_after_the_process_was_killed_and_started_again()
    {
        var variables = new Dictionary<string, string> { ["Telegram__Token"] = Token, ["Telegram__ApiUrl"] = Server.Url };
        ChatMessage answer;
        await using (var first = BotProgram.Start(Folder, Log, variables))
        {
            answer = await AskAsync(AnnsChat, "/corrections");
            await Server.WaitForNoPendingUpdatesAsync(Deadline);
            await first.KillAsync(Deadline);
        }

        await using var second = HostedProgram.Start(Folder, Log, variables);
        var notice = await PressAsync(answer.Id, "2 ›");

        Assert.Equal("", notice.Text);
        Assert.Contains("\nPage 2 of 7", (await ChangedAsync(answer)).Text);
    }

    [Fact]
    public async Task Buttons_work_on_another_replica()
    {
        var first = StartBot();
        var answer = await AskAsync(AnnsChat, Question);
        await first.StopAsync(Deadline);
        StartBot(new Answerer(SampleBase.Facts));

        Assert.Equal("", (await PressAsync(answer.Id, "The Riyadh talks")).Text);

        Assert.StartsWith("Timeline · The Riyadh talks\n", (await AnnsChat.WaitForBotMessagesAsync(2, Deadline))[1].Text);
    }

    [Fact]
    public async Task A_button_of_another_version_of_the_base_says_so_and_is_answered_from_the_present_one()
    {
        var first = StartBot();
        var answer = await AskAsync(AnnsChat, "/start");
        await first.StopAsync(Deadline);
        StartBot(new Answerer(SampleBase.Load(SampleBase.Copy(Folder, "lasted about 4.5 hours, according to Politico", "lasted nearly five hours, according to Politico"))));

        var notice = await PressAsync(answer.Id, "Help");

        Assert.Equal("The facts have changed since this button was made. The answer comes from the facts as they are now.", notice.Text);
        Assert.False(notice.ShowAlert);
        Assert.StartsWith("Help\n", (await AnnsChat.WaitForBotMessagesAsync(2, Deadline))[1].Text);
        Assert.Contains("lasted nearly five hours", (await AskAsync(AnnsChat, Question)).Text);
    }

    [Theory]
    [InlineData("zzz", "en", "This button leads to something that the facts no longer hold. Please ask again.")]
    [InlineData("t00000000", "uk", "Того, до чого вела ця кнопка, у базі фактів уже немає. Поставте запитання ще раз.")]
    [InlineData("f00000000e1 who ~~~~", "en", "This button leads to something that the facts no longer hold. Please ask again.")]
    public async Task A_dead_button_says_so(string data, string language, string notice)
    {
        var user = new TelegramUser(21, "Una", language);
        var chat = Server.PrivateChat(user);
        await CallAsync("sendMessage", $$$"""{"chat_id":21,"text":"old","link_preview_options":{"is_disabled":true},"reply_markup":{"inline_keyboard":[[{"text":"Old","callback_data":"{{{data}}}"}]]}}""");
        StartBot();

        var answer = await Server.WaitForCallbackAnswerAsync(chat.Press(user, 1, "Old"), Deadline);

        Assert.Equal(notice, answer.Text);
        Assert.True(answer.ShowAlert);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        Assert.Equal("old", Assert.Single(chat.BotMessages).Text);
    }

    [Fact]
    public async Task A_follow_up_in_a_topic_stays_there()
    {
        var forum = Server.Supergroup(-1_000_000_000_006, "Forum", isForum: true);
        var topic = forum.AddTopic("Talks", Ann);
        StartBot();
        forum.Send(Ann, "/start@loopback_bot", thread: topic);
        var answer = (await forum.WaitForBotMessagesAsync(1, Deadline))[0];

        forum.Press(Bob, answer.Id, "Help");

        Assert.Equal(topic, (await forum.WaitForBotMessagesAsync(2, Deadline))[1].ThreadId);
    }

    private Task<CallbackAnswer> PressAsync(int message, string button) =>
        Server.WaitForCallbackAnswerAsync(AnnsChat.Press(Ann, message, button), Deadline);

    private async Task<ChatMessage> ChangedAsync(ChatMessage message)
    {
        await AnnsChat.WaitForBotMessagesAsync(all => all.Single(m => m.Id == message.Id).Text != message.Text, Deadline);
        return AnnsChat.Find(message.Id)!;
    }
}
