using Bot.Adapters.Monitoring;
using Bot.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests;

public sealed class AdapterSupervisorTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly ApplicationLifetime _lifetime = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly List<AdapterSupervisor> _supervisors = [];

    public void Dispose() => _supervisors.ForEach(s => s.Dispose());

    [Fact]
    public async Task An_adapter_that_fails_is_restarted_while_the_other_goes_on()
    {
        var failing = new ScriptedAdapter("telegram", _time, adapter => adapter.Starts < 3 ? throw new InvalidOperationException("a bug") : adapter.ServeAsync());
        var other = new ScriptedAdapter("discord", _time, adapter => adapter.ServeAsync());
        await StartAsync(failing, other);

        await UntilAsync(() => failing.Health.State is { Status: ComponentStatus.Unhealthy, Detail: "The adapter failed 1 time(s) and will be restarted; see the log." });
        await UntilAsync(() => failing.Health.State.IsWorking, advance: true);
        await UntilAsync(() => other.Health.State.IsWorking);

        Assert.Equal((3, 1), (failing.Starts, other.Starts));
        Assert.False(_lifetime.ApplicationStopping.IsCancellationRequested);
    }

    [Fact]
    public async Task What_a_failed_run_leaves_behind_is_told_to_end()
    {
        CancellationToken first = default;
        var failing = new ScriptedAdapter("telegram", _time, adapter =>
        {
            first = adapter.Starts == 1 ? adapter.Cancellation : first;
            return adapter.Starts == 1 ? throw new InvalidOperationException("a bug") : adapter.ServeAsync();
        });
        await StartAsync(failing, new ScriptedAdapter("discord", _time, adapter => adapter.ServeAsync()));

        await UntilAsync(() => failing.Starts == 2, advance: true);

        Assert.True(first.IsCancellationRequested);
        Assert.False(failing.Cancellation.IsCancellationRequested);
    }

    [Fact]
    public async Task A_failed_adapter_that_is_alone_ends_the_process_with_exit_code_5()
    {
        var supervisor = await StartAsync(new ScriptedAdapter("telegram", _time, _ => throw new InvalidOperationException("a bug")));

        await UntilAsync(() => _lifetime.ApplicationStopping.IsCancellationRequested);

        Assert.Equal(5, supervisor.ExitCode);
    }

    [Fact]
    public async Task Two_adapters_that_fail_at_once_end_the_process_with_exit_code_5()
    {
        var supervisor = await StartAsync(
            new ScriptedAdapter("telegram", _time, _ => throw new InvalidOperationException("a bug")),
            new ScriptedAdapter("discord", _time, _ => throw new OperationCanceledException("a timeout")));

        await UntilAsync(() => _lifetime.ApplicationStopping.IsCancellationRequested);

        Assert.Equal(5, supervisor.ExitCode);
    }

    [Fact]
    public async Task A_failed_adapter_beside_one_that_was_refused_ends_the_process_with_exit_code_5()
    {
        var refused = new ScriptedAdapter("discord", _time, _ => Task.CompletedTask);
        var failing = new ScriptedAdapter("telegram", _time, async adapter =>
        {
            await UntilAsync(() => refused.Starts == 1);
            throw new InvalidOperationException("a bug");
        });
        var supervisor = await StartAsync(failing, refused);

        await UntilAsync(() => _lifetime.ApplicationStopping.IsCancellationRequested, advance: true);

        Assert.Equal(5, supervisor.ExitCode);
    }

    [Fact]
    public async Task Adapters_that_are_all_refused_end_the_process_with_exit_code_4()
    {
        var supervisor = await StartAsync(
            new ScriptedAdapter("telegram", _time, _ => Task.CompletedTask),
            new ScriptedAdapter("discord", _time, _ => Task.CompletedTask));

        await UntilAsync(() => _lifetime.ApplicationStopping.IsCancellationRequested);

        Assert.Equal(4, supervisor.ExitCode);
    }

    [Fact]
    public async Task Adapters_that_are_told_to_stop_end_the_process_with_exit_code_0()
    {
        var adapter = new ScriptedAdapter("telegram", _time, a => a.ServeAsync());
        var supervisor = await StartAsync(adapter);
        await UntilAsync(() => adapter.Health.State.IsWorking);

        await supervisor.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, supervisor.ExitCode);
    }

    private async Task<AdapterSupervisor> StartAsync(params ScriptedAdapter[] adapters)
    {
        var supervisor = new AdapterSupervisor(adapters.Select(a => a.Registration), _lifetime, _time, new FixedRandom(0.5), NullLogger<AdapterSupervisor>.Instance);
        _supervisors.Add(supervisor);
        await supervisor.StartAsync(TestContext.Current.CancellationToken);
        _lifetime.NotifyStarted();
        return supervisor;
    }

    private async Task UntilAsync(Func<bool> condition, bool advance = false)
    {
        while (!condition())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            _time.Advance(advance ? TimeSpan.FromMilliseconds(100) : TimeSpan.Zero);
            await Task.Yield();
        }
    }

    /// <summary>An adapter that does what a test says each time it is started.</summary>
    private sealed class ScriptedAdapter
    {
        private readonly Func<ScriptedAdapter, Task> _run;
        private volatile int _starts;

        public ScriptedAdapter(string name, TimeProvider time, Func<ScriptedAdapter, Task> run)
        {
            (_run, Health) = (run, new ComponentHealth(name, time));
            Registration = new AdapterRegistration(name, RunAsync, Health);
        }

        public AdapterRegistration Registration { get; }

        public ComponentHealth Health { get; }

        public int Starts => _starts;

        public CancellationToken Cancellation { get; private set; }

        public Task ServeAsync()
        {
            Health.SetHealthy();
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, Cancellation);
        }

        private async Task RunAsync(CancellationToken cancellation)
        {
            (_starts, Cancellation) = (_starts + 1, cancellation);
            await _run(this);
        }
    }
}
