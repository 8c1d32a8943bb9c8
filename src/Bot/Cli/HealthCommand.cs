using System.CommandLine;
using System.Net;
using Bot.Configuration;
using Bot.Monitoring;
using Microsoft.Extensions.Configuration;

namespace Bot.Cli;

/// <summary><c>health</c>: asks the bot that runs beside it whether it is ready. A container's image has nothing else to ask with.</summary>
internal static class HealthCommand
{
    private const int Ill = 1;

    // Less than any probe waits.
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(4);

    public static Command Create()
    {
        var command = new Command("health", "Ask the bot that is running whether it is ready: exit code 0, or 1 when it is not");
        command.SetAction((_, cancellation) => RunAsync(Console.Out, Console.Error, cancellation));
        return command;
    }

    /// <summary>The address to ask: of the first that the bot listens at; null when that cannot be asked, or nothing is told there.</summary>
    public static Uri? Address(HttpOptions options, IConfiguration configuration)
    {
        // Who listens on every address listens on loopback too.
        return !options.IsDisabled
            && Uri.TryCreate(options.ResolveAddresses(configuration)[0].Replace("://*", "://127.0.0.1").Replace("://+", "://127.0.0.1").Replace("://0.0.0.0", "://127.0.0.1").Replace("://[::]", "://[::1]"), UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https"
            ? new Uri(url, MonitoringEndpoints.Ready)
            : null;
    }

    private static async Task<int> RunAsync(TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (SettingsLoader.Configuration(error) is not { } configuration)
        {
            return ExitCode.InvalidUsage;
        }

        var options = HttpOptions.Read(configuration);
        if (Address(options, configuration) is not { } address)
        {
            error.WriteLine($"Http:Urls is '{options.Urls}': the bot does not tell how it is. Set it to an address such as {HttpOptions.Default}, or leave it out.");
            return ExitCode.InvalidUsage;
        }

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = s_timeout };
        try
        {
            using var answer = await http.GetAsync(address, cancellation).ConfigureAwait(false);
            output.WriteLine(await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false));
            return answer.StatusCode == HttpStatusCode.OK ? ExitCode.Ok : Ill;
        }
        catch (Exception ex) when (ex is HttpRequestException or OperationCanceledException)
        {
            error.WriteLine($"{address} does not answer: {ex.Message}");
            return Ill;
        }
    }
}
