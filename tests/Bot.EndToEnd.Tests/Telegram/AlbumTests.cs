using Bot.Adapters.Limiting;
using Bot.Loopback.Telegram;

namespace Bot.EndToEnd.Tests.Telegram;

/// <summary>An album is one message, although each of its photos is an update.</summary>
public sealed class AlbumTests : TelegramTest
{
    private static readonly string[][] s_captions = [[Question, "", "", "", ""], ["", "", Question, "", ""], ["", "", "", "", Question], [Question, Question, ""]];

    private protected override TelegramServerOptions Options => new() { Token = Token, PrivacyMode = false };

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(3, 0)]
    public async Task Its_caption_is_the_question_on_whichever_photo(int captions, int asked)
    {
        StartBot();

        var photos = AnnsChat.SendAlbum(Ann, s_captions[captions]);

        await BarrierAsync();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        var answer = Assert.Single(AnnsChat.BotMessages);
        Assert.Contains(AnswerToQuestion, answer.Text);
        Assert.Equal(photos[asked], answer.ReplyTo);
    }

    [Fact]
    public async Task Without_a_caption_it_is_answered_once_and_other_chats_do_not_wait_for_it()
    {
        var time = new AcceleratedTime();
        StartBot(time: time);

        AnnsChat.SendAlbum(Ann, ["", "", "", "", ""]);
        Assert.Contains(AnswerToQuestion, (await AskAsync(BobsChat, Question)).Text);

        await AnnsChat.WaitForBotMessagesAsync(1, Deadline);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        Assert.Single(AnnsChat.BotMessages);
    }

    [Fact]
    public async Task A_forwarded_one_is_checked_once()
    {
        StartBot();

        var photos = AnnsChat.SendAlbum(Ann, ["", "The Riyadh talks lasted 12 hours", ""], isForwarded: true);

        await BarrierAsync();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        var answer = Assert.Single(AnnsChat.BotMessages);
        Assert.StartsWith("Closest fact, no verdict on the message\n", answer.Text);
        Assert.Equal(photos[1], answer.ReplyTo);
    }

    [Fact]
    public async Task In_a_group_one_that_mentions_the_bot_is_answered_once()
    {
        var group = Server.Group(-5, "Group");
        StartBot();

        group.SendAlbum(Ann, ["", "@loopback_bot " + Question, "@loopback_bot and?", ""]);

        await BarrierAsync();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        Assert.Contains(AnswerToQuestion, Assert.Single(group.BotMessages).Text);
    }

    [Fact]
    public async Task As_a_reply_to_the_prompt_it_is_answered_once()
    {
        StartBot();
        var prompt = await AskAsync(AnnsChat, "/ask");

        AnnsChat.SendAlbum(Ann, ["", Question, ""], replyTo: prompt.Id);

        await BarrierAsync();
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        Assert.Equal(2, AnnsChat.BotMessages.Count);
        Assert.Contains(AnswerToQuestion, AnnsChat.BotMessages[1].Text);
    }

    [Fact]
    public async Task It_counts_as_one_question()
    {
        using var limits = new AdmissionControl(2, 0, 0, TimeProvider.System);
        StartBot(limits: limits);

        AnnsChat.SendAlbum(Ann, ["", "", "", "", Question]);
        await AnnsChat.WaitForBotMessagesAsync(1, Deadline);

        Assert.StartsWith("Sergey Lavrov\n", (await AskAsync(AnnsChat, "/who Lavrov")).Text);
        Assert.StartsWith("A little slower", (await AskAsync(AnnsChat, "/who Rubio")).Text);
    }
}
