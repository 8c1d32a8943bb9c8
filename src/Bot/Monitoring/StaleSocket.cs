using System.Net.Sockets;

namespace Bot.Monitoring;

/// <summary>Removes Unix sockets that a killed process left behind, because a new process cannot listen there.</summary>
internal static class StaleSocket
{
    /// <summary>Removes the socket of each address if nobody listens there.</summary>
    /// <param name="addresses">The addresses at which the bot will listen.</param>
    public static void Remove(IEnumerable<string> addresses)
    {
        foreach (var path in addresses.Select(ListenAddresses.Parse).Where(a => a is { IsUnixPipe: true }).Select(a => a!.UnixPipePath).Where(IsStale))
        {
            try
            {
                File.Delete(path);
            }
            catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
            {
                // The server reports it when it cannot listen there.
            }
        }
    }

    private static bool IsStale(string path)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return false;
        }
        catch (SocketException ex)
        {
            return ex.SocketErrorCode == SocketError.ConnectionRefused && !IsFile(path);
        }
    }

    // A regular file refuses a connection too but, unlike a socket, it can be opened. It must not be removed.
    private static bool IsFile(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }
}
