using System.Net.Sockets;

namespace Bot.Monitoring;

/// <summary>Explains why the bot cannot listen.</summary>
internal static class BindError
{
    /// <summary>The message for the owner; null for any other exception.</summary>
    /// <param name="ex">The exception that ended the start.</param>
    /// <param name="setting">The setting that gave the addresses.</param>
    public static string? Problem(Exception ex, string setting) => ex switch
    {
        // Kestrel's own message names the address.
        IOException { InnerException: { } inner } when Find(inner) is not null => $"{setting}: {ex.Message.TrimEnd('.')}. Set it to a free address, or {Off(setting)}, or stop the program that listens there (is the bot running twice?).",
        SocketException refused => $"{setting}: the bot cannot listen at an address ({refused.SocketErrorCode}: {refused.Message}). Set it to one that this machine and the bot's user may use, or {Off(setting)}.",
        _ => null,
    };

    // Only the bot's own setting can turn health and metrics off.
    private static string Off(string setting) => setting == ListenAddresses.OwnSetting ? "to none" : ListenAddresses.OwnSetting + " to none";

    private static Exception? Find(Exception? ex)
    {
        while (ex is not null and not SocketException)
        {
            ex = ex.InnerException;
        }

        return ex;
    }
}
