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

/// <summary>Exports metrics and spans with OpenTelemetry if they have a reader.</summary>
internal static class TelemetrySetup
{
    // The meter of the .NET runtime: heap, collections, threads, exceptions.
    private const string Runtime = "System.Runtime";

    // A collector that is down must not delay the end of the process.
    private const int ExportTimeout = 3000;

    // Enough for the runtime's series and the kinds of updates. Further series are counted as one.
    private const int MinSeries = 64;

    // OpenTelemetry Protocol Exporter, Endpoint Configuration.
    private static readonly string[] s_endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    /// <summary>Adds the exporters that the settings enable.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">The OTLP settings.</param>
    /// <param name="configuration">The settings, including OpenTelemetry's own variables.</param>
    /// <param name="isScraped">Whether the metrics endpoint is served.</param>
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
            telemetry.ConfigureResource(resource => resource.AddService(ProgramName.Text, serviceVersion: ProgramVersion.Text));
        }

        telemetry.WithMetrics(metrics =>
        {
            metrics.AddMeter(BotTelemetry.Name, Runtime);

            // The memory for all series is allocated at once, for each instrument and reader. The default of 2,000 series would take megabytes.
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
