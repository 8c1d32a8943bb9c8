using Bot.Loopback.Telegram;

namespace Bot.Loopback.Tests.Telegram;

public sealed class BareCommandTests : ServerTest
{
    private protected override TelegramServerOptions Options => new() { Time = Time, BareCommandsReachBot = false };

    [Fact]
    public async Task A_command_that_names_no_bot_may_not_reach_it()
    {
        var group = Server.Group(-5, "Friends");
        group.Send(Bob, "/who");
        group.Send(Bob, "/who@loopback_bot");

        Assert.Equal(["/who@loopback_bot"], (await Client.UpdatesAsync()).Select(u => u["message"]!["text"]!.ToString()));
    }
}
