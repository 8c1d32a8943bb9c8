using System.Net;
using Bot.Adapters.Monitoring;
using Bot.Answers;
using Bot.Facts;
using Bot.Facts.Model;
using Bot.Hosting;
using Bot.Monitoring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests;

public sealed class LivenessTests
{
    private readonly StuckTime _time = new();
    private readonly LivenessSignals _signals;
    private readonly Health _health;

    public LivenessTests()
    {
        _time.SetUtcNow(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        (_signals, _health) = (new LivenessSignals(_time), new Health(_time));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Loops_that_hang_are_named_each_after_its_own_bound_and_a_loop_that_is_stopped_is_not()
    {
        await using var web = await ServeAsync();
        using var worker = Worker(_ => Task.CompletedTask);
        using var timer = new ThreadPoolTimer(_signals, _time);
        await worker.StartAsync(Cancellation);
        await timer.StartAsync(Cancellation);
        await worker.WaitForSearchAsync(Cancellation);
        await _time.WaitForAsync(TimeSpan.FromSeconds(5), Cancellation);
        var poll = _signals.Add("telegram.poll", TimeSpan.FromSeconds(90));
        poll.Beat();
        Assert.Equal((HttpStatusCode.OK, """{"status":"healthy","components":[{"name":"process","status":"healthy","since":"2026-01-02T03:04:05Z","detail":null}]}"""), await GetAsync(web, "/health/live"));

        _time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, """{"status":"unhealthy","components":[{"name":"process","status":"healthy","since":"2026-01-02T03:04:05Z","detail":null},{"name":"threadpool","status":"unhealthy","since":"2026-01-02T03:04:35Z","detail":"The loop is silent."}]}"""),
            await GetAsync(web, "/health/live"));
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(["facts.watch", "threadpool", "telegram.poll"], _signals.Silent.Select(s => s.Name));

        await timer.StopAsync(Cancellation);
        await worker.StopAsync(Cancellation);
        poll.Beat();
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(web, "/health/live")).Status);
    }

    [Fact]
    public async Task A_component_that_is_unhealthy_makes_the_bot_unready_and_leaves_it_live()
    {
        await using var web = await ServeAsync();
        var part = _health.Add("discord");

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, """{"status":"unhealthy","components":[{"name":"discord","status":"unhealthy","since":"2026-01-02T03:04:05Z","detail":"Not started."}]}"""),
            await GetAsync(web, "/health/ready"));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(web, "/health/live")).Status);
        part.SetHealthy("by HTTP");
        part.SetDegraded("Once it failed.");

        Assert.Equal(
            (HttpStatusCode.OK, """{"status":"degraded","components":[{"name":"discord","status":"degraded","since":"2026-01-02T03:04:05Z","detail":"Once it failed."}]}"""),
            await GetAsync(web, "/health/ready"));
    }

    [Fact]
    public async Task The_facts_are_healthy_and_questions_are_taken_once_the_search_is_built()
    {
        var build = new TaskCompletionSource();
        using var worker = Worker(_ => build.Task);
        await worker.StartAsync(Cancellation);
        var waiting = worker.WaitForSearchAsync(Cancellation);

        Assert.Equal((false, "Not started."), (_health.Components[0].State.IsWorking, _health.Components[0].State.Detail));
        Assert.False(waiting.IsCompleted);
        build.SetResult();

        await waiting;
        Assert.True(_health.Components[0].State.IsWorking);
        await worker.StopAsync(Cancellation);
    }

    private FactBaseService Worker(Func<CancellationToken, Task> prepare)
    {
        var facts = FactBaseLoader.Load(Repository.Facts).Base!;
        var served = new ServedBase(_health.Add("facts"), facts, vectorProblem: null);
        return new FactBaseService(new FactBaseWatcher(Repository.Facts, _time), new Answerer(facts), prepare, served, _signals, _time, NullLogger<FactBaseService>.Instance);
    }

    private async Task<WebApplication> ServeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var process = new ComponentHealth("process", _time);
        process.SetHealthy();
        TelemetrySetup.Add(builder.Services, new OpenTelemetryOptions(), builder.Configuration, isScraped: true);
        MonitoringEndpoints.AddChecks(builder.Services, _health, process, _signals, _time);
        var web = builder.Build();
        MonitoringEndpoints.Map(web);
        await web.StartAsync(Cancellation);
        return web;
    }

    private static async Task<(HttpStatusCode Status, string Text)> GetAsync(WebApplication web, string path)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(web.Urls.First() + path), Cancellation);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
