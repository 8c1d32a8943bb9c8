using Bot.Loopback.Telegram;

namespace Bot.Loopback.Tests.Telegram;

public sealed class OpenGroupTests : ServerTest
{
    private protected override TelegramServerOptions Options => new() { Time = Time, PrivacyMode = false };

    [Fact]
    public async Task Without_privacy_mode_a_bot_sees_everything_and_says_so()
    {
        Server.Group(-5, "Friends").Send(Bob, "Hello");

        Assert.Single(await Client.UpdatesAsync());
        Assert.Equal("true", (await Client.ResultAsync("getMe"))["can_read_all_group_messages"]!.ToString());
    }
}
