using Bot.Loopback.Telegram;

namespace Bot.Loopback.Tests.Telegram;

public sealed class EditingTests : ServerTest
{
    private const string NotModified = "400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";
    private static readonly object s_keyboard = new { inline_keyboard = new[] { new[] { new { text = "More", callback_data = "m" } } } };

    private TelegramChat Chat => Server.PrivateChat(Ann);

    private async Task<int> SendAsync() =>
        (await Client.ResultAsync("sendMessage", new { chat_id = Chat.Id, text = "One", reply_markup = s_keyboard }))["message_id"]!.GetValue<int>();

    [Fact]
    public async Task An_edit_changes_the_text_and_takes_the_keyboard_away_unless_it_is_sent_again()
    {
        var message_id = await SendAsync();
        Time.Advance(TimeSpan.FromSeconds(5));
        var edited = await Client.ResultAsync("editMessageText", new { chat_id = 11, message_id, text = "<b>Two</b>", parse_mode = "HTML" });

        Assert.Equal(("Two", "1739880005"), (edited["text"]!.ToString(), edited["edit_date"]!.ToString()));
        var seen = Assert.Single(Chat.Messages);
        Assert.Equal(("Two", true, 0), (seen.Text, seen.IsEdited, seen.Keyboard.Count));
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_is_refused()
    {
        var message_id = await SendAsync();

        Assert.Equal(NotModified, await Client.ErrorAsync("editMessageText", new { chat_id = 11, message_id, text = "One", reply_markup = s_keyboard }));
        Assert.Equal(NotModified, await Client.ErrorAsync("editMessageReplyMarkup", new { chat_id = 11, message_id, reply_markup = s_keyboard }));
    }

    [Fact]
    public async Task A_keyboard_can_be_removed_alone()
    {
        var message_id = await SendAsync();
        await Client.ResultAsync("editMessageReplyMarkup", new { chat_id = 11, message_id });

        Assert.Equal("One", Chat.Messages[0].Text);
        Assert.Empty(Chat.Messages[0].Keyboard);
    }

    [Fact]
    public async Task Only_a_message_of_the_bot_that_is_there_can_be_edited()
    {
        var message_id = Chat.Send(Ann, "Hi");

        Assert.Equal("400 Bad Request: message can't be edited", await Client.ErrorAsync("editMessageText", new { chat_id = 11, message_id, text = "x" }));
        Assert.Equal("400 Bad Request: message to edit not found", await Client.ErrorAsync("editMessageText", new { chat_id = 11, message_id = 99, text = "x" }));
        Assert.Equal("400 Bad Request: message identifier is not specified", await Client.ErrorAsync("editMessageText", new { text = "x" }));
    }

    [Fact]
    public async Task A_deleted_message_is_gone()
    {
        var message_id = await SendAsync();
        await Client.ResultAsync("deleteMessage", new { chat_id = 11, message_id });

        Assert.Empty(Chat.Messages);
        Assert.Equal("400 Bad Request: message to delete not found", await Client.ErrorAsync("deleteMessage", new { chat_id = 11, message_id }));
    }

    [Fact]
    public async Task In_a_group_a_bot_deletes_its_own_messages_only_and_only_for_two_days()
    {
        var group = Server.Group(-5, "Friends");
        var message_id = group.Send(Bob, "Hi");
        var own = (await Client.ResultAsync("sendMessage", new { chat_id = -5, text = "x" }))["message_id"]!.GetValue<int>();
        Time.Advance(TimeSpan.FromHours(49));

        Assert.Equal("400 Bad Request: message can't be deleted", await Client.ErrorAsync("deleteMessage", new { chat_id = -5, message_id }));
        Assert.Equal("400 Bad Request: message can't be deleted for everyone", await Client.ErrorAsync("deleteMessage", new { chat_id = -5, message_id = own }));
    }

    [Fact]
    public async Task A_reaction_is_seen_and_is_one_at_most()
    {
        var message_id = Chat.Send(Ann, "Hi");
        await Client.ResultAsync("setMessageReaction", new { chat_id = 11, message_id, reaction = new[] { new { type = "emoji", emoji = "👍" } } });

        Assert.Equal(["👍"], Chat.Messages[0].Reactions);
        Assert.Equal(
            "400 Bad Request: REACTIONS_TOO_MANY",
            await Client.ErrorAsync("setMessageReaction", new { chat_id = 11, message_id, reaction = new[] { new { type = "emoji", emoji = "👍" }, new { type = "emoji", emoji = "👎" } } }));
        Assert.Equal("400 Bad Request: message to react not found", await Client.ErrorAsync("setMessageReaction", new { chat_id = 11, message_id = 9 }));
    }
}
