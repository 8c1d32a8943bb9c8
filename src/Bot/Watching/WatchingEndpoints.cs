using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Bot.Watching;

/// <summary>The endpoints for those who watch the bot.</summary>
internal static class WatchingEndpoints
{
    /// <summary>Where it is told whether the process does anything at all.</summary>
    public const string Live = "/health/live";

    /// <summary>Where it is told whether the bot does its work.</summary>
    public const string Ready = "/health/ready";

    /// <summary>Where the metrics are.</summary>
    public const string Metrics = "/metrics";

    // An apostrophe is no danger where no browser reads it as a page.
    private static readonly HealthJson s_json = new(new JsonSerializerOptions(HealthJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Serves health and metrics.</summary>
    /// <param name="web">The host.</param>
    /// <param name="health">The parts that are to be well.</param>
    /// <param name="process">The process itself, which is well while it answers.</param>
    public static void Map(WebApplication web, Health health, PartHealth process)
    {
        web.MapGet(Live, context => WriteAsync(context, HealthReport.Of([process])));
        web.MapGet(Ready, context => WriteAsync(context, HealthReport.Of(health.Parts)));
        web.MapPrometheusScrapingEndpoint(Metrics);
    }

    private static async Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.StatusCode = report.IsWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.BodyWriter.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(report, s_json.HealthReport), context.RequestAborted).ConfigureAwait(false);
    }
}
