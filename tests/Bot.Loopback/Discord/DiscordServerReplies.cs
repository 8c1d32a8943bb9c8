using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord;

/// <summary>What the API says about the gateway and of the application.</summary>
internal static class DiscordServerReplies
{
    public static Reply GatewayReply(this DiscordServer server) => Reply.Ok(new JsonObject { ["url"] = server.GatewayUrl });

    public static Reply GatewayBotReply(this DiscordServer server) => Reply.Ok(new JsonObject
    {
        ["url"] = server.GatewayUrl,
        ["session_start_limit"] = new JsonObject
        {
            ["max_concurrency"] = server.Options.MaxConcurrency,
            ["remaining"] = server.SessionStarts.Remaining,
            ["reset_after"] = (long)server.SessionStarts.ResetAfter.TotalMilliseconds,
            ["total"] = server.Options.SessionStarts,
        },
        ["shards"] = server.Options.Shards,
    });

    public static JsonObject ApplicationJson(this DiscordServer server) => new()
    {
        ["id"] = server.Options.ApplicationId.Text(),
        ["name"] = server.Options.Name,
        ["icon"] = null,
        ["description"] = "",
        ["type"] = null,
        ["bot"] = server.BotJson(),
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = server.PublicKey,
        ["flags"] = DiscordServer.ApplicationFlags,
        ["flags_new"] = "0",
        ["integration_types_config"] = new JsonObject([.. server.Options.IntegrationTypes.Select(t => KeyValuePair.Create($"{t}", (JsonNode?)new JsonObject()))]),
        ["owner"] = new DiscordUser(1, "Owner").ToJson(),
        ["redirect_uris"] = new JsonArray(),
        ["interactions_endpoint_url"] = server.InteractionsEndpointUrl?.ToString(),
        ["role_connections_verification_url"] = null,
        ["approximate_guild_count"] = server.InstalledGuilds.Count,
        ["approximate_user_install_count"] = 0,
        ["approximate_user_authorization_count"] = 0,
        ["explicit_content_filter"] = 0,
        ["team"] = null,
    };
}
