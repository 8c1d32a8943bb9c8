namespace Bot.Loopback.Telegram;

/// <summary>What shall go wrong next.</summary>
public sealed class FaultScript
{
    private readonly Lock _lock = new();
    private readonly List<Planned> _planned = [];
    private volatile bool _any;

    /// <summary>How many faults have not happened yet.</summary>
    public int Left
    {
        get
        {
            lock (_lock)
            {
                return _planned.Sum(p => p.Times);
            }
        }
    }

    /// <summary>Makes the next calls of a method go wrong.</summary>
    /// <param name="method">The method.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="chat">Only in this chat.</param>
    /// <param name="times">How many times.</param>
    public void Next(string method, Fault fault, long? chat = null, int times = 1)
    {
        lock (_lock)
        {
            _planned.Add(new(method, fault, chat, times));
            _any = true;
        }
    }

    /// <summary>Lets nothing more go wrong.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _planned.Clear();
            _any = false;
        }
    }

    internal Fault? Take(string method, Parameters parameters)
    {
        if (!_any)
        {
            return null;
        }

        lock (_lock)
        {
            var planned = _planned.FirstOrDefault(p => p.Method.Equals(method, StringComparison.OrdinalIgnoreCase) && (p.Chat is null || p.Chat == parameters.Number("chat_id")));
            if (planned is null)
            {
                return null;
            }

            if (--planned.Times == 0)
            {
                _planned.Remove(planned);
            }

            _any = _planned.Count > 0;
            return planned.Fault;
        }
    }

    private sealed class Planned(string method, Fault fault, long? chat, int times)
    {
        public string Method => method;

        public Fault Fault => fault;

        public long? Chat => chat;

        public int Times { get; set; } = times;
    }
}
