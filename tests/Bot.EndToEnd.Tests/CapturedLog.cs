using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests;

/// <summary>Everything that was logged, of every level, with the exceptions as they would be printed, and whatever else a process wrote.</summary>
internal sealed class CapturedLog
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly List<LogEntry> _entries = [];
    private readonly List<(LoggedEvent Event, TaskCompletionSource<LogEntry> Found)> _awaited = [];
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>All lines.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>All entries, in order.</summary>
    public IReadOnlyList<LogEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>The messages about faults of the bot or its settings, each after its level.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries.Where(e => e.Level >= LogLevel.Error).Select(Line)];
            }
        }
    }

    /// <summary>Takes a line of a process.</summary>
    public void AddLine(string line)
    {
        lock (_lock)
        {
            _lines.Add(line);
        }
    }

    /// <summary>Takes an entry, or puts it in the place of the same entry with less text.</summary>
    public void Add(LogEntry entry, LogEntry? before = null)
    {
        lock (_lock)
        {
            if (before is null)
            {
                _entries.Add(entry);
            }
            else
            {
                _entries[_entries.LastIndexOf(before)] = entry;
            }

            foreach (var (_, found) in _awaited.Where(a => a.Event.Matches(entry)))
            {
                found.TrySetResult(entry);
            }

            _added.SetResult();
            _added = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>The entries of an event.</summary>
    public IReadOnlyList<LogEntry> Of(LoggedEvent logged)
    {
        lock (_lock)
        {
            return [.. _entries.Where(logged.Matches)];
        }
    }

    /// <summary>Waits for an event, unless it was logged already.</summary>
    public async Task<LogEntry> WaitForAsync(LoggedEvent logged, CancellationToken cancellation)
    {
        var found = new TaskCompletionSource<LogEntry>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_entries.Find(logged.Matches) is { } entry)
            {
                return entry;
            }

            _awaited.Add((logged, found));
        }

        try
        {
            return await found.Task.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The log does not have \"{logged}\". It says:\n{string.Join('\n', Lines)}");
        }
    }

    /// <summary>Waits until a condition on the log holds; it is looked at after each entry.</summary>
    public async Task WaitUntilAsync(Func<bool> holds, CancellationToken cancellation)
    {
        while (true)
        {
            Task added;
            lock (_lock)
            {
                added = _added.Task;
            }

            if (holds())
            {
                return;
            }

            await added.WaitAsync(cancellation);
        }
    }

    /// <summary>Makes the loggers that write into the log, at every level.</summary>
    public ILoggerFactory Loggers => new Factory(this);

    /// <summary>Makes them for a host, which has levels of its own.</summary>
    public ILoggerProvider Provider => new Factory(this);

    /// <summary>Takes what a program writes before it has a log, line by line.</summary>
    public TextWriter Writer => new LineWriter(this);

    private static string Line(LogEntry entry) => $"{entry.Level}: {entry.Text}";

    private sealed class Factory(CapturedLog log) : ILoggerFactory, ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new Logger(log, categoryName);

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public void Dispose()
        {
            // The log is read on.
        }
    }

    private sealed class Logger(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var entry = new LogEntry(category, eventId.Id, logLevel, $"{formatter(state, exception)}{(exception is null ? "" : "\n" + exception)}");
            log.AddLine(Line(entry));
            log.Add(entry);
        }
    }

    private sealed class LineWriter(CapturedLog log) : StringWriter
    {
        public override void WriteLine(string? value) => log.AddLine(value ?? "");
    }
}
