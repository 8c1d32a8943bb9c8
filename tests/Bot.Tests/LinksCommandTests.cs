using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Answers.Model;
using Bot.Cli;
using Bot.Configuration;
using Bot.Facts.Authoring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests;

public sealed class LinksCommandTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _requests = [];
    private WebApplication? _server;

    private string Url => _server!.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(context =>
        {
            _requests.Enqueue($"{context.Request.Method} {context.Request.Path} {context.Request.Headers.UserAgent}");
            context.Response.StatusCode = (context.Request.Method, context.Request.Path.Value) switch
            {
                ("HEAD", "/no-head") => 405,
                (_, "/moved") => 301,
                (_, "/gone") => 410,
                _ => 200,
            };
            context.Response.Headers.Location = context.Response.StatusCode == 301 ? "/there" : default;
            return Task.CompletedTask;
        });
        await _server.StartAsync();
    }

    public async ValueTask DisposeAsync() => await _server!.DisposeAsync();

    [Fact]
    public async Task Addresses_are_listed_with_what_needs_them_and_nobody_is_asked()
    {
        var listed = await new ProgramFolder().RunAsync("facts", "links");
        var json = await new ProgramFolder().RunAsync("facts", "links", "--json");

        Assert.Equal((0, ""), (listed.ExitCode, listed.Error));
        var at = Array.IndexOf(listed.Lines, "https://www.politico.eu/article/kremlin-vladimir-putin-donald-trump-talks-meeting-february/");
        Assert.StartsWith("  politico-riyadh-talks: ", listed.Lines[at + 1], StringComparison.Ordinal);
        Assert.Contains("riyadh-talks-duration (reports)", listed.Lines[at + 1], StringComparison.Ordinal);
        var line = json.Json.Single(l => l.GetProperty("address").GetString() == listed.Lines[at]);
        Assert.Contains("""{"fact":"riyadh-talks-duration","role":"reports"}""", line.GetProperty("sources")[0].GetProperty("facts").ToString(), StringComparison.Ordinal);
        Assert.False(line.TryGetProperty("isReached", out _));
    }

    [Fact]
    public async Task Probing_asks_each_address_and_lists_the_facts_of_those_that_fail()
    {
        var (code, output, error) = await ProbeAsync(json: false, "/there", "/no-head", "/moved", "/gone");

        Assert.Equal(1, code);
        Assert.Equal(
            $"""
            ok 200 {Url}/there
            ok 200 {Url}/no-head
            ok 200 {Url}/moved → {Url}/there
            FAILED 410 {Url}/gone
              source: a-fact (quotes), bell (office)

            """,
            output);
        Assert.Equal("4 of 4 addresses were asked, 3 were reached. Nothing was recorded.\n", error);
        var agent = $"{ProgramName.Text}/1.1.0";
        Assert.Equal(
            ["HEAD /there", "HEAD /no-head", "GET /no-head", "HEAD /moved", "HEAD /there", "HEAD /gone", "GET /gone"],
            _requests.Select(r => r[..^(agent.Length + 1)]));
        Assert.All(_requests, r => Assert.EndsWith(" " + agent, r, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_has_a_line_for_each_answer()
    {
        var (code, output, _) = await ProbeAsync(json: true, "/there");

        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal(
            "{\"address\":\"" + Url + "/there\",\"sources\":[{\"id\":\"source\",\"facts\":[{\"fact\":\"a-fact\",\"role\":\"quotes\"}],\"offices\":[\"bell\"],\"copyOf\":[]}],\"isReached\":true,\"status\":200}\n",
            output);
    }

    [Fact]
    public async Task A_stopped_probe_says_so()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var (code, output, error) = await ProbeAsync(json: false, stop.Token, "/there");

        Assert.Equal((1, "", "Stopped before all addresses were asked.\n0 of 1 addresses were asked, 0 were reached. Nothing was recorded.\n"), (code, output, error));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Continuous_integration_is_where_CI_is_set(string? variable, bool isSet) => Assert.Equal(isSet, LinksCommand.IsSet(variable));

    private Task<(int Code, string Output, string Error)> ProbeAsync(bool json, params string[] paths) => ProbeAsync(json, TestContext.Current.CancellationToken, paths);

    private async Task<(int Code, string Output, string Error)> ProbeAsync(bool json, CancellationToken cancellation, params string[] paths)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var client = LinksCommand.Client();
        var links = paths.Select(p => new SourceLink(Url + p, "source", [new LinkUse("a-fact", "quotes")], ["bell"], [])).ToImmutableArray();
        var code = await LinksCommand.ProbeAsync(new LinkProber(client, new SkippingClock(LinkProber.Interval)), links, json, output, error, cancellation);
        return (code, output.ToString(), error.ToString());
    }
}
