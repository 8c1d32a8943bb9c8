using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace Bot.Hosting;

/// <summary>Ends the process on SIGHUP as on SIGTERM, where the host knows only SIGINT, SIGQUIT and SIGTERM.</summary>
internal sealed class HangupSignal : IDisposable
{
    private const string Status = "/proc/self/status";
    private const string Ignored = "SigIgn:";

    private readonly PosixSignalRegistration? _registration;

    /// <summary>Begins to listen, unless the signal is ignored, as under <c>nohup</c>.</summary>
    /// <param name="lifetime">Ends the process.</param>
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

    /// <summary>Listens no longer.</summary>
    public void Dispose() => _registration?.Dispose();

    /// <summary>Whether the lines of a process's status say that it ignores the signal (proc_pid_status: a mask in which it has the lowest bit).</summary>
    internal static bool IsIgnored(IEnumerable<string> status) =>
        status.FirstOrDefault(line => line.StartsWith(Ignored, StringComparison.Ordinal)) is { } mask && (Convert.ToUInt64(mask[Ignored.Length..].Trim(), 16) & 1) != 0;
}
