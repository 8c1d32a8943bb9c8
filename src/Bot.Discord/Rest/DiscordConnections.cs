using System.Net;
using Bot.Adapters.Resilience;
using Bot.Answers.Model;

namespace Bot.Discord.Rest;

/// <summary>How the bot connects to Discord's HTTP API.</summary>
internal static class DiscordConnections
{
    // A full set of commands with all translations has some hundred kilobytes.
    private const int MaxBytes = 8 << 20;

    /// <summary>Makes what holds the connections.</summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        // A changed address is noticed, and many responses at once need not wait for each other.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        EnableMultipleHttp2Connections = true,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        ActivityHeadersPropagator = null,

        // What is beside the bot is not reached through a proxy, which would see the token.
        Proxy = LoopbackBypassProxy.FromEnvironment(),

        // The API redirects nobody, and nobody else is to see the token.
        AllowAutoRedirect = false,
        UseCookies = false,
    };

    /// <summary>Makes a client over connections that it does not dispose of.</summary>
    /// <remarks>
    /// Discord blocks clients that do not say who they are (Reference, User Agent). The project has no page of its own: the address is
    /// where the owner of the token is known.
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
