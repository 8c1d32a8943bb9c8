using System.Net.Sockets;

namespace Bot.Monitoring;

/// <summary>What keeps the bot from listening.</summary>
internal static class BindError
{
    /// <summary>What to tell the owner; null for any other fault.</summary>
    public static string? Problem(Exception ex) => ex switch
    {
        // Kestrel's own message names the address.
        IOException { InnerException: { } inner } when Find(inner) is not null => $"Http:Urls: {ex.Message.TrimEnd('.')}. Set it to a free address, or to none, or stop what listens there (is the bot running twice?).",
        SocketException refused => $"Http:Urls: an address cannot be listened at ({refused.SocketErrorCode}: {refused.Message}). Set it to one that this machine and the bot's user may use, or to none.",
        _ => null,
    };

    private static Exception? Find(Exception? ex)
    {
        while (ex is not null and not SocketException)
        {
            ex = ex.InnerException;
        }

        return ex;
    }
}
