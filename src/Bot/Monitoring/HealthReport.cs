using System.Globalization;
using System.Text.Json.Serialization;
using Bot.Adapters.Monitoring;

namespace Bot.Monitoring;

/// <summary>The body of the health endpoints.</summary>
/// <param name="Status"><c>healthy</c>, <c>degraded</c> when a component is, or <c>unhealthy</c> when one is.</param>
/// <param name="Components">The components.</param>
internal sealed record HealthReport(string Status, IReadOnlyList<ComponentReport> Components)
{
    /// <summary>The worst status of the components.</summary>
    [JsonIgnore]
    public ComponentStatus Worst { get; private init; }

    /// <summary>Creates the report of components.</summary>
    public static HealthReport Of(IEnumerable<ComponentHealth> components) =>
        Of([.. components.Select(c => c.State).Select(s => (s.Status, new ComponentReport(s.Name, Text(s.Status), Rfc3339.Write(s.Since), s.Detail)))]);

    /// <summary>Creates the report of the process. For a silent loop, the time is when its signal was due.</summary>
    public static HealthReport Of(ComponentHealth process, LivenessSignals signals, DateTimeOffset now)
    {
        var state = process.State;
        return Of(
        [
            (state.Status, new ComponentReport(state.Name, Text(state.Status), Rfc3339.Write(state.Since), state.Detail)),
            .. signals.Silent.Select(s => (ComponentStatus.Unhealthy, new ComponentReport(s.Name, Text(ComponentStatus.Unhealthy), Rfc3339.Write(now - s.Overdue), "The loop is silent."))),
        ]);
    }

    private static HealthReport Of(List<(ComponentStatus Status, ComponentReport Report)> components)
    {
        var worst = components.Count == 0 ? ComponentStatus.Healthy : components.Min(c => c.Status);
        return new HealthReport(Text(worst), components.ConvertAll(c => c.Report)) { Worst = worst };
    }

    private static string Text(ComponentStatus status) => status switch
    {
        ComponentStatus.Healthy => "healthy",
        ComponentStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}

/// <summary>The health of one component.</summary>
/// <param name="Name">The component's name.</param>
/// <param name="Status"><c>healthy</c>, <c>degraded</c> or <c>unhealthy</c>.</param>
/// <param name="Since">When the status began, in UTC.</param>
/// <param name="Detail">More information or the problem; null when there is nothing to say.</param>
internal sealed record ComponentReport(string Name, string Status, string Since, string? Detail);

/// <summary>The JSON of health.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthReport))]
internal sealed partial class HealthJson : JsonSerializerContext;

/// <summary>Formats times for machines.</summary>
internal static class Rfc3339
{
    /// <summary>A time to the second (RFC 3339).</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
