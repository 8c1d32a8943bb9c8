using System.Net;
using System.Net.Sockets;
using System.Text;
using Bot.Verbs;

namespace Bot.Tests;

public sealed class HealthVerbTests : IDisposable
{
    private readonly Workplace _work = new();
    private readonly TcpListener _bot = new(IPAddress.Loopback, 0);

    public HealthVerbTests()
    {
        _bot.Start();
        _work.Variables["Http__Urls"] = Url;
    }

    private string Url => $"http://127.0.0.1:{((IPEndPoint)_bot.LocalEndpoint).Port}";

    public void Dispose()
    {
        _work.Dispose();
        _bot.Dispose();
    }

    [Theory]
    [InlineData("200 OK", """{"status":"well"}""", 0)]
    [InlineData("503 Service Unavailable", """{"status":"ill"}""", 1)]
    [InlineData("404 Not Found", "", 1)]
    public async Task The_exit_code_says_whether_the_bot_is_ready(string status, string body, int exitCode)
    {
        var asked = AnswerAsync(status, body);

        var ended = await _work.RunAsync("health");

        Assert.Equal("GET /health/ready HTTP/1.1", await asked);
        Assert.Equal((exitCode, body + "\n", ""), (ended.ExitCode, ended.Output, ended.Error));
    }

    [Fact]
    public async Task A_bot_that_is_not_there_is_not_ready()
    {
        _bot.Stop();
        _work.Variables["Http__Urls"] = "http://127.0.0.1:1";

        var ended = await _work.RunAsync("health");

        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith("http://127.0.0.1:1/health/ready does not answer: ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_is_told_to_be_silent_cannot_be_asked()
    {
        _work.Variables["Http__Urls"] = "none";

        var ended = await _work.RunAsync("health");

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Equal("Http:Urls is 'none': the bot does not tell how it is. Set it to an address such as http://127.0.0.1:8090, or leave it out.", ended.Error);
    }

    [Theory]
    [InlineData(null, "http://127.0.0.1:8090/health/ready")]
    [InlineData("", "http://127.0.0.1:8090/health/ready")]
    [InlineData("http://*:80", "http://127.0.0.1/health/ready")]
    [InlineData("http://+:8080", "http://127.0.0.1:8080/health/ready")]
    [InlineData("http://0.0.0.0:8080", "http://127.0.0.1:8080/health/ready")]
    [InlineData("http://[::]:8080", "http://[::1]:8080/health/ready")]
    [InlineData(" http://10.0.0.7:1/ ; http://127.0.0.1:2", "http://10.0.0.7:1/health/ready")]
    [InlineData("None", null)]
    [InlineData(";", null)]
    [InlineData("8080", null)]
    [InlineData("ftp://127.0.0.1", null)]
    public void The_first_address_is_asked(string? urls, string? asked)
    {
        Assert.Equal(asked, HealthVerb.Address(urls)?.AbsoluteUri);
    }

    // Takes one request, and gives its first line.
    private async Task<string?> AnswerAsync(string status, string body)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        using var client = await _bot.AcceptTcpClientAsync(patience.Token);
        using var reader = new StreamReader(client.GetStream());
        var first = await reader.ReadLineAsync(patience.Token);
        while (await reader.ReadLineAsync(patience.Token) is { Length: > 0 })
        {
        }

        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"), patience.Token);
        return first;
    }
}
