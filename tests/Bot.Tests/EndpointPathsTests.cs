using System.Net;
using System.Net.Sockets;
using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Configuration;
using Bot.Discord;
using Bot.Hosting;
using Bot.Monitoring;
using Bot.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests;

public sealed class EndpointPathsTests : IDisposable
{
    private readonly HttpClient _http = new();

    public void Dispose() => _http.Dispose();

    // A webhook refuses what has no secret, so who refuses was found.
    [Theory]
    [InlineData("https://h/telegram", "/telegram")]
    [InlineData("https://h/telegram", "/telegram/")]
    [InlineData("https://h/\u0431\u043e\u0442", "/%D0%B1%D0%BE%D1%82")]
    [InlineData("https://h/%D0%B1%D0%BE%D1%82", "/%D0%B1%D0%BE%D1%82")]
    [InlineData("https://h/my%20hook", "/my%20hook")]
    [InlineData("https://h/my hook", "/my%20hook")]
    [InlineData("https://h/{x}", "/%7Bx%7D")]
    [InlineData("https://h/{x}", "/{x}")]
    [InlineData("https://h/a%25b", "/a%25b")]
    [InlineData("https://h/a/{**b}", "/a/%7B**b%7D")]
    [InlineData("https://h", "/")]
    public async Task A_webhook_is_taken_at_the_path_that_Telegram_is_given(string url, string asked)
    {
        await using var web = await StartAsync(new() { ["Telegram:Webhook:Url"] = url });

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(web, asked));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(web, asked.TrimEnd('/') + "/x"));
    }

    [Theory]
    [InlineData("", "/interactions")]
    [InlineData("/my%20hook", "/my%20hook")]
    [InlineData("/%D0%B1%D0%BE%D1%82", "/%D0%B1%D0%BE%D1%82")]
    [InlineData("/a%25b", "/a%25b")]
    [InlineData("/%7Bx%7D", "/{x}")]
    public async Task Interactions_are_taken_at_the_path_that_is_set(string path, string asked)
    {
        await using var web = await StartAsync(new() { ["Discord:Mode"] = "Http", ["Discord:Path"] = path });

        // The endpoint is there, but its adapter does not run.
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(web, asked));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(web, asked + "x"));
        using var got = await _http.GetAsync(new Uri(Address(web) + asked), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, got.StatusCode);
    }

    [Theory]
    [InlineData("https://h/bot", "/bot", "Telegram:Webhook:Url and Discord:Path have the same path, '/bot'; give one of them another")]
    [InlineData("https://h/my%20hook/", "/My%20hook", "Telegram:Webhook:Url and Discord:Path have the same path, '/my%20hook/'; give one of them another")]
    [InlineData("https://h/metrics", "/bot", "Telegram:Webhook:Url has the path '/metrics', where the bot serves its health and metrics; set another")]
    [InlineData("https://h/bot", "/health/ready", "Discord:Path has the path '/health/ready', where the bot serves its health and metrics; set another")]
    public void A_path_has_one_purpose(string url, string path, string problem)
    {
        var problems = new List<string>();
        BotOptions.Read(Configuration(new() { ["Telegram:Webhook:Url"] = url, ["Discord:Mode"] = "Http", ["Discord:Path"] = path }), problems, []);

        Assert.Equal([problem], problems);
    }

    [Fact]
    public async Task No_variable_but_the_two_moves_where_the_server_listens()
    {
        var others = new[] { "URLS", "HTTP_PORTS", "HTTPS_PORTS", "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS", "PREFERHOSTINGURLS" };
        await using var web = await StartAsync(others.ToDictionary(name => name, string? (_) => "1"));

        Assert.StartsWith("http://127.0.0.1:", Addresses(web).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Unix_socket_that_a_killed_process_left_is_taken_over_and_a_file_is_not()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The path is Unix's.");
        var folder = Directory.CreateTempSubdirectory("bot-tests-");
        var (stale, file) = (Path.Combine(folder.FullName, "bot.sock"), Path.Combine(folder.FullName, "file"));
        using (var left = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            // Closing would remove it where it was bound, which a kill does not.
            left.Bind(new UnixDomainSocketEndPoint(stale + ".bound"));
            File.Move(stale + ".bound", stale);
        }

        await File.WriteAllTextAsync(file, "kept", TestContext.Current.CancellationToken);

        await using (var web = await StartAsync(new() { ["Http:Urls"] = "http://unix:" + stale }))
        {
            Assert.Equal("http://unix:" + stale, Address(web));
        }

        await Assert.ThrowsAsync<IOException>(() => StartAsync(new() { ["Http:Urls"] = "http://unix:" + file }));
        Assert.Equal("kept", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        folder.Delete(recursive: true);
    }

    private static async Task<WebApplication> StartAsync(Dictionary<string, string?> settings)
    {
        settings.TryAdd("Http:Urls", "http://127.0.0.1:0");
        var configuration = Configuration(settings);
        var problems = new List<string>();
        var options = BotOptions.Read(configuration, problems, []);
        Assert.DoesNotContain(problems, p => !p.Contains("is not known", StringComparison.Ordinal));
        var builder = BotHost.WebHost(configuration, ListenAddresses.Resolve(options.Http, configuration));
        builder.Services.AddSingleton(_ => new TelegramAdapter(options.Telegram, Shared("telegram")));
        builder.Services.AddSingleton(_ => new DiscordAdapter(options.Discord, Shared("discord")));
        var web = builder.Build();
        PlatformEndpoints.Map(web, options);
        await web.StartAsync(TestContext.Current.CancellationToken);
        return web;
    }

    private static ConfigurationManager Configuration(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationManager();
        settings["Telegram:Token"] = "4242:a";
        settings["Discord:Token"] = "a.b.c";
        configuration.AddInMemoryCollection(settings);
        return configuration;
    }

    private static AdapterServices Shared(string platform) =>
        new(SampleBase.Answerer, AdapterTelemetry.None(platform, TimeProvider.System), TimeProvider.System, Random.Shared);

    private static ICollection<string> Addresses(WebApplication web) => web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;

    private static string Address(WebApplication web) => Addresses(web).Single();

    private async Task<HttpStatusCode> PostAsync(WebApplication web, string path)
    {
        using var answer = await _http.PostAsync(new Uri(Address(web) + path), new StringContent("{}"), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
