using System.CommandLine;
using Bot.Configuration;
using Bot.Monitoring;
using Microsoft.Extensions.Configuration;

namespace Bot.Cli;

/// <summary><c>health</c>: asks the running bot whether it is ready. A container's image has no other tool for that.</summary>
internal static class HealthCommand
{
    private const int NotReady = 1;

    public static Command Create()
    {
        var command = new Command("health", "Ask the running bot whether it is ready: exit code 0, or 1 when it is not");
        command.SetAction((result, cancellation) => RunAsync(result.InvocationConfiguration.Output, result.InvocationConfiguration.Error, cancellation));
        return command;
    }

    /// <summary>Creates the probe; null, with the reason, when the bot serves no health or the settings do not say where.</summary>
    /// <param name="configuration">The settings. Only those that determine where the bot listens must be valid.</param>
    public static (HealthProbe? Probe, string? Problem) Probe(IConfiguration configuration)
    {
        var options = BotOptions.Bind(configuration);
        var listens = ListenAddresses.Resolve(options.Http, configuration);
        if (options.Http.IsDisabled)
        {
            var served = options.IsCalled ? $"the bot accepts webhooks and interactions at {string.Join(", ", listens.Addresses)}, but does not serve its health" : "the bot does not serve its health";
            return (null, $"Http:Urls is '{options.Http.Urls}': {served}. Set it to an address such as {ListenAddresses.Default}, or leave it out.");
        }

        if (listens.Validate().FirstOrDefault() is { } problem)
        {
            return (null, problem);
        }

        // If one address gets a new port at each start, another address may have a fixed one.
        return listens.Addresses.Select(HealthProbe.For).FirstOrDefault(p => p is not null) is { } probe
            ? (probe, null)
            : (null, $"{listens.Setting} is '{string.Join(';', listens.Addresses)}': port 0 means a new port at each start, so the bot cannot be found. Set a port, such as {ListenAddresses.Default}.");
    }

    private static async Task<int> RunAsync(TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (SettingsLoader.Configuration(error) is not { } configuration)
        {
            return ExitCode.InvalidUsage;
        }

        var (probe, wrong) = Probe(configuration);
        if (probe is null)
        {
            error.WriteLine(wrong);
            return ExitCode.InvalidUsage;
        }

        return await RunAsync(probe, output, error, cancellation).ConfigureAwait(false);
    }

    /// <summary>Asks the bot, and prints its report and whatever there is to say about it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(HealthProbe probe, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var (isReady, report, messages) = await probe.AskAsync(cancellation).ConfigureAwait(false);
        if (report is not null)
        {
            output.WriteLine(report);
        }

        foreach (var message in messages)
        {
            error.WriteLine(message);
        }

        return isReady ? ExitCode.Ok : NotReady;
    }
}
