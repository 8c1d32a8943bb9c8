using System.Net.Sockets;

namespace Bot.Monitoring;

/// <summary>What keeps the bot from listening.</summary>
internal static class BindError
{
    /// <summary>What to tell the owner; null for any other fault.</summary>
    /// <param name="ex">What the start ended with.</param>
    /// <param name="setting">The setting that gave the addresses.</param>
    public static string? Problem(Exception ex, string setting) => ex switch
    {
        // Kestrel's own message names the address.
        IOException { InnerException: { } inner } when Find(inner) is not null => $"{setting}: {ex.Message.TrimEnd('.')}. Set it to a free address, or {Off(setting)}, or stop what listens there (is the bot running twice?).",
        SocketException refused => $"{setting}: an address cannot be listened at ({refused.SocketErrorCode}: {refused.Message}). Set it to one that this machine and the bot's user may use, or {Off(setting)}.",
        _ => null,
    };

    // Health and metrics can be turned off by the bot's own setting alone.
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
