using Bot.Adapters.Monitoring;

namespace Bot.Hosting;

/// <summary>A platform that the bot is on.</summary>
/// <param name="Name">What logs call it.</param>
/// <param name="RunAsync">Runs until it is cancelled; ends earlier only when the platform has refused the settings for good. After an exception it can be called again.</param>
/// <param name="Health">How it is.</param>
public sealed record AdapterRegistration(string Name, Func<CancellationToken, Task> RunAsync, ComponentHealth Health);
