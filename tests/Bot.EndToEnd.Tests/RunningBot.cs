namespace Bot.EndToEnd.Tests;

/// <summary>An adapter at work in this process.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly IDisposable _adapter;
    private readonly CancellationTokenSource _stop = new();
    private readonly ObservedTime? _time;
    private bool _isDisposed;

    public RunningBot(IDisposable adapter, Func<CancellationToken, Task> run, TimeProvider time)
    {
        (_adapter, _time) = (adapter, time as ObservedTime);
        Ended = Task.Run(() => run(_stop.Token));
    }

    /// <summary>Done when the adapter has ended.</summary>
    public Task Ended { get; }

    /// <summary>Tells the adapter to stop, and waits until it has.</summary>
    public async Task StopAsync(CancellationToken deadline)
    {
        await _stop.CancelAsync();
        await Ended.WaitAsync(deadline);
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        await _stop.CancelAsync();

        // What waits for what never came is not waited for.
        while (_time is not null && !Ended.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _adapter.Dispose();
        _stop.Dispose();
    }
}
