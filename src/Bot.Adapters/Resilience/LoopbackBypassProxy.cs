using System.Net;

namespace Bot.Adapters.Resilience;

/// <summary>
/// A proxy for all addresses except those of this machine. Requests to a local server carry tokens, and a remote proxy could not reach
/// it. Immutable except for <see cref="Credentials"/>, which belong to the inner proxy.
/// </summary>
/// <param name="proxy">The proxy for all other addresses.</param>
public sealed class LoopbackBypassProxy(IWebProxy proxy) : IWebProxy
{
    /// <inheritdoc/>
    public ICredentials? Credentials
    {
        get => proxy.Credentials;
        set => proxy.Credentials = value;
    }

    /// <summary>The proxy from the environment (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY), bypassed for this machine.</summary>
    public static LoopbackBypassProxy FromEnvironment() => new(HttpClient.DefaultProxy);

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy.GetProxy(destination);

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) => IsLoopback(host) || proxy.IsBypassed(host);

    /// <summary>
    /// Whether an address belongs to this machine: localhost and its subdomains (RFC 6761, section 6.3), 127.0.0.0/8, ::1, also mapped to IPv6.
    /// </summary>
    /// <param name="address">An absolute address.</param>
    public static bool IsLoopback(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var name = address.IdnHost.TrimEnd('.');
        return address.IsLoopback
            || name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(name, out var ip) && IPAddress.IsLoopback(ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip));
    }
}
