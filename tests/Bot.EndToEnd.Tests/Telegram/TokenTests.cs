using Bot.Loopback.Telegram;
using Bot.Telegram.Logging;

namespace Bot.EndToEnd.Tests.Telegram;

public sealed class TokenTests : TelegramTest
{
    [Fact]
    public async Task The_token_shows_in_no_line_of_the_log_whatever_goes_wrong()
    {
        ExpectsErrors = true;
        var port = FreePort.Take();
        await Server.DisposeAsync();
        await using var bot = BotProgram.Start(Folder, Log, new Dictionary<string, string>
        {
            ["Telegram__Token"] = Token,
            ["Telegram__ApiUrl"] = $"http://127.0.0.1:{port}",
            ["Logging__LogLevel__Microsoft"] = "Trace",
            ["Logging__LogLevel__System"] = "Trace",
        });
        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.RequestFailed, "getMe", "failure 1"), Deadline);
        Server = await TelegramServer.StartAsync(Options with { Port = port }, Deadline);
        Fault[] faults = [Fault.InternalError(), Fault.Cut(), Fault.CutInAnswer(), Fault.Garbage(), Fault.TooManyRequests(0), Fault.TruncatedJson()];
        foreach (var fault in faults)
        {
            Server.Faults.Next("sendMessage", fault, AnnsChat.Id);
        }

        Server.Faults.Next("getUpdates", Fault.Conflict());
        Server.Faults.Next("getUpdates", Fault.Garbage());
        Server.Faults.Next("deleteWebhook", Fault.Cut());
        Server.Faults.Next("getMyCommands", Fault.TruncatedJson());
        Server.Faults.Next("setMyDescription", Fault.Of(400, "Bad Request: something new"));
        Server.SendRaw(Json($$$"""{"message":"{{{TokenSecret}}}"}"""));
        Server.SendRaw(Json("""{"message":{}}"""));
        AnnsChat.Send(Ann, Question);
        await AnnsChat.WaitForBotMessagesAsync(2, Deadline);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);

        await Server.DisposeAsync();
        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.PollFailed, "failure 1", "HttpRequestException"), Deadline);
        Server = await TelegramServer.StartAsync(Options with { Port = port }, Deadline);
        Server.Faults.Next("getUpdates", Fault.Unauthorized(), times: 100);

        Assert.Equal(4, await bot.EndedAsync(Deadline));

        // That it is not there is seen when the test ends.
        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.PollConflict), Deadline);
        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.UpdateSkipped), Deadline);
        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.TokenRejected), Deadline);
    }
}
