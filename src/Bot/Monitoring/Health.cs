using Bot.Adapters.Monitoring;

namespace Bot.Monitoring;

/// <summary>How the bot is: the parts that are to be well.</summary>
/// <param name="time">The clock.</param>
internal sealed class Health(TimeProvider time)
{
    private readonly List<ComponentHealth> _parts = [];

    /// <summary>The parts. None is added once the bot has begun.</summary>
    public IReadOnlyList<ComponentHealth> Parts => _parts;

    /// <summary>Adds a part.</summary>
    public ComponentHealth Add(string name)
    {
        var part = new ComponentHealth(name, time);
        _parts.Add(part);
        return part;
    }
}
