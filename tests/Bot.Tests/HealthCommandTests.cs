using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Bot.Cli;
using Bot.Hosting;
using Bot.Monitoring;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests;

[Trait("Program", "Published")]
public sealed class HealthCommandTests : IDisposable
{
    private readonly ProgramFolder _work = new();
    private readonly TcpListener _bot = new(IPAddress.Loopback, 0);

    public HealthCommandTests()
    {
        _bot.Start();
        _work.Variables["Http__Urls"] = Url;
    }

    private int Port => ((IPEndPoint)_bot.LocalEndpoint).Port;

    private string Url => $"http://127.0.0.1:{Port}";

    public void Dispose()
    {
        _work.Dispose();
        _bot.Dispose();
    }

    [Theory]
    [InlineData("200 OK", """{"status":"healthy"}""", 0)]
    [InlineData("503 Service Unavailable", """{"status":"unhealthy"}""", 1)]
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
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:{0}")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "{0}")]
    public async Task A_bot_that_is_told_where_to_listen_by_the_environment_alone_is_asked_there(string name, string value)
    {
        _work.Variables.Remove("Http__Urls");
        _work.Variables[name] = string.Format(CultureInfo.InvariantCulture, value, Port);
        var asked = AnswerAsync("200 OK", """{"status":"healthy"}""");

        var ended = await _work.RunAsync("health");

        Assert.Equal("GET /health/ready HTTP/1.1", await asked);
        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
    }

    [Theory]
    [InlineData("", "http://127.0.0.1:8090", "http://127.0.0.1:8090/health/ready")]
    [InlineData("Http:Urls=http://10.0.0.7:1/ ; http://127.0.0.1:2", "http://10.0.0.7:1/;http://127.0.0.1:2", "http://10.0.0.7:1/health/ready")]
    [InlineData("Http:Urls=none", "http://127.0.0.1:8090", null)]
    [InlineData("Http:Urls=;", "http://127.0.0.1:8090", "http://127.0.0.1:8090/health/ready")]
    [InlineData("ASPNETCORE_URLS=http://*:8081;http://127.0.0.1:2", "http://*:8081;http://127.0.0.1:2", "http://127.0.0.1:8081/health/ready")]
    [InlineData("ASPNETCORE_HTTP_PORTS=8082;8083", "http://*:8082;http://*:8083", "http://127.0.0.1:8082/health/ready")]
    [InlineData("ASPNETCORE_HTTP_PORTS=8082|ASPNETCORE_URLS=http://127.0.0.1:8081", "http://127.0.0.1:8081", "http://127.0.0.1:8081/health/ready")]
    [InlineData("ASPNETCORE_HTTP_PORTS=8082|ASPNETCORE_URLS=http://*:8081|Http:Urls=http://127.0.0.1:1", "http://127.0.0.1:1", "http://127.0.0.1:1/health/ready")]
    [InlineData("ASPNETCORE_URLS=http://127.0.0.1:8081|Http:Urls=none", "http://127.0.0.1:8081", null)]
    public void The_bot_is_asked_where_its_server_listens(string settings, string listens, string? asked)
    {
        var configuration = new ConfigurationManager();
        foreach (var setting in settings.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            configuration[setting[..setting.IndexOf('=')]] = setting[(setting.IndexOf('=') + 1)..];
        }

        var options = HttpOptions.Read(configuration);

        Assert.Equal(listens, BotHost.WebHost(configuration, options).WebHost.GetSetting("urls"));
        Assert.Equal(asked, HealthCommand.Address(options, configuration)?.AbsoluteUri);
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
    [InlineData("8080", null)]
    [InlineData("ftp://127.0.0.1", null)]
    public void The_first_address_is_asked(string? urls, string? asked)
    {
        var configuration = new ConfigurationManager { ["Http:Urls"] = urls };

        Assert.Equal(asked, HealthCommand.Address(HttpOptions.Read(configuration), configuration)?.AbsoluteUri);
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
