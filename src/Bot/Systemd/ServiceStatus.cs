using Bot.Adapters.Monitoring;

namespace Bot.Systemd;

/// <summary>How the bot is.</summary>
/// <param name="IsReady">Whether a platform is connected; one that refuses the bot must not keep the other from serving.</param>
/// <param name="IsLive">Whether the bot still works; when it does not, nothing but a new start helps.</param>
/// <param name="Text">The same in a line, for people.</param>
/// <param name="IsSearchBuilt">Whether questions can be answered; before, the bot is not ready however long that takes.</param>
internal readonly record struct ServiceStatus(bool IsReady, bool IsLive, string Text, bool IsSearchBuilt = true)
{
    /// <summary>The status that the components and the loops make.</summary>
    /// <param name="platforms">The platforms.</param>
    /// <param name="facts">The facts, healthy once their search is built.</param>
    /// <param name="signals">The loops.</param>
    public static ServiceStatus Of(IEnumerable<ComponentHealth> platforms, ComponentHealth facts, LivenessSignals signals)
    {
        var states = platforms.Select(p => p.State).ToList();
        var silent = signals.Silent;
        return new ServiceStatus(
            states.Exists(s => s.IsWorking),
            IsLive: silent.Count == 0,
            string.Join("; ", [
                .. states.Select(s => s.IsWorking ? $"{s.Name} is {(s.Status == ComponentStatus.Healthy ? "healthy" : "degraded")}" : $"{s.Name} is unhealthy: {s.Detail}"),
                .. silent.Select(s => $"{s.Name} is silent"),
            ]),
            facts.State.IsWorking);
    }
}
