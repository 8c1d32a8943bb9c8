namespace Bot.Loopback.Discord;

/// <summary>A method and a path in which <c>*</c> is any segment and <c>**</c> any rest. Without a method it is any.</summary>
internal sealed class RoutePattern
{
    private readonly string? _method;
    private readonly string[] _segments;

    public RoutePattern(string pattern)
    {
        var parts = pattern.Split(' ', 2);
        _method = parts.Length == 2 ? parts[0] : null;
        _segments = parts[^1].Trim('/').Split('/');
    }

    /// <summary>Whether a request fits it.</summary>
    public bool Fits(string method, string path)
    {
        if (_method is not null && !_method.Equals(method, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var given = path.Split('/');
        for (var i = 0; i < _segments.Length; i++)
        {
            if (_segments[i] == "**")
            {
                return true;
            }

            if (i >= given.Length || (_segments[i] != "*" && _segments[i] != given[i]))
            {
                return false;
            }
        }

        return given.Length == _segments.Length;
    }
}
