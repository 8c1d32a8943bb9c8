using System.Runtime.InteropServices;

namespace Bot.Hosting;

/// <summary>Ends the process at once when it is told to stop for the second time. The first time is the host's.</summary>
internal sealed class ForcedShutdown : IDisposable
{
    // As a shell says that a signal has ended a process.
    private const int ExitBase = 128;

    private static readonly (PosixSignal Signal, int Number)[] s_signals = [(PosixSignal.SIGINT, 2), (PosixSignal.SIGTERM, 15)];

    private readonly List<PosixSignalRegistration> _registrations;
    private int _count;

    /// <summary>Begins to listen.</summary>
    public ForcedShutdown() => _registrations = [.. s_signals.Select(s => PosixSignalRegistration.Create(s.Signal, _ => OnSignal(s.Number)))];

    /// <summary>Listens no longer.</summary>
    public void Dispose() => _registrations.ForEach(r => r.Dispose());

    private void OnSignal(int number)
    {
        if (Interlocked.Increment(ref _count) == 2)
        {
            Environment.Exit(ExitBase + number);
        }
    }
}
