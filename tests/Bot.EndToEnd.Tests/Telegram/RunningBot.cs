using Bot.Answers;
using Bot.Telegram;

namespace Bot.EndToEnd.Tests.Telegram;

/// <summary>The adapter at work in this process.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly TelegramAdapter _adapter;
    private readonly CancellationTokenSource _stop = new();
    private readonly WatchedTime? _time;

    public RunningBot(TelegramOptions options, Answerer answerer, TimeProvider time, CapturedLog log)
    {
        _time = time as WatchedTime;
        _adapter = new TelegramAdapter(options, answerer, time, log.For<TelegramAdapter>());
        Ended = Task.Run(() => _adapter.RunAsync(_stop.Token));
    }

    /// <summary>Done when the adapter has ended.</summary>
    public Task Ended { get; }

    /// <summary>Tells the adapter to stop, and waits until it has.</summary>
    public async Task StopAsync(CancellationToken patience)
    {
        await _stop.CancelAsync();
        await Ended.WaitAsync(patience);
    }

    public async ValueTask DisposeAsync()
    {
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
