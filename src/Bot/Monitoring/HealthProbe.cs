using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Bot.Monitoring;

/// <summary>Asks the running bot on this machine for its health.</summary>
/// <param name="Address">The address of the readiness endpoint.</param>
/// <param name="Socket">The path of the Unix socket; null for TCP.</param>
internal sealed record HealthProbe(Uri Address, string? Socket)
{
    // Far more than the bot's answer needs.
    private const int MaxBytes = 64 * 1024;

    // Less than the timeout of any probe.
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(4);

    /// <summary>Creates a probe for a bot that listens at an address on this machine; null when its port is chosen at each start.</summary>
    /// <param name="address">One of <see cref="ListenAddresses"/>.</param>
    public static HealthProbe? For(string address) => ListenAddresses.Parse(address) switch
    {
        null => null,
        { IsUnixPipe: true } unix => new HealthProbe(new Uri("http://localhost" + MonitoringEndpoints.Ready), unix.UnixPipePath),
        { Port: 0 } => null,
        var tcp => new HealthProbe(new Uri($"http://{Reachable(tcp.Host)}:{tcp.Port}{MonitoringEndpoints.Ready}"), null),
    };

    /// <summary>Sends one request, with a timeout of four seconds.</summary>
    /// <param name="cancellation">Cancels the request.</param>
    /// <returns>Whether the bot is ready, its answer or else null, and the messages for the operator.</returns>
    public async Task<(bool IsReady, string? Report, IReadOnlyList<string> Messages)> AskAsync(CancellationToken cancellation)
    {
        using var http = new HttpClient(Handler()) { Timeout = s_timeout, MaxResponseContentBufferSize = MaxBytes };
        try
        {
            using var answer = await http.GetAsync(Address, cancellation).ConfigureAwait(false);
            var body = await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
            var warnings = new List<string>();
            return Status(body, warnings) is { } status
                ? (answer.StatusCode == HttpStatusCode.OK && status is "healthy" or "degraded", Encoding.UTF8.GetString(body), warnings)
                : (false, null, [$"{Place} answers with {(int)answer.StatusCode}, but not like this bot; another program listens there."]);
        }
        catch (Exception ex) when (ex is HttpRequestException or IOException or OperationCanceledException)
        {
            return (false, null, [$"{Place} does not answer: {ex.Message}"]);
        }
    }

    private string Place => Socket ?? Address.AbsoluteUri;

    // The status in a report of this bot, which has the component of the facts; null for anything else.
    private static string? Status(byte[] body, List<string> warnings)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            string? status = null;
            var hasFacts = false;
            foreach (var property in document.RootElement.EnumerateObject())
            {
                switch (RenamedHealthWords.Read(property.Name, warnings))
                {
                    case "status" when property.Value.ValueKind == JsonValueKind.String:
                        status = RenamedHealthWords.Read(property.Value.GetString()!, warnings);
                        break;
                    case "components" when property.Value.ValueKind == JsonValueKind.Array:
                        hasFacts = property.Value.EnumerateArray().Any(IsFacts);
                        break;
                }
            }

            return hasFacts ? status : null;
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException) // The latter for half of a surrogate pair.
        {
            return null;
        }
    }

    private static bool IsFacts(JsonElement component) =>
        component.ValueKind == JsonValueKind.Object && component.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String && name.ValueEquals(ServedBase.Component);

    // The server treats every name but localhost as all addresses of the machine, which include loopback.
    private static string Reachable(string host)
    {
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return host;
        }

        if (!IPAddress.TryParse(host, out var address) || address.Equals(IPAddress.Any))
        {
            return $"{IPAddress.Loopback}";
        }

        return address.Equals(IPAddress.IPv6Any) ? $"[{IPAddress.IPv6Loopback}]" : host;
    }

    private SocketsHttpHandler Handler()
    {
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        if (Socket is { } path)
        {
            handler.ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                try
                {
                    await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation).ConfigureAwait(false);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch (Exception ex) when (ex is SocketException or OperationCanceledException)
                {
                    socket.Dispose();
                    throw;
                }
            };
        }

        return handler;
    }
}
