using System.Net.Sockets;
using System.Text;

namespace Bot.Systemd;

/// <summary>systemd's notification socket (sd_notify(3), Description and Notes), which receives datagrams of lines <c>NAME=value</c>.</summary>
internal sealed class NotifySocket : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    private readonly UnixDomainSocketEndPoint _systemd;

    /// <summary>Opens the socket; nothing is sent yet.</summary>
    /// <param name="address">A path, or a name in the abstract namespace, which begins with <c>@</c>.</param>
    public NotifySocket(string address) => _systemd = new(address[0] == '@' ? '\0' + address[1..] : address);

    /// <summary>Sends lines.</summary>
    /// <exception cref="SocketException">Nobody listens.</exception>
    public void Send(params string[] lines) => _socket.SendTo(Encoding.UTF8.GetBytes(string.Join('\n', lines)), _systemd);

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();
}
