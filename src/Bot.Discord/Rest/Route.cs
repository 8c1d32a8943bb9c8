namespace Bot.Discord.Rest;

/// <summary>An endpoint of Discord's HTTP API.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, relative to the API's address.</param>
/// <param name="RateLimitKey">The key for rate limits: the method and the path without a query.</param>
internal sealed record Route(HttpMethod Method, string Path, string RateLimitKey)
{
    /// <summary>The gateway's address and the session start limit (Gateway, Get Gateway Bot).</summary>
    public static readonly Route GatewayBot = Of(HttpMethod.Get, "gateway/bot");

    /// <summary>The app that the token belongs to (Application Resource, Get Current Application).</summary>
    public static readonly Route Application = Of(HttpMethod.Get, "applications/@me");

    /// <summary>The registered commands (Application Commands, Get Global / Guild Application Commands).</summary>
    public static Route Commands(ulong application, ulong? guild) =>
        Of(HttpMethod.Get, CommandsPath(application, guild)) with { Path = CommandsPath(application, guild) + "?with_localizations=true" };

    /// <summary>Registers all commands and replaces the existing ones (Application Commands, Bulk Overwrite Global / Guild Application Commands).</summary>
    public static Route OverwriteCommands(ulong application, ulong? guild) => Of(HttpMethod.Put, CommandsPath(application, guild));

    private static Route Of(HttpMethod method, string path) => new(method, path, $"{method} {path}");

    private static string CommandsPath(ulong application, ulong? guild) =>
        guild is null ? $"applications/{application}/commands" : $"applications/{application}/guilds/{guild}/commands";
}
