using Bot.Adapters.Monitoring;

namespace Bot.Systemd;

/// <summary>The status of the bot.</summary>
/// <param name="IsReady">Whether a platform is connected. A platform that rejects the bot must not stop the bot from serving the other.</param>
/// <param name="IsLive">Whether the bot's loops run. If not, only a restart helps.</param>
/// <param name="Text">The status in a line, for people.</param>
/// <param name="IsSearchBuilt">Whether questions can be answered. Before that the bot is not ready, however long it takes.</param>
internal readonly record struct ServiceStatus(bool IsReady, bool IsLive, string Text, bool IsSearchBuilt = true)
{
    /// <summary>Combines the health of the components and the loops.</summary>
    /// <param name="platforms">The platforms.</param>
    /// <param name="facts">The facts, which are healthy once their search is built.</param>
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
