using Bot.Adapters.Monitoring;

namespace Bot.Monitoring;

/// <summary>How the bot is: the parts that are to be well.</summary>
/// <param name="time">The clock.</param>
internal sealed class Health(TimeProvider time)
{
    private readonly List<PartHealth> _parts = [];

    /// <summary>The parts. None is added once the bot has begun.</summary>
    public IReadOnlyList<PartHealth> Parts => _parts;

    /// <summary>Adds a part.</summary>
    public PartHealth Add(string name)
    {
        var part = new PartHealth(name, time);
        _parts.Add(part);
        return part;
    }
}
