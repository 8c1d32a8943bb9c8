using System.Threading.RateLimiting;

namespace Bot.Adapters.Limiting;

/// <summary>
/// Who may ask how much: so many questions a person and a chat in a minute from the first of them, and so many answers on their way at
/// once. Who asks more is told so once, and then not answered until the minute is over. Safe for any number of threads.
/// </summary>
/// <remarks>
/// Of the limiters of System.Threading.RateLimiting only the one without a clock is used: those that count in windows go by the machine's
/// ticks and take no other clock.
/// </remarks>
public sealed class AdmissionControl : IDisposable
{
    /// <summary>The highest limit that can be set.</summary>
    public const int MaxLimit = 1_000_000;

    /// <summary>
    /// How many people and chats are counted at once, some 8 MB. Who comes beyond that in the same minute is answered without being
    /// counted: what keeps so many at bay is the length of the queues.
    /// </summary>
    public const int MaxTracked = 65_536;

    // Completions and inline results come with every few keys, so that they are counted apart from questions.
    private const int TypingFactor = 10;

    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);

    private readonly int _perUser;
    private readonly int _perChat;
    private readonly TimeProvider _time;
    private readonly ConcurrencyLimiter? _atOnce;
    private readonly Lock _lock = new();
    private readonly Dictionary<Key, Window> _windows = [];

    // All minutes are equally long, so that they end in the order in which they began.
    private readonly Queue<Key> _order = [];

    /// <summary>Sets the limits; 0 for none.</summary>
    /// <param name="perUser">How many questions a person may ask in a minute.</param>
    /// <param name="perChat">How many may be asked in a chat in a minute.</param>
    /// <param name="atOnce">How many answers may be on their way at once.</param>
    /// <param name="time">The clock.</param>
    public AdmissionControl(int perUser, int perChat, int atOnce, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        (_perUser, _perChat, _time) = (perUser, perChat, time);
        _atOnce = atOnce == 0 ? null : new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = atOnce,

            // What waits here stands in a queue of its platform, which is bounded.
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

    /// <summary>How many people and chats are counted at the moment.</summary>
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

    /// <summary>Whether a question is answered; it is counted by that.</summary>
    /// <param name="platform">The platform's name: elsewhere the same numbers are others.</param>
    /// <param name="user">The number of the person; null when it is not known.</param>
    /// <param name="chat">The number of the chat; null when it is not known.</param>
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

    /// <summary>Whether suggestions are given to somebody who is typing: ten times as many as there may be questions.</summary>
    /// <param name="platform">The platform's name.</param>
    /// <param name="user">The number of the person; null when it is not known.</param>
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

    /// <summary>Waits until an answer may be on its way, in the order in which they come.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>To be disposed of when the answer has arrived; null when there is no limit.</returns>
    public async ValueTask<IDisposable?> EnterAsync(CancellationToken cancellation) =>
        _atOnce is null ? null : await _atOnce.AcquireAsync(1, cancellation).ConfigureAwait(false);

    /// <summary>Gives everything back.</summary>
    public void Dispose()
    {
        _atOnce?.Dispose();
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

        if (!_windows.TryGetValue(key, out var minute))
        {
            if (_windows.Count >= MaxTracked)
            {
                return default;
            }

            _windows[key] = minute = new Window(_time.GetTimestamp());
            _order.Enqueue(key);
        }

        if (minute.Count < max)
        {
            minute.Count++;
            return default;
        }

        var verdict = minute.IsNotified ? AdmissionResult.RejectedAgain : AdmissionResult.Rejected;
        minute.IsNotified = true;
        return new Admission(verdict, (int)Math.Ceiling((s_window - _time.GetElapsedTime(minute.Began)).TotalSeconds));
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
