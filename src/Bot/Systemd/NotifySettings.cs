using System.Globalization;

namespace Bot.Systemd;

/// <summary>What systemd tells a service of <c>Type=notify</c> (sd_notify(3), sd_watchdog_enabled(3), Environment).</summary>
/// <param name="Socket">Where it wants to hear.</param>
/// <param name="Watchdog">How long it waits for a sign of life before it ends the service; null when it does not watch.</param>
internal sealed record NotifySettings(string Socket, TimeSpan? Watchdog)
{
    /// <summary>Reads them; null when systemd did not start this process, or wants to hear nothing.</summary>
    /// <param name="variable">Gives a variable of the environment.</param>
    /// <param name="processId">This process.</param>
    public static NotifySettings? Read(Func<string, string?> variable, int processId)
    {
        // Sockets of other kinds (vsock) are for virtual machines.
        if (variable("NOTIFY_SOCKET") is not { Length: > 1 } socket || socket[0] is not ('/' or '@'))
        {
            return null;
        }

        // Watched is the process whose id is named, and any when none is.
        var isWatched = !int.TryParse(variable("WATCHDOG_PID"), NumberStyles.None, CultureInfo.InvariantCulture, out var watched) || watched == processId;
        return new NotifySettings(
            socket,
            isWatched && long.TryParse(variable("WATCHDOG_USEC"), NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds is > 0 and < int.MaxValue * 1000L
                ? TimeSpan.FromMicroseconds(microseconds)
                : null);
    }
}
