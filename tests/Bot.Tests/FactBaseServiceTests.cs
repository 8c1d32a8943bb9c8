using Bot.Adapters.Monitoring;
using Bot.Answers;
using Bot.Facts;
using Bot.Hosting;
using Bot.Monitoring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests;

public sealed class FactBaseServiceTests
{
    [Fact]
    public async Task A_failure_of_the_facts_that_ends_the_host_is_seen_by_who_started_it()
    {
        var time = TimeProvider.System;
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        var served = new ServedBase(new ComponentHealth(ServedBase.Component, time), SampleBase.Facts);
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
}
