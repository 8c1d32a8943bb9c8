using System.Net;
using Bot.Adapters.Resilience;
using Bot.Answers.Model;

namespace Bot.Discord.Rest;

/// <summary>Creates the connections to Discord's HTTP API.</summary>
internal static class DiscordConnections
{
    // A full set of commands with all translations has a few hundred kilobytes.
    private const int MaxBytes = 8 << 20;

    /// <summary>Creates the handler that holds the connections.</summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        // Connections are renewed so that a changed address is noticed. Their number is not limited, so that responses do not wait for each other.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        EnableMultipleHttp2Connections = true,
        ConnectTimeout = ErrorSummary.ConnectTimeout,
        ActivityHeadersPropagator = null,

        // An address on this machine is not reached through a proxy, which would see the token.
        Proxy = LoopbackBypassProxy.FromEnvironment(),

        // The API never redirects, and no other host may see the token.
        AllowAutoRedirect = false,
        UseCookies = false,
    };

    /// <summary>Creates a client over connections that it does not dispose of.</summary>
    /// <remarks>
    /// Discord blocks clients without a User-Agent (Reference, User Agent). The project has no web page, so the address is that of the
    /// developer portal, where the owner of the token is known.
    /// </remarks>
    public static HttpClient CreateClient(HttpMessageHandler connections, TimeSpan timeout)
    {
        var version = ProgramVersion.Text;
        return new HttpClient(connections, disposeHandler: false)
        {
            Timeout = timeout,
            MaxResponseContentBufferSize = MaxBytes,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultRequestHeaders = { { "User-Agent", $"DiscordBot (https://discord.com/developers/applications, {version})" } },
        };
    }
}
