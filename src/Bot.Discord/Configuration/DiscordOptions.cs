using System.Globalization;

namespace Bot.Discord.Configuration;

/// <summary>How interactions reach the bot.</summary>
public enum DiscordMode
{
    /// <summary>Over a connection that the bot opens: nothing needs to be reachable.</summary>
    Gateway,

    /// <summary>By HTTP requests to the bot: any number of them behind a load balancer.</summary>
    Http,
}

/// <summary>The section <c>Discord</c> of the settings. A token alone turns the adapter on.</summary>
public sealed class DiscordOptions
{
    /// <summary>The most connections. Discord names no limit; one more is made for every thousand servers or so, of which the largest bots have some millions.</summary>
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

    /// <summary>The bot's token, as the developer portal gives it; empty: no Discord.</summary>
    public string Token { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>A file with the token, in place of <see cref="Token"/>; empty: none.</summary>
    public string TokenFile { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>The address of the HTTP API, up to and with its version; empty: Discord's.</summary>
    public string ApiUrl { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>The address of the gateway; empty: the one that Discord gives.</summary>
    public string GatewayUrl { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>What speaks to Discord: <c>Own</c>, the project's own client, or <c>Discord.Net</c>, the library, in a build that has it; empty: <c>Own</c>.</summary>
    public string Client { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>How interactions reach the bot: <c>Gateway</c> or <c>Http</c>; empty: <c>Gateway</c>.</summary>
    public string Mode { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>The path at which HTTP interactions are taken; empty: <c>/interactions</c>.</summary>
    public string Path { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>The app's public key, 64 hexadecimal digits, which HTTP interactions are signed with; empty: Discord is asked for it.</summary>
    public string PublicKey { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>How many connections share the servers; empty: as many as Discord recommends.</summary>
    public string Shards { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>The id of the one server to register the commands in, for trying out; empty: everywhere.</summary>
    public string GuildId { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>Whether a token is set.</summary>
    public bool IsEnabled => Token.Length > 0;

    /// <summary>Whether Discord.Net speaks to Discord.</summary>
    public bool UsesDiscordNet => Client.Equals(DiscordNet, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether interactions come by HTTP requests.</summary>
    public bool UsesHttp => Mode.Equals(nameof(DiscordMode.Http), StringComparison.OrdinalIgnoreCase);

    /// <summary>The path at which HTTP interactions are taken.</summary>
    public string EndpointPath => Path.Length > 0 ? Path : "/interactions";

    /// <summary>The address of the HTTP API with a slash at its end.</summary>
    public string ApiAddress => ApiUrl.Length == 0 ? DefaultApiUrl : ApiUrl.EndsWith('/') ? ApiUrl : ApiUrl + "/";

    /// <summary>The one server to register the commands in; null: everywhere.</summary>
    public ulong? Guild => ulong.TryParse(GuildId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>How many connections share the servers; null: as many as Discord recommends.</summary>
    public int? ShardCount => int.TryParse(Shards, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    /// <summary>What is wrong, a line each: it names the key and how to fix it, never the secret itself.</summary>
    public IEnumerable<string> Validate() => IsEnabled ? ValidateEnabled() : ValidateDisabled();

    private IEnumerable<string> ValidateDisabled()
    {
        // A file that gives no token is told of by whoever reads it.
        if (TokenFile.Length == 0 && ApiUrl.Length + GatewayUrl.Length + Client.Length + Mode.Length + Path.Length + PublicKey.Length + Shards.Length + GuildId.Length > 0)
        {
            yield return "Discord:Token is not set, but other keys of Discord are; set it to the token of the developer portal (Bot, Reset Token), or leave the section out";
        }
    }

    private IEnumerable<string> ValidateEnabled()
    {
        if (Token.Any(c => c is <= ' ' or > '~'))
        {
            yield return "Discord:Token is not a bot's token; copy it alone, without the word Bot, from the developer portal (Bot, Reset Token)";
        }

        if (ApiUrl.Length > 0 && !IsAddress(ApiUrl, "https", "http"))
        {
            yield return $"Discord:ApiUrl is '{ApiUrl}'; set it to an address up to and with the version, such as {DefaultApiUrl}, or leave it out";
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
