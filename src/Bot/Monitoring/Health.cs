using Bot.Adapters.Monitoring;

namespace Bot.Monitoring;

/// <summary>The health of the bot, which combines that of its components.</summary>
/// <param name="time">The clock.</param>
internal sealed class Health(TimeProvider time)
{
    private readonly List<ComponentHealth> _components = [];

    /// <summary>The components. None is added after the start.</summary>
    public IReadOnlyList<ComponentHealth> Components => _components;

    /// <summary>Adds a component.</summary>
    /// <param name="name">The component's name.</param>
    public ComponentHealth Add(string name)
    {
        var component = new ComponentHealth(name, time);
        _components.Add(component);
        return component;
    }
}
