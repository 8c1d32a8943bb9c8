using Bot.Loopback.Telegram;
using Bot.Telegram.Configuration;
using Bot.Telegram.Logging;

namespace Bot.EndToEnd.Tests.Telegram;

/// <summary>The log names the cause of a failure. That no line has the token is asserted when each test ends.</summary>
public sealed class CauseTests : TelegramTest
{
    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_named()
    {
        await using var untrusted = new UntrustedServer();
        await using var bot = StartBot(options: new TelegramOptions { Token = Token, ApiUrl = $"https://127.0.0.1:{untrusted.Port}" });

        var line = await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.RequestFailed, "getMe", "The remote certificate is invalid"), Deadline);

        Assert.DoesNotContain("inner exception", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_without_TLS_is_named()
    {
        await using var bot = StartBot(options: new TelegramOptions { Token = Token, ApiUrl = Server.Url.Replace("http://", "https://", StringComparison.Ordinal) });

        await Log.WaitForAsync(LoggedEvent.OfTelegram(TelegramEvents.RequestFailed, "getMe", "The SSL connection could not be established. Cannot determine the frame size or a corrupted frame was received."), Deadline);
    }

    [Theory]
    [InlineData("getMe", TelegramEvents.RequestFailed, 502)]
    [InlineData("getMe", TelegramEvents.RequestFailed, 407)]
    [InlineData("getUpdates", TelegramEvents.PollFailed, 502)]
    [InlineData("getUpdates", TelegramEvents.PollFailed, 407)]
    public async Task A_page_of_a_server_before_Telegram_is_named_by_its_status(string method, int id, int status)
    {
        Server.Faults.Next(method, Fault.Page(status));
        StartBot();

        await Log.WaitForAsync(LoggedEvent.OfTelegram(id, $"({status}"), Deadline);
    }
}
