using System.Net;
using System.Net.Sockets;

namespace Bot.EndToEnd.Tests;

/// <summary>Ports on which nobody listens, and that the system gives to no one who asks for any: every connection and every server on port 0 asks for one.</summary>
internal static class FreePort
{
    // Below the range of such ports: 32,768 and up on Linux (ip(7), ip_local_port_range), 49,152 and up elsewhere (RFC 6335, 6).
    private const int First = 20_000;
    private const int Count = 12_000;

    // Test runs beside each other begin at different places, and each goes on from where it is.
    private static int s_taken = Random.Shared.Next(Count);

    /// <summary>One that this run gives to nobody else.</summary>
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
