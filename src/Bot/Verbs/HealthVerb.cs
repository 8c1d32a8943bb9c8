using System.CommandLine;
using System.Net;

namespace Bot.Verbs;

/// <summary><c>health</c>: asks the bot that runs beside it whether it is ready. A container's image has nothing else to ask with.</summary>
internal static class HealthVerb
{
    private const string Key = "Http:Urls";
    private const string DefaultUrl = "http://127.0.0.1:8090";
    private const string Off = "none";
    private const int Ill = 1;

    // Less than any probe waits.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(4);

    public static Command Create()
    {
        var command = new Command("health", "Ask the bot that is running whether it is ready: exit code 0, or 1 when it is not");
        command.SetAction((_, cancellation) => RunAsync(Console.Out, Console.Error, cancellation));
        return command;
    }

    /// <summary>The address to ask, of the settings' addresses that are listened on; null when there is none.</summary>
    public static Uri? Address(string? urls)
    {
        var first = (string.IsNullOrWhiteSpace(urls) ? DefaultUrl : urls).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();

        // Who listens on every address listens on loopback too.
        return first is not null && !first.Equals(Off, StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(first.Replace("://*", "://127.0.0.1").Replace("://+", "://127.0.0.1").Replace("://0.0.0.0", "://127.0.0.1").Replace("://[::]", "://[::1]"), UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https"
            ? new Uri(url, "/health/ready")
            : null;
    }

    private static async Task<int> RunAsync(TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (Startup.Configuration(error) is not { } configuration)
        {
            return ExitCode.BadUse;
        }

        var urls = configuration[Key];
        if (Address(urls) is not { } address)
        {
            error.WriteLine($"{Key} is '{urls}': the bot does not tell how it is. Set it to an address such as {DefaultUrl}, or leave it out.");
            return ExitCode.BadUse;
        }

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = s_patience };
        try
        {
            using var answer = await http.GetAsync(address, cancellation).ConfigureAwait(false);
            output.WriteLine(await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false));
            return answer.StatusCode == HttpStatusCode.OK ? ExitCode.Ok : Ill;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            error.WriteLine($"{address} does not answer: {fault.Message}");
            return Ill;
        }
    }
}
