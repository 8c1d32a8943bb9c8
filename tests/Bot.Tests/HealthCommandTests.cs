using System.Net;
using System.Net.Sockets;
using System.Text;
using Bot.Cli;
using Bot.Configuration;
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

    [Fact]
    public async Task The_exit_code_says_whether_the_bot_is_ready()
    {
        var asked = AnswerAsync("200 OK", Report("healthy"));

        var ended = await _work.RunAsync("health");

        Assert.Equal("GET /health/ready HTTP/1.1", await asked);
        Assert.Equal((0, Report("healthy") + "\n", ""), (ended.ExitCode, ended.Output, ended.Error));
    }

    [Theory]
    [InlineData("200 OK", "healthy", true)]
    [InlineData("200 OK", "degraded", true)]
    [InlineData("503 Service Unavailable", "unhealthy", false)]
    [InlineData("503 Service Unavailable", "healthy", false)]
    public async Task Only_a_bot_that_says_so_with_status_200_is_ready(string status, string word, bool isReady)
    {
        var asked = AnswerAsync(status, Report(word));

        Assert.Equal((isReady, Report(word), null), await AskAsync(Url));

        await asked;
    }

    [Theory]
    [InlineData("200 OK", "well", 0, "'well', which is called 'healthy' now")]
    [InlineData("503 Service Unavailable", "ill", 1, "'ill', which is called 'unhealthy' now")]
    [InlineData("503 Service Unavailable", "well", 1, "'well', which is called 'healthy' now")]
    public async Task The_words_of_the_release_before_are_understood_with_a_warning_that_names_the_new_ones(string status, string word, int code, string renamed)
    {
        var report = Report(word).Replace("components", "parts", StringComparison.Ordinal);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var asked = AnswerAsync(status, report);

        var ended = await HealthCommand.RunAsync(HealthProbe.For(Url)!, output, error, TestContext.Current.CancellationToken);

        await asked;
        Assert.Equal((code, report + "\n"), (ended, output.ToString()));
        Assert.Equal(
            $"""
            the running bot is an earlier version: its health says {renamed}; restart it with this version
            the running bot is an earlier version: its health says 'parts', which is called 'components' now; restart it with this version

            """,
            error.ToString());
    }

    [Theory]
    [InlineData("200 OK", "", 200)]
    [InlineData("200 OK", """{"status":"\ud800","components":[{"name":"facts"}]}""", 200)]
    [InlineData("200 OK", """{"status":"healthy","components":["facts",{"name":1},{}]}""", 200)]
    [InlineData("200 OK", "Healthy", 200)]
    [InlineData("200 OK", """{"status":"healthy"}""", 200)]
    [InlineData("200 OK", """{"status":"healthy","components":[{"name":"database"}]}""", 200)]
    [InlineData("200 OK", """["healthy"]""", 200)]
    [InlineData("200 OK", "null", 200)]
    [InlineData("404 Not Found", "", 404)]
    public async Task Another_program_that_answers_is_not_the_bot(string status, string body, int code)
    {
        var asked = AnswerAsync(status, body);

        Assert.Equal((false, null, $"{Url}/health/ready answers with {code}, but not like this bot; another program listens there."), await AskAsync(Url));

        await asked;
    }

    [Fact]
    public async Task An_answer_that_is_cut_is_none()
    {
        var asked = AnswerAsync("200 OK", Report("healthy"), missing: 5);

        var (isReady, report, error) = await AskAsync(Url);

        await asked;
        Assert.Equal((false, null), (isReady, report));
        Assert.StartsWith(Url + "/health/ready does not answer: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_is_not_there_is_not_ready()
    {
        var (isReady, report, error) = await AskAsync("http://127.0.0.1:1");

        Assert.Equal((false, null), (isReady, report));
        Assert.StartsWith("http://127.0.0.1:1/health/ready does not answer: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_on_a_Unix_socket_is_asked_there()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The path is Unix's.");
        var path = Path.Combine(_work.Folder, "bot.sock");
        using var bot = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        bot.Bind(new UnixDomainSocketEndPoint(path));
        bot.Listen();
        var asked = AnswerAsync(bot, "200 OK", Report("healthy"));

        Assert.Equal((true, Report("healthy"), null), await AskAsync($"http://unix:{path}"));

        Assert.Equal("GET /health/ready HTTP/1.1", await asked);
    }

    [Theory]
    [InlineData("", "http://127.0.0.1:8090", "http://127.0.0.1:8090/health/ready")]
    [InlineData("Http:Urls=http://10.0.0.7:1/ ; http://127.0.0.1:2", "http://10.0.0.7:1/;http://127.0.0.1:2", "http://10.0.0.7:1/health/ready")]
    [InlineData("Http:Urls=;", "http://127.0.0.1:8090", "http://127.0.0.1:8090/health/ready")]
    [InlineData("ASPNETCORE_URLS=http://127.0.0.1:9000", "http://127.0.0.1:9000", "http://127.0.0.1:9000/health/ready")]
    [InlineData("ASPNETCORE_URLS=http://*:8081;http://127.0.0.1:2", "http://*:8081;http://127.0.0.1:2", "http://127.0.0.1:8081/health/ready")]
    [InlineData("ASPNETCORE_HTTP_PORTS=8082;8083", "http://127.0.0.1:8090", "http://127.0.0.1:8090/health/ready")]
    [InlineData("ASPNETCORE_HTTPS_PORTS=8082", "http://127.0.0.1:8090", "http://127.0.0.1:8090/health/ready")]
    [InlineData("HTTP_PORTS=8082", "http://127.0.0.1:8090", "http://127.0.0.1:8090/health/ready")]
    [InlineData("HTTPS_PORTS=8082", "http://127.0.0.1:8090", "http://127.0.0.1:8090/health/ready")]
    [InlineData("URLS=http://*:8082", "http://127.0.0.1:8090", "http://127.0.0.1:8090/health/ready")]
    [InlineData("ASPNETCORE_HTTP_PORTS=8082|ASPNETCORE_URLS=http://127.0.0.1:8081", "http://127.0.0.1:8081", "http://127.0.0.1:8081/health/ready")]
    [InlineData("ASPNETCORE_HTTP_PORTS=8082|ASPNETCORE_URLS=http://*:8081|Http:Urls=http://127.0.0.1:1", "http://127.0.0.1:1", "http://127.0.0.1:1/health/ready")]
    public void The_bot_is_asked_where_its_server_listens(string settings, string listens, string asked)
    {
        var configuration = Configuration(settings);

        Assert.Equal(listens, BotHost.WebHost(configuration, ListenAddresses.Resolve(BotOptions.Bind(configuration).Http, configuration)).WebHost.GetSetting("urls"));
        Assert.Equal(asked, HealthCommand.Probe(configuration).Probe?.Address.AbsoluteUri);
    }

    [Theory]
    [InlineData("http://*:80", "http://127.0.0.1/health/ready", null)]
    [InlineData("http://+:8080", "http://127.0.0.1:8080/health/ready", null)]
    [InlineData("http://0.0.0.0:8080", "http://127.0.0.1:8080/health/ready", null)]
    [InlineData("http://[::]:8080", "http://[::1]:8080/health/ready", null)]
    [InlineData("http://[::1]:8080", "http://[::1]:8080/health/ready", null)]
    [InlineData("http://localhost:8080", "http://localhost:8080/health/ready", null)]
    [InlineData("http://bot.example.org:8080", "http://127.0.0.1:8080/health/ready", null)]
    [InlineData("http://127.0.0.1:0;http://127.0.0.1:2", "http://127.0.0.1:2/health/ready", null)]
    [InlineData("http://unix:/run/bot.sock", "http://localhost/health/ready", "/run/bot.sock")]
    public void Of_each_form_of_an_address_the_bot_is_asked_on_this_machine(string urls, string asked, string? socket)
    {
        var probe = HealthCommand.Probe(Configuration("Http:Urls=" + urls)).Probe;

        Assert.Equal((asked, socket), (probe?.Address.AbsoluteUri, probe?.Socket));
    }

    [Theory]
    [InlineData("Http:Urls=None", "Http:Urls is 'None': the bot does not serve its health. Set it to an address such as http://127.0.0.1:8090, or leave it out.")]
    [InlineData("Http:Urls=none|ASPNETCORE_URLS=http://127.0.0.1:8081", "Http:Urls is 'none': the bot does not serve its health. Set it to an address such as http://127.0.0.1:8090, or leave it out.")]
    [InlineData(
        "Http:Urls=none|ASPNETCORE_URLS=http://127.0.0.1:8081|Telegram:Token=1:a|Telegram:Webhook:Url=https://h/t",
        "Http:Urls is 'none': the bot accepts webhooks and interactions at http://127.0.0.1:8081, but does not serve its health. Set it to an address such as http://127.0.0.1:8090, or leave it out.")]
    [InlineData("Http:Urls=8080", "Http:Urls has '8080'; set it to addresses such as http://127.0.0.1:8090 separated by ; (a proxy does TLS), to none, or leave it out")]
    [InlineData("ASPNETCORE_URLS=https://*:443", "ASPNETCORE_URLS has 'https://*:443'; set it to addresses such as http://127.0.0.1:8090 separated by ; (a proxy does TLS), or leave it out")]
    [InlineData("Http:Urls=http://127.0.0.1:0", "Http:Urls is 'http://127.0.0.1:0': port 0 means a new port at each start, so the bot cannot be found. Set a port, such as http://127.0.0.1:8090.")]
    public void A_bot_that_cannot_be_asked_is_named_with_the_setting(string settings, string problem)
    {
        Assert.Equal((null, problem), HealthCommand.Probe(Configuration(settings)));
    }

    private static ConfigurationManager Configuration(string settings)
    {
        var configuration = new ConfigurationManager();
        foreach (var setting in settings.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            configuration[setting[..setting.IndexOf('=')]] = setting[(setting.IndexOf('=') + 1)..];
        }

        return configuration;
    }

    private static string Report(string status) => $$"""{"status":"{{status}}","components":[{"name":"facts","status":"{{status}}","since":"2026-11-24T03:00:11Z","detail":null}]}""";

    private static async Task<(bool IsReady, string? Report, string? Message)> AskAsync(string address)
    {
        var (isReady, report, messages) = await HealthProbe.For(address)!.AskAsync(TestContext.Current.CancellationToken);
        return (isReady, report, messages.Count == 0 ? null : string.Join('\n', messages));
    }

    private Task<string?> AnswerAsync(string status, string body, int missing = 0) => AnswerAsync(_bot.Server, status, body, missing);

    // Takes one request, and gives its first line; of the body the last bytes may be missing.
    private static async Task<string?> AnswerAsync(Socket bot, string status, string body, int missing = 0)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        await using var client = new NetworkStream(await bot.AcceptAsync(deadline.Token), ownsSocket: true);
        using var reader = new StreamReader(client);
        var first = await reader.ReadLineAsync(deadline.Token);
        while (await reader.ReadLineAsync(deadline.Token) is { Length: > 0 })
        {
        }

        await client.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body[..^missing]}"), deadline.Token);
        return first;
    }
}
