using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace Bot.Hosting;

/// <summary>Stops the process on SIGHUP as on SIGTERM. The host only handles SIGINT, SIGQUIT and SIGTERM.</summary>
internal sealed class HangupSignal : IDisposable
{
    private const string Status = "/proc/self/status";
    private const string Ignored = "SigIgn:";

    private readonly PosixSignalRegistration? _registration;

    /// <summary>Starts to listen, unless the signal is ignored, as under <c>nohup</c>.</summary>
    /// <param name="lifetime">Stops the process.</param>
    public HangupSignal(IHostApplicationLifetime lifetime)
    {
        if (OperatingSystem.IsWindows() || (File.Exists(Status) && IsIgnored(File.ReadLines(Status))))
        {
            return;
        }

        _registration = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            lifetime.StopApplication();
        });
    }

    /// <summary>Stops listening.</summary>
    public void Dispose() => _registration?.Dispose();

    /// <summary>Whether a process's status file says that it ignores the signal (proc_pid_status: the lowest bit of a mask).</summary>
    internal static bool IsIgnored(IEnumerable<string> status) =>
        status.FirstOrDefault(line => line.StartsWith(Ignored, StringComparison.Ordinal)) is { } mask && (Convert.ToUInt64(mask[Ignored.Length..].Trim(), 16) & 1) != 0;
}
