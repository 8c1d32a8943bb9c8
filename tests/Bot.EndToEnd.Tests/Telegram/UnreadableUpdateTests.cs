using Bot.Loopback.Telegram;
using Bot.Telegram.Configuration;
using Bot.Telegram.Logging;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests.Telegram;

public sealed class UnreadableUpdateTests : TelegramTest
{
    private protected override TelegramServerOptions Options => new() { Token = Token, IsLocal = true };

    /// <summary>Parts of messages that a reader refuses: 65 levels and more, and types that the client library does not know.</summary>
    public static TheoryData<string> Parts { get; } =
    [
        $"\"x\":{Nested(63)}",
        $"\"x\":{Nested(3000)}",
        $"\"rich_message\":{{\"blocks\":{Nested(100)}}}",
        "\"forward_origin\":{\"type\":\"of next year\",\"date\":1739880000}",
        "\"external_reply\":{\"origin\":{\"type\":\"of next year\",\"date\":1739880000}}",
        "\"paid_media\":{\"star_count\":1,\"paid_media\":[{\"type\":\"of next year\"}]}",
        "\"chat_background_set\":{\"type\":{\"type\":\"of next year\"}}",
        "\"pinned_message\":{\"message_id\":1,\"date\":1739880000,\"chat\":{\"id\":11,\"type\":\"private\"},\"forward_origin\":{\"type\":\"of next year\"}}",
    ];

    [Fact]
    public async Task An_update_that_is_nested_too_deeply_is_first_in_the_queue_and_costs_no_other()
    {
        var deep = Server.SendRaw("{\"message\":{\"message_id\":1,\"x\":" + Nested(3000) + "}}");
        AnnsChat.Send(Ann, Question);
        BobsChat.Send(Bob, Question);
        for (var i = 0; i < 3; i++)
        {
            AnnsChat.Send(Ann, "/about");
        }

        var bot = StartBot();

        await AnnsChat.WaitForBotMessagesAsync(4, Deadline);
        await BobsChat.WaitForBotMessagesAsync(1, Deadline);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        var skipped = Assert.Single(Log.Of(LoggedEvent.OfTelegram(TelegramEvents.UpdateSkipped)));
        Assert.Equal(LogLevel.Warning, skipped.Level);
        Assert.Contains($"Update {deep} ", skipped.Text, StringComparison.Ordinal);
        await bot.StopAsync(Deadline);
        StartBot();
        await BarrierAsync();
        Assert.Equal(4, AnnsChat.BotMessages.Count);
    }

    [Fact]
    public async Task How_deep_an_update_is_does_not_depend_on_the_answer_that_it_comes_in()
    {
        // 63 levels, and two more around it.
        Server.SendRaw(WithPart($"\"x\":{Nested(61)}"));
        StartBot();

        Assert.Contains(AnswerToQuestion, (await AnnsChat.WaitForBotMessagesAsync(1, Deadline))[0].Text);
        Assert.Empty(Log.Of(LoggedEvent.OfTelegram(TelegramEvents.UpdateReadInPart)));
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Of_an_update_with_a_part_that_cannot_be_read_the_rest_is_answered_and_one_warning_names_it(string part)
    {
        var id = Server.SendRaw(WithPart(part));
        StartBot();

        Assert.Contains(AnswerToQuestion, (await AnnsChat.WaitForBotMessagesAsync(1, Deadline))[0].Text);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
        var warning = Assert.Single(Log.Of(LoggedEvent.OfTelegram(TelegramEvents.UpdateReadInPart)));
        Assert.Equal(LogLevel.Warning, warning.Level);
        Assert.Contains($"update {id} ", warning.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task By_webhook_it_is_the_same(string part)
    {
        _ = AnnsChat;
        StartBot(options: new TelegramOptions { Token = Token, ApiUrl = Server.Url, Webhook = { Url = "http://127.0.0.1:1/telegram", SecretToken = "s" } });
        await Server.Calls.WaitForAsync("setWebhook", 1, Deadline);
        var body = System.Text.Encoding.UTF8.GetBytes("{\"update_id\":7," + WithPart(part)[1..]);

        Assert.Equal(200, await Adapter.Webhook!.ReceiveAsync("s", body.Length, new MemoryStream(body), Deadline));

        Assert.Contains(AnswerToQuestion, Assert.Single(AnnsChat.BotMessages).Text);
        Assert.Single(Log.Of(LoggedEvent.OfTelegram(TelegramEvents.WebhookUpdateReadInPart)));
    }

    [Fact]
    public async Task A_text_with_half_a_surrogate_pair_is_answered()
    {
        Server.SendRaw(WithPart("\"caption\":\"x\"").Replace("How long", "\\ud800 How long", StringComparison.Ordinal));
        StartBot();

        Assert.Contains(AnswerToQuestion, (await AnnsChat.WaitForBotMessagesAsync(1, Deadline))[0].Text);
    }

    private string WithPart(string part)
    {
        _ = AnnsChat;
        return $$$"""{"message":{"message_id":1,"date":1739880000,"chat":{"id":11,"type":"private"},"from":{"id":11,"is_bot":false,"first_name":"Ann","language_code":"en"},"text":"{{{Question}}}",{{{part}}}}}""";
    }

    private static string Nested(int levels) => new string('[', levels) + new string(']', levels);
}
