using System.Net;
using System.Net.Sockets;

namespace Bot.Testing;

/// <summary>Free ports outside the range from which the system chooses: from that it gives one to every connection, and to every server that asks for port 0.</summary>
internal static class FreePort
{
    // Below that range: 32,768 and up on Linux (ip(7), ip_local_port_range), 49,152 and up elsewhere (RFC 6335, 6).
    private const int First = 20_000;
    private const int Count = 12_000;

    // Test runs beside each other begin at different places, and each goes on from where it is.
    private static int s_taken = Random.Shared.Next(Count);

    /// <summary>A free port, and another one each time.</summary>
    public static int Take()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref s_taken) % Count);
            if (IsFree(port))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
    }
}
