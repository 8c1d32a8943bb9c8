using System.Runtime.InteropServices;

namespace Bot.Hosting;

/// <summary>Ends the process at once on the second signal to stop. The host handles the first.</summary>
internal sealed class ForcedShutdown : IDisposable
{
    // The exit code that a shell reports for a process ended by a signal.
    private const int ExitBase = 128;

    private static readonly (PosixSignal Signal, int Number)[] s_signals = [(PosixSignal.SIGINT, 2), (PosixSignal.SIGTERM, 15)];

    private readonly List<PosixSignalRegistration> _registrations;
    private int _count;

    /// <summary>Starts to listen.</summary>
    public ForcedShutdown() => _registrations = [.. s_signals.Select(s => PosixSignalRegistration.Create(s.Signal, _ => OnSignal(s.Number)))];

    /// <summary>Stops listening.</summary>
    public void Dispose() => _registrations.ForEach(r => r.Dispose());

    private void OnSignal(int number)
    {
        if (Interlocked.Increment(ref _count) == 2)
        {
            Environment.Exit(ExitBase + number);
        }
    }
}
