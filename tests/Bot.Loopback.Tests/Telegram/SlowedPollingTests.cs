using Bot.Loopback.Telegram;

namespace Bot.Loopback.Tests.Telegram;

public sealed class SlowedPollingTests : ServerTest
{
    private protected override TelegramServerOptions Options => new() { Time = Time, SlowsRepeatedPolls = true };

    [Fact]
    public async Task A_poll_that_repeats_an_offset_is_held_three_seconds()
    {
        await Client.UpdatesAsync();
        var second = Client.UpdatesAsync();
        await Server.WaitForPollAsync(Deadline);
        Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Empty(await second);
    }

    [Fact]
    public async Task A_poll_that_repeats_an_offset_at_once_gets_one_update()
    {
        Server.PrivateChat(Ann).Send(Ann, "one");
        Server.PrivateChat(Ann).Send(Ann, "two");

        Assert.Equal(2, (await Client.UpdatesAsync()).Length);
        Assert.Single(await Client.UpdatesAsync());
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, (await Client.UpdatesAsync()).Length);
    }

    [Fact]
    public async Task Of_two_conflicts_within_three_seconds_the_second_is_held_back()
    {
        var first = Client.CallAsync("getUpdates", new { timeout = 30 });
        await Server.WaitForPollAsync(Deadline);
        var second = Client.CallAsync("getUpdates", new { timeout = 31 });
        Assert.Equal("409", (await first)["error_code"]!.ToString());
        var third = Client.CallAsync("getUpdates", new { timeout = 32 });
        int[] waits = [30, 31, 32, 3];
        foreach (var seconds in waits)
        {
            Assert.Equal(TimeSpan.FromSeconds(seconds), await Time.NextWaitAsync(Deadline));
        }

        Assert.False(second.IsCompleted);
        Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("409", (await second)["error_code"]!.ToString());
        Assert.False(third.IsCompleted);
    }
}
