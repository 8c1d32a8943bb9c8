namespace Bot.Loopback.Discord;

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

    /// <summary>Makes the next requests that fit a pattern go wrong.</summary>
    /// <param name="pattern">The method, if one is meant, and the path, such as <c>POST interactions/*/*/callback</c>.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How many times.</param>
    public void Next(string pattern, Fault fault, int times = 1)
    {
        lock (_lock)
        {
            _planned.Add(new(new(pattern), fault, times));
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

    internal Fault? Take(string method, string path)
    {
        if (!_any)
        {
            return null;
        }

        lock (_lock)
        {
            var planned = _planned.FirstOrDefault(p => p.Pattern.Fits(method, path));
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

    private sealed class Planned(RoutePattern pattern, Fault fault, int times)
    {
        public RoutePattern Pattern => pattern;

        public Fault Fault => fault;

        public int Times { get; set; } = times;
    }
}
