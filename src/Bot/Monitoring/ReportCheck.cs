using Bot.Adapters.Monitoring;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Monitoring;

/// <summary>A health check that creates one of the bot's reports, and returns it with the result.</summary>
/// <param name="make">Creates the report.</param>
internal sealed class ReportCheck(Func<HealthReport> make) : IHealthCheck
{
    private const string Key = "report";

    /// <summary>The report in a check's result.</summary>
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
