using Bot.EndToEnd.Tests.Telegram;
using Bot.Loopback.Telegram;
using Bot.Telegram.Configuration;
using Bot.Telegram.Logging;

namespace Bot.EndToEnd.Tests.Fuzzing;

public sealed class WebhookFuzzTests(ITestOutputHelper output) : TelegramTest
{
    private const int Bodies = 2500;
    private const string Secret = "of-my-own_1";

    // As Telegram sends them (Bot API, Update).
    private static readonly string[] s_bodies =
    [
        """{"update_id":7,"message":{"message_id":1,"from":{"id":11,"is_bot":false,"first_name":"Ann","username":"ann","language_code":"en"},"chat":{"id":11,"first_name":"Ann","type":"private"},"date":1739880000,"text":"/who Lavrov","entities":[{"offset":0,"length":4,"type":"bot_command"}]}}""",
        """{"update_id":7,"message":{"message_id":2,"from":{"id":11,"is_bot":false,"first_name":"Ann"},"chat":{"id":-100,"title":"Group","type":"group"},"date":1739880000,"text":"/ask@loopback_bot","reply_to_message":{"message_id":1,"from":{"id":12,"is_bot":false,"first_name":"Bob"},"chat":{"id":-100,"title":"Group","type":"group"},"date":1739880000,"text":"The talks lasted 12 hours."},"quote":{"text":"12 hours","position":3}}}""",
        """{"update_id":7,"message":{"message_id":3,"from":{"id":11,"is_bot":false,"first_name":"Ann","language_code":"uk"},"chat":{"id":11,"first_name":"Ann","type":"private"},"date":1739880000,"photo":[{"file_id":"a","file_unique_id":"b","width":9,"height":9}],"caption":"Lavrov","forward_origin":{"type":"user","date":1739880000,"sender_user":{"id":12,"is_bot":false,"first_name":"Bob"}}}}""",
        """{"update_id":7,"callback_query":{"id":"4382bfdwdsb323b2d9","from":{"id":11,"is_bot":false,"first_name":"Ann","language_code":"ru"},"message":{"message_id":3,"from":{"id":4242,"is_bot":true,"first_name":"Bot"},"chat":{"id":11,"first_name":"Ann","type":"private"},"date":1739880000,"text":"x"},"chat_instance":"7","data":"f00000000e1 who lavrov"}}""",
        """{"update_id":7,"callback_query":{"id":"4382bfdwdsb323b2d9","from":{"id":11,"is_bot":false,"first_name":"Ann"},"inline_message_id":"abc","chat_instance":"7","data":"t00000000e1 about"}}""",
        """{"update_id":7,"inline_query":{"id":"134567890097","from":{"id":11,"is_bot":false,"first_name":"Ann","language_code":"zh-hant"},"chat_type":"sender","query":"lavrov","offset":""}}""",
        """{"update_id":7,"guest_message":{"message_id":9,"guest_query_id":"55","from":{"id":11,"is_bot":false,"first_name":"Ann"},"chat":{"id":-100200,"title":"Else","type":"supergroup"},"date":1739880000,"text":"@loopback_bot who is Rubio?"}}""",
        """{"update_id":7,"my_chat_member":{"chat":{"id":11,"first_name":"Ann","type":"private"},"from":{"id":11,"is_bot":false,"first_name":"Ann"},"date":1739880000,"old_chat_member":{"user":{"id":4242,"is_bot":true,"first_name":"Bot"},"status":"member"},"new_chat_member":{"user":{"id":4242,"is_bot":true,"first_name":"Bot"},"status":"kicked","until_date":0}}}""",
    ];

    private readonly SeededRandom _random = new(2025_02_12);

    private protected override TelegramServerOptions Options => new() { Token = Token, IsLocal = true };

    [Fact]
    public async Task Every_hostile_body_is_accepted_or_rejected_and_the_next_question_is_answered()
    {
        StartBot(options: new TelegramOptions { Token = Token, ApiUrl = Server.Url, Webhook = { Url = "http://127.0.0.1:1/telegram", SecretToken = Secret } });
        await Server.Calls.WaitForAsync("setWebhook", 1, Deadline);
        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.Connected), Deadline);
        _ = AnnsChat;
        var statuses = new SortedDictionary<int, int>();
        for (var i = 0; i < Bodies; i++)
        {
            var body = HostileJson.Change(_random, _random.Of(s_bodies).Replace("\"update_id\":7", $"\"update_id\":{i + 100}", StringComparison.Ordinal));
            var status = await Adapter.Webhook!.ReceiveAsync(_random.Percent(2) ? HostileInput.Text(_random) : Secret, body.Length, new MemoryStream(body), Deadline);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }

        output.WriteLine($"{Bodies} webhook bodies: {string.Join(", ", statuses.Select(s => $"{s.Value} × {s.Key}"))}.");
        Assert.Equal([KeyValuePair.Create(200, 1450), KeyValuePair.Create(400, 1009), KeyValuePair.Create(401, 41)], statuses);

        // Ids that somebody made up go back to where they came from.
        foreach (var call in Server.Calls)
        {
            HostileInput.AssertClean(call["text"] + call["results"] + call["result"]);
        }

        Assert.DoesNotContain(Log.Lines, line => line.Contains("Exception", StringComparison.Ordinal));
        Assert.Equal(200, await Adapter.Webhook!.ReceiveAsync(Secret, null, new MemoryStream("""{"update_id":90000,"message":{"message_id":1,"from":{"id":11,"is_bot":false,"first_name":"Ann","language_code":"en"},"chat":{"id":11,"type":"private"},"date":1739880000,"text":"/about"}}"""u8.ToArray()), Deadline));
        Assert.Contains("About this bot", AnnsChat.BotMessages[^1].Text, StringComparison.Ordinal);
    }
}
