using Bot.Loopback.Telegram;

namespace Bot.Loopback.Tests.Telegram;

public sealed class QuietServerTests : ServerTest
{
    private protected override TelegramServerOptions Options => new() { Time = Time, RecordCalls = false, MessagesKept = 2 };

    [Fact]
    public async Task A_benchmark_remembers_no_calls_and_few_messages()
    {
        var chat = Server.PrivateChat(Ann);
        foreach (var text in (string[])["one", "two", "three"])
        {
            await Client.ResultAsync("sendMessage", new { chat_id = 11, text, unknown = 1 });
        }

        Assert.Empty(Server.Calls);
        Assert.Empty(Server.Problems);
        Assert.Equal(["two", "three"], chat.Messages.Select(m => m.Text));
    }
}
