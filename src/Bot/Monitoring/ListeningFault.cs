using System.Net.Sockets;

namespace Bot.Monitoring;

/// <summary>What keeps the bot from listening.</summary>
internal static class ListeningFault
{
    /// <summary>What to tell the owner; null for any other fault.</summary>
    public static string? Problem(Exception fault) => fault switch
    {
        // Kestrel's own message names the address.
        IOException { InnerException: { } inner } when Find(inner) is not null => $"Http:Urls: {fault.Message.TrimEnd('.')}. Set it to a free address, or to none, or stop what listens there (is the bot running twice?).",
        SocketException refused => $"Http:Urls: an address cannot be listened at ({refused.SocketErrorCode}: {refused.Message}). Set it to one that this machine and the bot's user may use, or to none.",
        _ => null,
    };

    private static Exception? Find(Exception? fault)
    {
        while (fault is not null and not SocketException)
        {
            fault = fault.InnerException;
        }

        return fault;
    }
}
