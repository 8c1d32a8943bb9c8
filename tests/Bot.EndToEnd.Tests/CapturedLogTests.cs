using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests;

public sealed class CapturedLogTests
{
    private readonly CapturedLog _log = new();

    [Theory]
    [InlineData("Bot.Discord", 80, "Shard 0")]
    [InlineData("Bot.Discord.Gateway.Shard", 80, "10")]
    [InlineData("Bot", 80, "ready", "a second line")]
    public async Task An_event_is_found_by_project_id_and_values(string category, int id, params string[] values)
    {
        Print();

        var entry = await _log.WaitForAsync(new LoggedEvent(category, id, values), TestContext.Current.CancellationToken);

        Assert.Equal(new LogEntry("Bot.Discord.Gateway.Shard", 80, LogLevel.Warning, "Shard 0 of 10 is ready.\na second line"), entry);
    }

    [Theory]
    [InlineData("Bot.Telegram", 80)]
    [InlineData("Bot.Disc", 80)]
    [InlineData("Bot.Discord", 8)]
    [InlineData("Bot.Discord", 81)]
    [InlineData("Bot.Discord", 80, "Shard 1")]
    [InlineData("Bot.Discord", 80, "1")]
    [InlineData("Bot.Discord", 80, "Shard 0", "resumed")]
    public async Task A_wait_for_what_is_not_logged_fails(string category, int id, params string[] values)
    {
        using var deadline = new CancellationTokenSource();
        var waiting = _log.WaitForAsync(new LoggedEvent(category, id, values), deadline.Token);
        Print();

        await deadline.CancelAsync();

        await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        Assert.Empty(_log.Of(new LoggedEvent(category, id, values)));
    }

    [Fact]
    public async Task A_message_that_comes_line_by_line_is_one_entry_and_found_by_its_last_line()
    {
        var waiting = _log.WaitForAsync(new LoggedEvent("Bot.Discord", 80, "a second line"), TestContext.Current.CancellationToken);

        Print();

        Assert.Equal(LogLevel.Warning, (await waiting).Level);
        Assert.Single(_log.Of(new LoggedEvent("Bot.Discord", 80)));
        Assert.Equal(["Error: Broken."], _log.Faults);
        Assert.Equal(6, _log.Lines.Count);
    }

    private void Print()
    {
        var console = new ConsoleLog(_log);
        string[] lines = ["not of the logger", "warn: Bot.Discord.Gateway.Shard[80]", "      Shard 0 of 10 is ready.", "      a second line", "fail: Bot.Adapters[7]", "      Broken."];
        foreach (var line in lines)
        {
            console.Add(line);
        }
    }
}
