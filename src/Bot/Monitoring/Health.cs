using Bot.Adapters.Monitoring;

namespace Bot.Monitoring;

/// <summary>The health of the bot: that of its components.</summary>
/// <param name="time">The clock.</param>
internal sealed class Health(TimeProvider time)
{
    private readonly List<ComponentHealth> _components = [];

    /// <summary>The components. None is added once the bot has started.</summary>
    public IReadOnlyList<ComponentHealth> Components => _components;

    /// <summary>Adds a component.</summary>
    /// <param name="name">What it is called.</param>
    public ComponentHealth Add(string name)
    {
        var component = new ComponentHealth(name, time);
        _components.Add(component);
        return component;
    }
}
