using System.Threading.RateLimiting;

namespace Bot.Adapters.Limiting;

/// <summary>
/// Limits the questions of each user and each chat in a window of one minute, which starts with the first question, and the number of answers being
/// sent at once. A user over the limit is notified once, and then gets no answer until the window ends. Safe for any number of threads.
/// </summary>
/// <remarks>
/// Of the limiters of System.Threading.RateLimiting only the concurrency limiter is used: the window limiters depend on the system clock
/// and accept no <see cref="TimeProvider"/>.
/// </remarks>
public sealed class AdmissionControl : IDisposable
{
    /// <summary>The highest limit that can be set.</summary>
    public const int MaxLimit = 1_000_000;

    /// <summary>
    /// The maximum number of users and chats that are counted at once, about 8 MB. Further ones in the same minute are answered without being
    /// counted. The bounded queues protect against larger floods.
    /// </summary>
    public const int MaxTracked = 65_536;

    // Completions and inline queries arrive every few keystrokes, so they are counted separately from questions.
    private const int TypingFactor = 10;

    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);

    private readonly int _perUser;
    private readonly int _perChat;
    private readonly TimeProvider _time;
    private readonly ConcurrencyLimiter? _concurrency;
    private readonly Lock _lock = new();
    private readonly Dictionary<Key, Window> _windows = [];

    // All windows have the same length, so they end in the order in which they started.
    private readonly Queue<Key> _order = [];

    /// <summary>Creates the limits; 0 means no limit.</summary>
    /// <param name="perUser">The maximum number of questions of a user in a minute.</param>
    /// <param name="perChat">The maximum number of questions in a chat in a minute.</param>
    /// <param name="maxConcurrent">The maximum number of answers being sent at once.</param>
    /// <param name="time">The clock.</param>
    public AdmissionControl(int perUser, int perChat, int maxConcurrent, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        (_perUser, _perChat, _time) = (perUser, perChat, time);
        _concurrency = maxConcurrent == 0 ? null : new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = maxConcurrent,

            // The waiting updates are already in the bounded queue of their platform.
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    private enum Scope
    {
        User,
        Typing,
        Chat,
    }

    /// <summary>Whether questions are counted at all.</summary>
    public bool IsEnabled => _perUser > 0 || _perChat > 0;

    /// <summary>The number of users and chats that are currently counted.</summary>
    public int TrackedCount
    {
        get
        {
            lock (_lock)
            {
                ExpireWindows();
                return _windows.Count;
            }
        }
    }

    /// <summary>Decides whether a question is answered, and counts it.</summary>
    /// <param name="platform">The platform's name. The same ids mean others on another platform.</param>
    /// <param name="user">The id of the user; null when it is not known.</param>
    /// <param name="chat">The id of the chat; null when it is not known.</param>
    public Admission Admit(string platform, long? user, long? chat)
    {
        if (!IsEnabled)
        {
            return default;
        }

        lock (_lock)
        {
            ExpireWindows();
            var admission = Count(new Key(platform, Scope.User, user), _perUser);
            return admission.IsAdmitted ? Count(new Key(platform, Scope.Chat, chat), _perChat) : admission;
        }
    }

    /// <summary>Decides whether a user who is typing gets suggestions: ten times as often as questions are answered.</summary>
    /// <param name="platform">The platform's name.</param>
    /// <param name="user">The id of the user; null when it is not known.</param>
    public Admission AdmitTyping(string platform, long? user)
    {
        if (_perUser == 0)
        {
            return default;
        }

        lock (_lock)
        {
            ExpireWindows();
            return Count(new Key(platform, Scope.Typing, user), TypingFactor * _perUser);
        }
    }

    /// <summary>Waits until an answer may be sent, in order of arrival.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>A lease to dispose when the answer has been sent; null when there is no limit.</returns>
    public async ValueTask<IDisposable?> EnterAsync(CancellationToken cancellation) =>
        _concurrency is null ? null : await _concurrency.AcquireAsync(1, cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public void Dispose()
    {
        _concurrency?.Dispose();
        lock (_lock)
        {
            _windows.Clear();
            _order.Clear();
        }
    }

    private Admission Count(Key key, int max)
    {
        if (max == 0 || key.Id is null)
        {
            return default;
        }

        if (!_windows.TryGetValue(key, out var window))
        {
            if (_windows.Count >= MaxTracked)
            {
                return default;
            }

            _windows[key] = window = new Window(_time.GetTimestamp());
            _order.Enqueue(key);
        }

        if (window.Count < max)
        {
            window.Count++;
            return default;
        }

        var result = window.IsNotified ? AdmissionResult.RejectedAgain : AdmissionResult.Rejected;
        window.IsNotified = true;
        return new Admission(result, (int)Math.Ceiling((s_window - _time.GetElapsedTime(window.Began)).TotalSeconds));
    }

    private void ExpireWindows()
    {
        while (_order.TryPeek(out var oldest) && _time.GetElapsedTime(_windows[oldest].Began) >= s_window)
        {
            _windows.Remove(_order.Dequeue());
        }
    }

    private readonly record struct Key(string Platform, Scope Scope, long? Id);

    private sealed class Window(long began)
    {
        public long Began { get; } = began;

        public int Count { get; set; }

        public bool IsNotified { get; set; }
    }
}
