namespace Bot.Monitoring;

/// <summary>The section <c>OpenTelemetry</c> of the settings: where traces and metrics are sent.</summary>
internal sealed class OpenTelemetryOptions
{
    /// <summary>The keys of the section.</summary>
    public static IReadOnlyList<string> Keys { get; } = [nameof(Endpoint)];

    /// <summary>The address of a collector for OTLP over HTTP, without the paths of the signals; empty: the value of OTEL_EXPORTER_OTLP_ENDPOINT, else none.</summary>
    public string Endpoint { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>The problems, a line each.</summary>
    public IEnumerable<string> Validate()
    {
        if (Endpoint.Length > 0 && !(Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", Query: "", Fragment: "" }))
        {
            yield return $"OpenTelemetry:Endpoint is '{Endpoint}'; set it to the collector's address for OTLP over HTTP, such as http://127.0.0.1:4318, or leave it out";
        }
    }
}
