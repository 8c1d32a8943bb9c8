namespace Bot.Monitoring;

/// <summary>The section <c>OpenTelemetry</c>: where traces and metrics are sent.</summary>
internal sealed class OpenTelemetryOptions
{
    /// <summary>The keys of the section.</summary>
    public static IReadOnlyList<string> Keys { get; } = [nameof(Endpoint)];

    /// <summary>The address of a collector that takes OTLP over HTTP, without the paths of the signals; empty: what OTEL_EXPORTER_OTLP_ENDPOINT says, else nowhere.</summary>
    public string Endpoint { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>What is wrong, a line each.</summary>
    public IEnumerable<string> Validate()
    {
        if (Endpoint.Length > 0 && !(Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", Query: "", Fragment: "" }))
        {
            yield return $"OpenTelemetry:Endpoint is '{Endpoint}'; set it to the collector's address for OTLP over HTTP, such as http://127.0.0.1:4318, or leave it out";
        }
    }
}
