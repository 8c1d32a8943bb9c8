using Bot.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(PreparedBase))]

namespace Bot.EndToEnd.Tests;

/// <summary>
/// Makes what searches need before any test begins. The first answer would make it otherwise, while every other bot in this process
/// waits for it on a thread of the pool that it needs itself.
/// </summary>
public sealed class PreparedBase : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await SampleBase.Answerer.WarmUpAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
