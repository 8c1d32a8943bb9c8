using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Adapters.Monitoring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using CheckedHealth = Microsoft.Extensions.Diagnostics.HealthChecks.HealthReport;

namespace Bot.Monitoring;

/// <summary>The endpoints for those who watch the bot.</summary>
internal static class MonitoringEndpoints
{
    /// <summary>Where it is told whether the bot's loops go on; when they do not, only a new start helps.</summary>
    public const string Live = "/health/live";

    /// <summary>Where it is told whether the bot does its work.</summary>
    public const string Ready = "/health/ready";

    /// <summary>Where the metrics are.</summary>
    public const string Metrics = "/metrics";

    // An apostrophe is no danger where no browser reads it as a page.
    private static readonly HealthJson s_json = new(new JsonSerializerOptions(HealthJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private const string LiveTag = "live";
    private const string ReadyTag = "ready";

    /// <summary>Adds the checks that the endpoints make.</summary>
    /// <param name="services">Takes them.</param>
    /// <param name="health">The components that are to be healthy.</param>
    /// <param name="process">The process itself, which is healthy while it answers.</param>
    /// <param name="signals">The loops that are to go on.</param>
    /// <param name="time">The clock.</param>
    public static void AddChecks(IServiceCollection services, Health health, ComponentHealth process, LivenessSignals signals, TimeProvider time) =>
        services.AddHealthChecks()
            .AddCheck("loops", new ReportCheck(() => HealthReport.Of(process, signals, time.GetUtcNow())), tags: [LiveTag])
            .AddCheck("components", new ReportCheck(() => HealthReport.Of(health.Components)), tags: [ReadyTag]);

    /// <summary>Serves health and metrics.</summary>
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

        // The writer forbids to keep the answer, in one header.
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
