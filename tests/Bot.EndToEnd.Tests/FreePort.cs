using System.Net;
using System.Net.Sockets;

namespace Bot.EndToEnd.Tests;

/// <summary>Ports on which nobody listens.</summary>
internal static class FreePort
{
    /// <summary>One that was free a moment ago.</summary>
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
