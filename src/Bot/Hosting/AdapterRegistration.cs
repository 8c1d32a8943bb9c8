using Bot.Adapters.Monitoring;

namespace Bot.Hosting;

/// <summary>A platform that the bot serves.</summary>
/// <param name="Name">The name in the log.</param>
/// <param name="RunAsync">Runs until it is cancelled, or until the platform has rejected the settings for good. After an exception it can be called again.</param>
/// <param name="Health">The health of the adapter.</param>
public sealed record AdapterRegistration(string Name, Func<CancellationToken, Task> RunAsync, ComponentHealth Health);
