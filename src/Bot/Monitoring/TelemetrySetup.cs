using Bot.Adapters.Monitoring;
using Bot.Adapters.Resilience;
using Bot.Answers.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Bot.Monitoring;

/// <summary>Takes metrics and spans by OpenTelemetry, where somebody reads them.</summary>
internal static class TelemetrySetup
{
    private const string Service = "talks-bot";

    // What the runtime tells of itself: heap, collections, threads, exceptions.
    private const string Runtime = "System.Runtime";

    // A collector that is away must not hold up the end of the process.
    private const int ExportTimeout = 3000;

    // Room for what the runtime tells, and kinds of updates; what goes beyond is counted as one.
    private const int MinSeries = 64;

    // OpenTelemetry Protocol Exporter, Endpoint Configuration.
    private static readonly string[] s_endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    /// <summary>Adds what the settings ask for.</summary>
    /// <param name="services">Takes it.</param>
    /// <param name="options">Where OTLP goes.</param>
    /// <param name="configuration">The settings, with the standard's own variables.</param>
    /// <param name="isScraped">Whether the metrics are served.</param>
    public static void Add(IServiceCollection services, OpenTelemetryOptions options, IConfiguration configuration, bool isScraped)
    {
        var isSent = options.Endpoint.Length > 0 || s_endpoints.Any(e => !string.IsNullOrEmpty(configuration[e]));
        if (!isScraped && !isSent)
        {
            return;
        }

        var telemetry = services.AddOpenTelemetry();
        if (string.IsNullOrEmpty(configuration["OTEL_SERVICE_NAME"]))
        {
            telemetry.ConfigureResource(resource => resource.AddService(Service, serviceVersion: ProgramVersion.Text));
        }

        telemetry.WithMetrics(metrics =>
        {
            metrics.AddMeter(BotTelemetry.Name, Runtime);

            // Room for all series is taken at once, for each instrument and reader: for 2,000 unless it is told, which would be megabytes.
            var max = Math.Max(MinSeries, BotTelemetry.MaxCommandSeries);
            metrics.AddView(instrument => new MetricStreamConfiguration { CardinalityLimit = instrument.Name == BotTelemetry.AnswersName ? BotTelemetry.MaxAnswerSeries : max });
            if (isScraped)
            {
                metrics.AddPrometheusExporter();
            }

            if (isSent)
            {
                metrics.AddOtlpExporter(exporter => SendTo(exporter, options.Endpoint, "v1/metrics"));
            }
        });
        if (isSent)
        {
            telemetry.WithTracing(traces => traces.AddSource(BotTelemetry.Name).AddOtlpExporter(exporter => SendTo(exporter, options.Endpoint, "v1/traces")));
        }
    }

    private static void SendTo(OtlpExporterOptions exporter, string endpoint, string path)
    {
        exporter.TimeoutMilliseconds = ExportTimeout;
        if (endpoint.Length > 0)
        {
            exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
            exporter.Endpoint = new Uri($"{endpoint.TrimEnd('/')}/{path}");
        }

        if (LoopbackBypassProxy.IsLoopback(exporter.Endpoint))
        {
            exporter.HttpClientFactory = () => new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromMilliseconds(ExportTimeout) };
        }
    }
}
