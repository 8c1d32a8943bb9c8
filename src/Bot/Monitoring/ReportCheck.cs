using Bot.Adapters.Monitoring;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Monitoring;

/// <summary>A health check that makes one of our reports, which goes with the result.</summary>
/// <param name="make">Makes the report.</param>
internal sealed class ReportCheck(Func<HealthReport> make) : IHealthCheck
{
    private const string Key = "report";

    /// <summary>The report of a check.</summary>
    public static HealthReport ReportOf(HealthReportEntry result) => (HealthReport)result.Data[Key];

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var report = make();
        var data = new Dictionary<string, object> { [Key] = report };
        return Task.FromResult(report.Worst switch
        {
            ComponentStatus.Healthy => HealthCheckResult.Healthy(data: data),
            ComponentStatus.Degraded => HealthCheckResult.Degraded(data: data),
            _ => HealthCheckResult.Unhealthy(data: data),
        });
    }
}
