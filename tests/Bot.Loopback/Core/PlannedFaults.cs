namespace Bot.Loopback.Core;

/// <summary>Faults that have not happened yet: each waits for requests that it fits.</summary>
/// <typeparam name="TRequest">What a fault is matched with.</typeparam>
/// <typeparam name="TFault">What goes wrong.</typeparam>
internal sealed class PlannedFaults<TRequest, TFault>
    where TFault : class
{
    private readonly Lock _lock = new();
    private readonly List<Planned> _planned = [];
    private volatile bool _any;

    /// <summary>How many are left.</summary>
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

    /// <summary>Plans a fault for the next requests that it fits.</summary>
    public void Add(Func<TRequest, bool> fits, TFault fault, int times)
    {
        lock (_lock)
        {
            _planned.Add(new(fits, fault, times));
            _any = true;
        }
    }

    /// <summary>Removes all.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _planned.Clear();
            _any = false;
        }
    }

    /// <summary>The fault of a request, which is then used up; null for none.</summary>
    public TFault? Take(TRequest request)
    {
        // The benchmarks plan none, and pay for nothing here.
        if (!_any)
        {
            return null;
        }

        lock (_lock)
        {
            var planned = _planned.FirstOrDefault(p => p.Fits(request));
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

    private sealed class Planned(Func<TRequest, bool> fits, TFault fault, int times)
    {
        public Func<TRequest, bool> Fits => fits;

        public TFault Fault => fault;

        public int Times { get; set; } = times;
    }
}
