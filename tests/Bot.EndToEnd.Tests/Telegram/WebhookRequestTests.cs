using System.Net;
using System.Net.Sockets;
using System.Text;
using Bot.Loopback.Telegram;
using Bot.Telegram.Logging;

namespace Bot.EndToEnd.Tests.Telegram;

/// <summary>What arrives at the webhook's address over HTTP, and how the process itself speaks to a Bot API server beside it.</summary>
[Trait("Program", "Published")]
public sealed class WebhookRequestTests : TelegramTest
{
    private const string Secret = "of-my-own_1";

    private readonly int _port = FreePort.Take();

    private protected override TelegramServerOptions Options => new() { Token = Token, IsLocal = true };

    [Fact]
    public async Task Unauthenticated_and_broken_requests_are_rejected_without_a_stack_trace()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        await using var bot = BotProgram.Start(Folder, Log, new Dictionary<string, string>
        {
            ["Telegram__Token"] = Token,
            ["Telegram__ApiUrl"] = Server.Url,
            ["Telegram__Webhook__Url"] = $"http://127.0.0.1:{_port}/telegram",
            ["Telegram__Webhook__SecretToken"] = Secret,
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{_port}",
            ["HTTP_PROXY"] = $"http://{proxy.LocalEndpoint}",
            ["NO_PROXY"] = "",
            ["ALL_PROXY"] = $"http://{proxy.LocalEndpoint}",
        });
        await AskAsync(AnnsChat, Question);

        for (var i = 0; i < 500; i++)
        {
            Assert.Equal("401", await SendAsync("guess", "Content-Length: 2\r\n\r\n{}"));
        }

        Assert.Equal("401", await SendAsync("guess", "Content-Length: 40000000\r\n\r\n"));
        Assert.Equal("413", await SendAsync(Secret, "Content-Length: 40000000\r\n\r\n"));
        Assert.Equal("400", await SendAsync(Secret, "Transfer-Encoding: chunked\r\n\r\nzz\r\n"));
        Assert.Equal("400", await SendAsync(Secret, "Content-Length: 2\r\n\r\n[]"));
        await GoAwayAsync("Content-Length: 100\r\n\r\n{\"update_id\":7");
        await AskAsync(AnnsChat, "/about");
        Assert.Equal(0, await bot.TerminateAsync(Deadline));

        Assert.InRange(Log.Of(LoggedEvent.OfTelegram(TelegramEvents.WebhookUnauthorized)).Count, 1, 2);
        Assert.InRange(Log.Of(LoggedEvent.OfTelegram(TelegramEvents.WebhookRequestRejected)).Count, 1, 2);
        Assert.DoesNotContain(Log.Lines, line => line.Contains("   at ", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal) || line.Contains("update_id", StringComparison.Ordinal));
        Assert.False(proxy.Pending(), "A server on this machine was asked through the proxy.");
    }

    private async Task<string> SendAsync(string secret, string rest)
    {
        using var client = await ConnectAsync(secret, rest);
        using var reader = new StreamReader(client.GetStream());
        return (await reader.ReadLineAsync(Deadline))!.Split(' ')[1];
    }

    private async Task GoAwayAsync(string rest)
    {
        using var client = await ConnectAsync(Secret, rest);
        client.LingerState = new LingerOption(true, 0);
    }

    private async Task<TcpClient> ConnectAsync(string secret, string rest)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _port, Deadline);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /telegram HTTP/1.1\r\nHost: h\r\nX-Telegram-Bot-Api-Secret-Token: {secret}\r\n{rest}"), Deadline);
        return client;
    }
}
