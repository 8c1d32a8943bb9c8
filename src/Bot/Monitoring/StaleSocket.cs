using System.Net.Sockets;

namespace Bot.Monitoring;

/// <summary>Removes the Unix sockets that a killed process left behind: the next could not listen there.</summary>
internal static class StaleSocket
{
    /// <summary>Removes the socket of each address at which nobody listens.</summary>
    /// <param name="addresses">Where the bot is to listen.</param>
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
                // The server says so when it cannot listen there.
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

    // A file refuses a connection as well, but unlike a socket it can be opened; it is not ours to remove.
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
