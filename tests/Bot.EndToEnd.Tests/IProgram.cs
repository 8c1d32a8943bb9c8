namespace Bot.EndToEnd.Tests;

/// <summary>The started program: a process (<see cref="BotProgram"/>), or its main job in this process (<see cref="HostedProgram"/>).</summary>
internal interface IProgram : IAsyncDisposable
{
    /// <summary>Asks it to end, as a service manager does, and gives the exit code.</summary>
    Task<int> TerminateAsync(CancellationToken deadline);

    /// <summary>Waits until it has ended by itself, and gives the exit code.</summary>
    Task<int> EndedAsync(CancellationToken deadline);
}
