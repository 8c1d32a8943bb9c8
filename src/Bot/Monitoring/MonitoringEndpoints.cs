using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Adapters.Monitoring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using CheckedHealth = Microsoft.Extensions.Diagnostics.HealthChecks.HealthReport;

namespace Bot.Monitoring;

/// <summary>The endpoints for health and metrics.</summary>
internal static class MonitoringEndpoints
{
    /// <summary>The liveness endpoint: whether the bot's loops run. If not, only a restart helps.</summary>
    public const string Live = "/health/live";

    /// <summary>The readiness endpoint: whether the bot does its work.</summary>
    public const string Ready = "/health/ready";

    /// <summary>The metrics endpoint.</summary>
    public const string Metrics = "/metrics";

    // No browser reads this as a page, so an apostrophe is safe.
    private static readonly HealthJson s_json = new(new JsonSerializerOptions(HealthJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private const string LiveTag = "live";
    private const string ReadyTag = "ready";

    /// <summary>Adds the health checks for the endpoints.</summary>
    /// <param name="services">The services.</param>
    /// <param name="health">The components for the readiness check.</param>
    /// <param name="process">The process itself, which is healthy as long as it answers.</param>
    /// <param name="signals">The loops for the liveness check.</param>
    /// <param name="time">The clock.</param>
    public static void AddChecks(IServiceCollection services, Health health, ComponentHealth process, LivenessSignals signals, TimeProvider time) =>
        services.AddHealthChecks()
            .AddCheck("loops", new ReportCheck(() => HealthReport.Of(process, signals, time.GetUtcNow())), tags: [LiveTag])
            .AddCheck("components", new ReportCheck(() => HealthReport.Of(health.Components)), tags: [ReadyTag]);

    /// <summary>Maps the endpoints.</summary>
    /// <param name="web">The host, to which <see cref="AddChecks"/> has added the checks.</param>
    public static void Map(WebApplication web)
    {
        web.MapHealthChecks(Live, Checks(LiveTag));
        web.MapHealthChecks(Ready, Checks(ReadyTag));
        web.MapPrometheusScrapingEndpoint(Metrics);
    }

    private static HealthCheckOptions Checks(string tag) => new()
    {
        Predicate = check => check.Tags.Contains(tag),
        ResponseWriter = WriteAsync,

        // The response writer already sets a header against caching.
        AllowCachingResponses = true,
    };

    private static async Task WriteAsync(HttpContext context, CheckedHealth checkedHealth)
    {
        var report = ReportCheck.ReportOf(checkedHealth.Entries.Values.Single());
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.BodyWriter.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(report, s_json.HealthReport), context.RequestAborted).ConfigureAwait(false);
    }
}
