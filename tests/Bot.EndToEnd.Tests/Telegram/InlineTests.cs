using Bot.Loopback.Telegram;
using Bot.Telegram.Logging;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests.Telegram;

public sealed class InlineTests : TelegramTest
{
    [Theory]
    [InlineData("", "en", "Help")]
    [InlineData("lavrov", "en", "Help")]
    [InlineData("talks", "en", "Help")]
    [InlineData("Лавров", "ru", "Справка")]
    [InlineData("Лавров", "uk", "Довідка")]
    [InlineData("拉夫羅夫", "zh-hant", "說明")]
    [InlineData("拉夫罗夫", "zh-hans", "帮助")]
    public async Task A_query_gets_a_few_results_for_this_user_only(string query, string language, string help)
    {
        StartBot();

        var answer = await Server.WaitForInlineAnswerAsync(Server.AskInline(Ann with { LanguageCode = language }, query), Deadline);

        Assert.InRange(answer.Results.Count, 1, 20);
        Assert.True(answer.IsPersonal);
        Assert.Equal(30, answer.CacheTime);
        Assert.Equal($$"""{"text":"{{help}}","start_parameter":"help"}""", Unescaped(answer.Button!));
        Assert.All(answer.Results, r => Assert.True(r.Message.LinkPreviewDisabled));
        Assert.All(answer.Results, r => Assert.NotEqual("", r.Title));
        Assert.All(answer.Results, r => Assert.NotEqual("", r.Description ?? ""));
    }

    [Fact]
    public async Task A_name_finds_the_person_first()
    {
        StartBot();

        var answer = await Server.WaitForInlineAnswerAsync(Server.AskInline(Ann, "lavr"), Deadline);

        Assert.Equal("Sergey Lavrov", answer.Results[0].Title);
        Assert.StartsWith("Sergey Lavrov\n\nMinister of Foreign Affairs of Russia", answer.Results[0].Message.Text);
    }

    [Theory]
    [InlineData("qqqqqqqqqqqqqqqqqq")]
    [InlineData("<b>&")]
    public async Task A_query_that_finds_nothing_is_answered_too(string query)
    {
        StartBot();

        await Server.WaitForInlineAnswerAsync(Server.AskInline(Ann, query), Deadline);
    }

    [Fact]
    public async Task Buttons_of_an_inline_message_change_it_in_place()
    {
        StartBot();
        var query = Server.AskInline(Ann, "lavrov");
        await Server.WaitForInlineAnswerAsync(query, Deadline);
        var id = Server.ChooseInline(query, "0");
        var button = Server.InlineMessage(id).Keyboard[0][0].Text;

        await Server.WaitForCallbackAnswerAsync(Server.PressInline(Bob, id, button), Deadline);

        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        Assert.True(Server.InlineMessage(id).IsEdited);
        Assert.Empty(Server.Calls.Of("sendMessage"));
    }

    [Fact]
    public async Task A_query_that_is_too_old_is_skipped_quietly()
    {
        Server.Faults.Next("answerInlineQuery", Fault.Of(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"));
        Server.AskInline(Ann, "lavrov");
        StartBot();

        Assert.Equal(LogLevel.Information, (await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.RequestDeclined, "answerInlineQuery", "400"), Deadline)).Level);
        Assert.Contains(AnswerToQuestion, (await AskAsync(AnnsChat, Question)).Text);
    }

    [Fact]
    public async Task A_guest_mention_is_answered_where_the_bot_is_no_member()
    {
        var group = Server.Group(-5, "Group");
        StartBot();

        group.MentionAsGuest(Ann, "@loopback_bot " + Question);

        var answer = (await group.WaitForBotMessagesAsync(1, Deadline))[0];
        Assert.Contains(AnswerToQuestion, answer.Text);
        Assert.True(answer.LinkPreviewDisabled);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        Assert.Empty(Server.Calls.Of("sendMessage"));
    }

    [Fact]
    public async Task A_guest_mention_in_reply_to_a_message_checks_that_message()
    {
        var group = Server.Group(-5, "Group");
        StartBot();
        group.SetBotStatus(Ann, "left");
        var claim = group.Send(Bob, "The Riyadh talks lasted 4.5 hours");

        group.MentionAsGuest(Ann, "@loopback_bot", replyTo: claim);

        Assert.Contains(AnswerToQuestion, (await group.WaitForBotMessagesAsync(1, Deadline))[0].Text);
    }

    [Fact]
    public async Task The_buttons_of_a_guest_answer_change_it_in_place()
    {
        var group = Server.Group(-5, "Group");
        StartBot();

        group.MentionAsGuest(Ann, "@loopback_bot /start");
        var answer = (await group.WaitForBotMessagesAsync(1, Deadline))[0];
        Assert.StartsWith("About this bot\n", answer.Text);

        await Server.WaitForCallbackAnswerAsync(Server.PressInline(Bob, answer.InlineId!, "Help"), Deadline);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        Assert.StartsWith("Help\n", Server.InlineMessage(answer.InlineId!).Text);
    }

    [Fact]
    public async Task A_bare_guest_mention_gets_a_line_and_questions_to_ask()
    {
        var group = Server.Group(-5, "Group");
        StartBot();

        group.MentionAsGuest(Ann, "@loopback_bot");

        var answer = (await group.WaitForBotMessagesAsync(1, Deadline))[0];
        Assert.DoesNotContain('\n', answer.Text);
        Assert.Equal(3, answer.Keyboard.Sum(row => row.Count));
    }

    [Fact]
    public async Task Each_result_has_a_title_of_its_own()
    {
        StartBot();

        var answer = await Server.WaitForInlineAnswerAsync(Server.AskInline(Ann, "how long talks"), Deadline);

        Assert.Equal(answer.Results.Count, answer.Results.DistinctBy(r => r.Title).Count());
        Assert.Contains(Question, answer.Results.Select(r => r.Title));
    }

    private static string Unescaped(string json) => System.Text.RegularExpressions.Regex.Unescape(json);
}
