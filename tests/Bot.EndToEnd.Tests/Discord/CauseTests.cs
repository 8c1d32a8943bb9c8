using Bot.Discord.Configuration;
using Bot.Discord.Logging;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>The log names the cause of a failure. That no line has the token is asserted when each test ends.</summary>
public sealed class CauseTests : DiscordTest
{
    [Fact]
    public async Task A_certificate_of_the_API_that_is_not_trusted_is_named()
    {
        await using var untrusted = new UntrustedServer();
        StartBot(options: new DiscordOptions { Token = Token, ApiUrl = $"https://127.0.0.1:{untrusted.Port}/api/v10" });

        var line = await Log.WaitForAsync(Kind.Logged(DiscordEvents.RequestFailed, "GET gateway/bot", "The remote certificate is invalid"), Deadline);

        Assert.DoesNotContain("inner exception", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_of_the_gateway_that_is_not_trusted_is_named()
    {
        await using var untrusted = new UntrustedServer();
        StartBot(options: new DiscordOptions { Token = Token, ApiUrl = Server.ApiUrl, GatewayUrl = $"wss://127.0.0.1:{untrusted.Port}" });

        var line = await Log.WaitForAsync(Kind.Logged(DiscordEvents.ConnectionLost, "Shard 0", "The remote certificate is invalid"), Deadline);

        Assert.DoesNotContain("inner exception", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_without_TLS_is_named()
    {
        StartBot(options: new DiscordOptions { Token = Token, ApiUrl = Server.ApiUrl.Replace("http://", "https://", StringComparison.Ordinal) });

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.RequestFailed, "GET gateway/bot", "The SSL connection could not be established. Cannot determine the frame size or a corrupted frame was received."), Deadline);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(407)]
    public async Task A_page_of_a_server_before_Discord_is_named_by_its_status(int status)
    {
        Server.Faults.Next("GET gateway/bot", Fault.Page(status));
        StartBot();

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.RequestFailed, "GET gateway/bot", $"{status}"), Deadline);
    }

    [Fact]
    public async Task A_compressed_stream_that_is_broken_is_called_so()
    {
        await StartReadyBotAsync();

        Server.Gateway.SendFrame([0xff, 0xff, 0x00, 0x00, 0xff, 0xff]);

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.ConnectionLost, "Shard 0", "The compressed stream of the gateway is broken."), Deadline);
        await ResumedAsync();
    }
}
