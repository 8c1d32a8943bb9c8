using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests;

/// <summary>Everything that was logged, of every level, with the exceptions as they would be printed.</summary>
internal sealed class CapturedLog
{
    private readonly Lock _lock = new();
    private readonly List<(LogLevel Level, string Text)> _lines = [];
    private readonly List<(string Text, TaskCompletionSource<string> Found)> _awaited = [];

    /// <summary>All lines.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
                return [.. _lines.Select(l => l.Text)];
        }
    }

    /// <summary>The lines that tell of faults of the bot or its settings.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (_lock)
                return [.. _lines.Where(l => l.Level >= LogLevel.Error).Select(l => l.Text)];
        }
    }

    /// <summary>Takes a line.</summary>
    public void Add(LogLevel level, string text)
    {
        lock (_lock)
        {
            _lines.Add((level, text));
            foreach (var (_, found) in _awaited.Where(a => text.Contains(a.Text, StringComparison.Ordinal)))
                found.TrySetResult(text);
        }
    }

    /// <summary>Waits for a line that contains a text, unless there is one already.</summary>
    public async Task<string> WaitForAsync(string text, CancellationToken cancellation)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_lines.Find(l => l.Text.Contains(text, StringComparison.Ordinal)).Text is { } line)
                return line;
            _awaited.Add((text, found));
        }

        try
        {
            return await found.Task.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"No line of the log says \"{text}\". It says:\n{string.Join('\n', Lines)}");
        }
    }

    /// <summary>Writes into the log as a component of the bot.</summary>
    public ILogger<T> For<T>() => new Logger<T>(this);

    private sealed class Logger<T>(CapturedLog log) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Add(logLevel, $"{logLevel}: {formatter(state, exception)}{(exception is null ? "" : "\n" + exception)}");
    }
}
