using System.Globalization;
using System.Text.Json.Serialization;
using Bot.Adapters.Monitoring;

namespace Bot.Monitoring;

/// <summary>What the health endpoints answer with.</summary>
/// <param name="Status"><c>well</c>, or <c>ill</c> when a part is.</param>
/// <param name="Parts">The parts.</param>
internal sealed record HealthReport(string Status, IReadOnlyList<PartReport> Parts)
{
    private const string Well = "well";
    private const string Ill = "ill";

    /// <summary>Whether all parts are well.</summary>
    [JsonIgnore]
    public bool IsWell => Status == Well;

    /// <summary>The report of some parts.</summary>
    public static HealthReport Of(IEnumerable<ComponentHealth> parts)
    {
        var states = parts.Select(p => p.State).ToList();
        return new HealthReport(
            states.TrueForAll(s => s.IsHealthy) ? Well : Ill,
            states.ConvertAll(s => new PartReport(s.Name, s.IsHealthy ? Well : Ill, Rfc3339.Write(s.Since), s.Detail)));
    }

    /// <summary>The report of the process: with each loop that is silent, since when it should have beaten.</summary>
    public static HealthReport Of(ComponentHealth process, LivenessSignals signals, DateTimeOffset now)
    {
        var report = Of([process]);
        var silent = signals.Silent;
        return silent.Count == 0 ? report : new HealthReport(Ill,
        [
            .. report.Parts,
            .. silent.Select(s => new PartReport(s.Name, Ill, Rfc3339.Write(now - s.Overdue), "The loop is silent.")),
        ]);
    }
}

/// <summary>How one part is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status"><c>well</c> or <c>ill</c>.</param>
/// <param name="Since">Since when, in UTC.</param>
/// <param name="Detail">More, or why it is ill; null when there is nothing to say.</param>
internal sealed record PartReport(string Name, string Status, string Since, string? Detail);

/// <summary>The JSON of health.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthReport))]
internal sealed partial class HealthJson : JsonSerializerContext;

/// <summary>Times as machines read them.</summary>
internal static class Rfc3339
{
    /// <summary>A time to the second (RFC 3339).</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
