using System.Globalization;

namespace Bot.Systemd;

/// <summary>systemd's settings for a service of <c>Type=notify</c> (sd_notify(3), sd_watchdog_enabled(3), Environment).</summary>
/// <param name="Socket">The address of the notification socket.</param>
/// <param name="Watchdog">The watchdog's timeout, after which systemd ends the service; null: no watchdog.</param>
internal sealed record NotifySettings(string Socket, TimeSpan? Watchdog)
{
    /// <summary>Reads the settings; null when systemd did not start this process or expects no notifications.</summary>
    /// <param name="variable">Gets an environment variable.</param>
    /// <param name="processId">The id of this process.</param>
    public static NotifySettings? Read(Func<string, string?> variable, int processId)
    {
        // Sockets of other kinds (vsock) are for virtual machines.
        if (variable("NOTIFY_SOCKET") is not { Length: > 1 } socket || socket[0] is not ('/' or '@'))
        {
            return null;
        }

        // The watchdog applies to the process with the given id, or to any if none is given.
        var isWatched = !int.TryParse(variable("WATCHDOG_PID"), NumberStyles.None, CultureInfo.InvariantCulture, out var watched) || watched == processId;
        return new NotifySettings(
            socket,
            isWatched && long.TryParse(variable("WATCHDOG_USEC"), NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds is > 0 and < int.MaxValue * 1000L
                ? TimeSpan.FromMicroseconds(microseconds)
                : null);
    }
}
