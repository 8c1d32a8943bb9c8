using Bot.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests;

/// <summary>
/// The main job of the program in this process, with settings and a log of its own: for tests of what it does with its settings, its
/// platforms and its files. A process of its own costs seconds of compilation, so only tests of signals, streams, variables or a sudden
/// end start one.
/// </summary>
internal sealed class HostedProgram : IProgram
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task<int> _running;

    private HostedProgram(ConfigurationManager settings, CapturedLog log) =>
        _running = Task.Run(() => BotHost.RunAsync(settings, logging => logging.AddProvider(log.Provider), TimeProvider.System, log.Writer, _stop.Token));

    /// <summary>Starts it in this process; the published program in its own.</summary>
    /// <param name="folder">The folder with its state.</param>
    /// <param name="log">Takes what it writes.</param>
    /// <param name="variables">The settings, as variables of the environment name them.</param>
    public static IProgram Start(string folder, CapturedLog log, IReadOnlyDictionary<string, string> variables)
    {
        if (TestedProgram.Published is not null)
        {
            return BotProgram.Start(folder, log, variables);
        }

        var all = new Dictionary<string, string>(BotProgram.DefaultVariables) { ["State__Folder"] = Path.Combine(folder, "state") };
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        var settings = new ConfigurationManager();
        ((IConfigurationBuilder)settings).Add(new GivenVariables(all));
        return new HostedProgram(settings, log);
    }

    public async Task<int> TerminateAsync(CancellationToken deadline)
    {
        await _stop.CancelAsync();
        return await EndedAsync(deadline);
    }

    public Task<int> EndedAsync(CancellationToken deadline) => _running.WaitAsync(deadline);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException)
        {
            // It was still starting.
        }

        _stop.Dispose();
    }

    // Of variables, unlike files, the settings accept those of the host and of OpenTelemetry.
    private sealed class GivenVariables(IReadOnlyDictionary<string, string> variables) : EnvironmentVariablesConfigurationProvider, IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override void Load() => Data = variables.ToDictionary(
            v => v.Key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal),
            v => (string?)v.Value,
            StringComparer.OrdinalIgnoreCase);
    }
}
