using Bot.Loopback.Core;

namespace Bot.Loopback.Discord;

/// <summary>The planned faults.</summary>
public sealed class FaultScript
{
    private readonly PlannedFaults<(string Method, string Path), Fault> _planned = new();

    /// <summary>How many faults have not happened yet.</summary>
    public int Left => _planned.Left;

    /// <summary>Makes the next requests that fit a pattern go wrong.</summary>
    /// <param name="pattern">The method, if one is meant, and the path, such as <c>POST interactions/*/*/callback</c>.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How many times.</param>
    public void Next(string pattern, Fault fault, int times = 1)
    {
        var route = new RoutePattern(pattern);
        _planned.Add(request => route.Fits(request.Method, request.Path), fault, times);
    }

    /// <summary>Removes all planned faults.</summary>
    public void Clear() => _planned.Clear();

    internal Fault? Take(string method, string path) => _planned.Take((method, path));
}
