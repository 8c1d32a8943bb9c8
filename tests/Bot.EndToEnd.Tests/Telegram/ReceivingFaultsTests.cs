using Bot.Loopback.Telegram;
using Bot.Telegram.Configuration;
using Bot.Telegram.Logging;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests.Telegram;

public sealed class ReceivingFaultsTests : TelegramTest
{
    public static TheoryData<string, int, string[]> Faults { get; } = new()
    {
        { "conflict", TelegramEvents.PollConflict, ["Is the bot running twice?"] },
        { "internal error", TelegramEvents.PollRejected, ["500 Internal Server Error"] },
        { "bad gateway", TelegramEvents.PollRejected, ["502 Bad Gateway"] },
        { "too many requests", TelegramEvents.PollRejected, ["429 Too Many Requests: retry after 1", "1.0 s"] },
        { "cut", TelegramEvents.PollFailed, ["failure 1", "HttpRequestException"] },
        { "cut in answer", TelegramEvents.PollFailed, ["failure 1"] },
        { "truncated", TelegramEvents.PollFailed, ["failure 1", "Json"] },
        { "garbage", TelegramEvents.PollFailed, ["failure 1", "Json"] },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_while_waiting_for_updates_is_logged_and_does_no_harm(string name, int id, string[] values)
    {
        AnnsChat.Send(Ann, Question);
        Server.Faults.Next("getUpdates", Named(name));
        StartBot();

        await SettleAsync(AnnsChat, 1);

        Assert.Equal(0, Server.Faults.Left);
        Assert.Equal(LogLevel.Warning, (await Log.WaitForAsync(LoggedEvent.OfTelegram(id, values), Deadline)).Level);
        Assert.Equal(LogLevel.Information, (await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.Reconnected, "1"), Deadline)).Level);
        Assert.Contains(AnswerToQuestion, Assert.Single(AnnsChat.BotMessages).Text);
    }

    [Fact]
    public async Task Faults_in_a_row_do_no_harm_either_and_lose_no_question()
    {
        AnnsChat.Send(Ann, Question);
        foreach (var (name, _, _) in Faults.Select(f => f.Data))
        {
            Server.Faults.Next("getUpdates", Named(name));
        }

        StartBot(time: new AcceleratedTime());

        await SettleAsync(AnnsChat, 1);

        Assert.Equal(LogLevel.Information, (await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.Reconnected, "8"), Deadline)).Level);
        Assert.Single(AnnsChat.BotMessages);
    }

    [Fact]
    public async Task Faults_in_the_first_calls_do_no_harm()
    {
        foreach (var (name, _, _) in Faults.Select(f => f.Data).Where(f => f.Item1 != "conflict"))
        {
            Server.Faults.Next("getMe", Named(name));
            Server.Faults.Next("deleteWebhook", Named(name));
            Server.Faults.Next("setMyCommands", Named(name));
        }

        AnnsChat.Send(Ann, Question);
        StartBot(time: new AcceleratedTime());

        await SettleAsync(AnnsChat, 1);
        await Server.Calls.WaitForAsync("setMyShortDescription", 4, Deadline);
        Assert.Equal(SampleBase.Answerer.ListCommands("en").Length, Server.Commands().Count);
    }

    [Fact]
    public async Task A_network_that_is_away_at_the_start_is_waited_for()
    {
        var port = FreePort.Take();
        await Server.DisposeAsync();
        var options = BotOptionsFor(port);
        await using var bot = StartBot(options: options);
        Assert.Equal(LogLevel.Warning, (await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.RequestFailed, "getMe", "failure 2"), Deadline)).Level);

        Server = await TelegramServer.StartAsync(Options with { Port = port }, Deadline);

        Assert.Contains(AnswerToQuestion, (await AskAsync(AnnsChat, Question)).Text);
    }

    [Fact]
    public async Task A_network_that_goes_away_in_the_middle_is_waited_for()
    {
        var port = FreePort.Take();
        await Server.DisposeAsync();
        Server = await TelegramServer.StartAsync(Options with { Port = port }, Deadline);
        await using var bot = StartBot(options: BotOptionsFor(port));
        await AskAsync(AnnsChat, Question);
        await Server.WaitForPollAsync(Deadline);

        await Server.DisposeAsync();
        Assert.Equal(LogLevel.Warning, (await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.PollFailed, "failure 2"), Deadline)).Level);
        Server = await TelegramServer.StartAsync(Options with { Port = port, FirstUpdateId = FirstUpdate + 100 }, Deadline);

        Assert.Contains(AnswerToQuestion, (await AskAsync(AnnsChat, Question)).Text);
        Assert.Equal(LogLevel.Information, (await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.Reconnected), Deadline)).Level);
    }

    [Theory]
    [InlineData("getMe")]
    [InlineData("getUpdates")]
    public async Task A_revoked_token_ends_the_adapter_with_a_line_that_says_what_to_do(string method)
    {
        ExpectsErrors = true;
        Server.Faults.Next(method, Fault.Unauthorized(), times: 1000);
        var bot = StartBot();

        await bot.Ended.WaitAsync(Deadline);

        Assert.Equal(
            ["Critical: Telegram does not know this bot's token (401 Unauthorized). Set Telegram:Token (Telegram__Token in the environment) to the token that BotFather gives with /mybots, API Token, and restart."],
            Log.Faults);
    }

    private static TelegramOptions BotOptionsFor(int port) =>
        new() { Token = Token, ApiUrl = $"http://127.0.0.1:{port}" };

    private static Fault Named(string name) => name switch
    {
        "conflict" => Fault.Conflict(),
        "internal error" => Fault.InternalError(),
        "bad gateway" => Fault.BadGateway(),
        "too many requests" => Fault.TooManyRequests(1),
        "cut" => Fault.Cut(),
        "cut in answer" => Fault.CutInAnswer(),
        "truncated" => Fault.TruncatedJson(),
        _ => Fault.Garbage(),
    };
}
