using System.Globalization;

namespace Bot.Discord.Configuration;

/// <summary>How interactions reach the bot.</summary>
public enum DiscordMode
{
    /// <summary>Over a connection that the bot opens. The bot needs no public address.</summary>
    Gateway,

    /// <summary>By HTTP requests to the bot. Any number of bots can share a load balancer.</summary>
    Http,
}

/// <summary>The section <c>Discord</c> of the settings. A token is enough to enable the adapter.</summary>
public sealed class DiscordOptions
{
    /// <summary>The maximum number of shards. Discord names no limit; it recommends one shard for about every thousand servers, and the largest bots are in some millions.</summary>
    public const int MaxShards = 10_000;

    private const string Own = "Own";
    private const string DiscordNet = "Discord.Net";
    private const string DefaultApiUrl = "https://discord.com/api/v10/";

    /// <summary>The keys of the section.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        nameof(Token), nameof(TokenFile), nameof(ApiUrl), nameof(GatewayUrl), nameof(Client), nameof(Mode),
        nameof(Path), nameof(PublicKey), nameof(Shards), nameof(GuildId),
    ];

    /// <summary>The bot's token, as the developer portal gives it; empty: Discord is disabled.</summary>
    public string Token { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>A file that holds the token instead of <see cref="Token"/>; empty: none.</summary>
    public string TokenFile { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>The address of the HTTP API, including the version; empty: Discord's.</summary>
    public string ApiUrl { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>The address of the gateway; empty: the one that Discord returns.</summary>
    public string GatewayUrl { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>The client for Discord: <c>Own</c>, the project's own, or <c>Discord.Net</c>, the library, in a build that has it; empty: <c>Own</c>.</summary>
    public string Client { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>How interactions reach the bot: <c>Gateway</c> or <c>Http</c>; empty: <c>Gateway</c>.</summary>
    public string Mode { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>The path of the endpoint for HTTP interactions; empty: <c>/interactions</c>.</summary>
    public string Path { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>The app's public key for the signatures of HTTP interactions, 64 hexadecimal digits; empty: requested from Discord.</summary>
    public string PublicKey { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>The number of shards; empty: as many as Discord recommends.</summary>
    public string Shards { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>The id of the server to register the commands in, for trying them out; empty: everywhere.</summary>
    public string GuildId { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>Whether a token is set.</summary>
    public bool IsEnabled => Token.Length > 0;

    /// <summary>Whether the client is Discord.Net.</summary>
    public bool UsesDiscordNet => Client.Equals(DiscordNet, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether interactions come by HTTP requests.</summary>
    public bool UsesHttp => Mode.Equals(nameof(DiscordMode.Http), StringComparison.OrdinalIgnoreCase);

    /// <summary>The path of the endpoint for HTTP interactions.</summary>
    public string EndpointPath => Path.Length > 0 ? Path : "/interactions";

    /// <summary>The address of the HTTP API, with a slash at the end.</summary>
    public string ApiAddress => ApiUrl.Length == 0 ? DefaultApiUrl : ApiUrl.EndsWith('/') ? ApiUrl : ApiUrl + "/";

    /// <summary>The id of the server to register the commands in; null: everywhere.</summary>
    public ulong? Guild => ulong.TryParse(GuildId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The number of shards; null: as many as Discord recommends.</summary>
    public int? ShardCount => int.TryParse(Shards, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    /// <summary>The problems, a line each. A line names the key and the fix, never the secret itself.</summary>
    public IEnumerable<string> Validate() => IsEnabled ? ValidateEnabled() : ValidateDisabled();

    private IEnumerable<string> ValidateDisabled()
    {
        // A file that gives no token is reported where it is read.
        if (TokenFile.Length == 0 && ApiUrl.Length + GatewayUrl.Length + Client.Length + Mode.Length + Path.Length + PublicKey.Length + Shards.Length + GuildId.Length > 0)
        {
            yield return "Discord:Token is not set, but other keys of Discord are; set it to the token of the developer portal (Bot, Reset Token), or leave the section out";
        }
    }

    private IEnumerable<string> ValidateEnabled()
    {
        if (Token.Any(c => c is <= ' ' or > '~'))
        {
            yield return "Discord:Token is not a bot's token; copy only the token, without the word Bot, from the developer portal (Bot, Reset Token)";
        }

        if (ApiUrl.Length > 0 && !IsAddress(ApiUrl, "https", "http"))
        {
            yield return $"Discord:ApiUrl is '{ApiUrl}'; set it to an address including the version, such as {DefaultApiUrl}, or leave it out";
        }

        if (GatewayUrl.Length > 0 && !IsAddress(GatewayUrl, "wss", "ws"))
        {
            yield return $"Discord:GatewayUrl is '{GatewayUrl}'; set it to an address that begins with wss:// or ws://, or leave it out";
        }

        if (Client.Length > 0 && !UsesDiscordNet && !Client.Equals(Own, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"Discord:Client is '{Client}'; set it to Own or Discord.Net, or leave it out";
        }

        if (UsesDiscordNet && UsesHttp)
        {
            yield return "Discord:Client is 'Discord.Net', which takes interactions over the gateway only; leave Discord:Mode or Discord:Client out";
        }

        if (Mode.Length > 0 && !UsesHttp && !Mode.Equals(nameof(DiscordMode.Gateway), StringComparison.OrdinalIgnoreCase))
        {
            yield return $"Discord:Mode is '{Mode}'; set it to Gateway or Http, or leave it out";
        }

        if (Path.Length > 0 && (Path[0] != '/' || Path.Any(c => c is <= ' ' or > '~' or '?' or '#' or '{' or '}')))
        {
            yield return $"Discord:Path is '{Path}'; set it to a path such as /interactions, or leave it out";
        }

        if (PublicKey.Length > 0 && !(PublicKey.Length == 64 && PublicKey.All(char.IsAsciiHexDigit)))
        {
            yield return "Discord:PublicKey is not 64 hexadecimal digits; copy it from the developer portal (General Information, Public Key), or leave it out";
        }

        if (Shards.Length > 0 && ShardCount is not (> 0 and <= MaxShards))
        {
            yield return $"Discord:Shards is '{Shards}'; set it to a whole number from 1 to {MaxShards}, or leave it out";
        }

        if (GuildId.Length > 0 && Guild is null)
        {
            yield return $"Discord:GuildId is '{GuildId}'; set it to the digits of a server's id (Copy Server ID, in developer mode), or leave it out";
        }
    }

    private static bool IsAddress(string address, string scheme, string plain) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == scheme || uri.Scheme == plain) && uri is { Fragment: "" };
}
