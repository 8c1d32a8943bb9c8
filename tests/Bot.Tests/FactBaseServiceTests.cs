using Bot.Adapters.Monitoring;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Facts;
using Bot.Hosting;
using Bot.Logging;
using Bot.Monitoring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests;

public sealed class FactBaseServiceTests : IDisposable
{
    private const string Duration = "lasted about 4.5 hours";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_reload_that_changes_nothing_is_not_logged_as_one()
    {
        var (answerer, log) = (new Answerer(SampleBase.Facts), new EventLog());
        var (served, service) = Create(answerer, log);

        await service.ChangeAsync(Loaded("A comment.", Duration), TestContext.Current.CancellationToken);
        Assert.Empty(log.Ids);
        Assert.Equal(SampleBase.Facts.Version, answerer.Version);

        var changed = Loaded("A comment.", "lasted edited hours");
        await service.ChangeAsync(changed, TestContext.Current.CancellationToken);
        Assert.Equal([HostEvents.FactsReloaded], log.Ids);
        Assert.Equal(changed.Base!.Version, answerer.Version);
        Assert.Equal(changed.Base.Version, served.Now.Version);

        await service.ChangeAsync(Loaded("Another comment.", "lasted edited hours"), TestContext.Current.CancellationToken);
        Assert.Equal([HostEvents.FactsReloaded], log.Ids);
    }

    [Fact]
    public async Task An_invalid_edit_that_is_taken_back_is_logged_and_healthy_again()
    {
        var (answerer, log) = (new Answerer(SampleBase.Facts), new EventLog());
        var (served, service) = Create(answerer, log);

        await service.ChangeAsync(new LoadResult(null, [new(new("base.yaml", 1, 1), "unknown key 'nope'", "remove it")]), TestContext.Current.CancellationToken);
        Assert.Equal(ComponentStatus.Degraded, served.Health.State.Status);

        await service.ChangeAsync(new LoadResult(SampleBase.Facts, []), TestContext.Current.CancellationToken);
        Assert.Equal([HostEvents.FactsRejected, HostEvents.FactsReloaded], log.Ids);
        Assert.Equal(ComponentStatus.Healthy, served.Health.State.Status);
    }

    [Fact]
    public async Task A_classifier_that_cannot_be_saved_is_logged_and_the_changed_facts_are_served()
    {
        var (answerer, log) = (new Answerer(SampleBase.Facts, cache: new FullDisk()), new EventLog());
        var (_, service) = Create(answerer, log);

        var changed = Loaded("A comment.", "lasted edited hours");
        await service.ChangeAsync(changed, TestContext.Current.CancellationToken);

        Assert.Equal([HostEvents.ClassifierNotSaved, HostEvents.FactsReloaded], log.Ids);
        Assert.Equal(changed.Base!.Version, answerer.Version);
    }

    [Fact]
    public async Task A_failure_of_the_facts_that_ends_the_host_is_seen_by_who_started_it()
    {
        var time = TimeProvider.System;
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        var served = new ServedBase(new ComponentHealth(ServedBase.Component, time), SampleBase.Facts, vectorProblem: null);
        builder.Services.AddHostedService(_ => new FactBaseService(
            new FactBaseWatcher(SampleBase.Folder, time),
            new Answerer(SampleBase.Facts),
            _ => throw new InvalidOperationException("a bug"),
            served,
            new LivenessSignals(time),
            time,
            NullLogger<FactBaseService>.Instance));
        using var host = builder.Build();
        var services = BotHost.BackgroundServices(host);

        await host.RunAsync(TestContext.Current.CancellationToken);

        Assert.True(BotHost.HaveFailed(services));
    }

    private static (ServedBase Served, FactBaseService Service) Create(Answerer answerer, EventLog log)
    {
        var time = TimeProvider.System;
        var served = new ServedBase(new ComponentHealth(ServedBase.Component, time), SampleBase.Facts, vectorProblem: null);
        served.Begin();
        return (served, new FactBaseService(new FactBaseWatcher(SampleBase.Folder, time), answerer, _ => Task.CompletedTask, served, new LivenessSignals(time), time, log));
    }

    private LoadResult Loaded(string comment, string duration)
    {
        var facts = SampleBase.Copy(_folder.FullName, Duration, duration);
        File.AppendAllText(Path.Combine(facts, "base.yaml"), $"# {comment}\n");
        return FactBaseLoader.Load(facts);
    }

    private sealed class EventLog : ILogger<FactBaseService>
    {
        public List<int> Ids { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Ids.Add(eventId.Id);
    }

    private sealed class FullDisk : IClassifierCache
    {
        public byte[]? Read() => null;

        public void Write(byte[] bytes) => throw new IOException("No space left on device");
    }
}
