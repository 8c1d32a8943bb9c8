namespace Bot.Loopback.Discord;

/// <summary>The routes that are served.</summary>
internal sealed class Routes(DiscordServer server, CommandRegistry commands, Interactions interactions)
{
    /// <summary>The route of a request; the refusal if there is none.</summary>
    public Route? Find(string method, string[] path, out Reply? refusal)
    {
        var methods = Methods(path);
        refusal = null;
        if (methods.Length == 0)
        {
            refusal = Reply.Error(404, 0, "404: Not Found");
            return null;
        }

        foreach (var (name, route) in methods)
        {
            if (name == method)
            {
                return route;
            }
        }

        refusal = Reply.Error(405, 0, "405: Method Not Allowed");
        return null;
    }

    private (string Method, Route Route)[] Methods(string[] path) => path switch
    {
        ["gateway"] => [("GET", new("gateway", false, false, _ => server.GatewayReply()))],
        ["gateway", "bot"] => [("GET", new("gateway_bot", true, false, _ => server.GatewayBotReply()))],
        ["applications", "@me"] => [("GET", new("application_me", true, false, _ => Reply.Ok(server.ApplicationJson())))],
        ["users", "@me"] => [("GET", new("user_me", true, false, _ => Reply.Ok(server.BotJson())))],
        ["applications", var app, "commands"] =>
        [
            ("GET", new("commands_get", true, false, r => commands.Get(app, null, r))),
            ("PUT", new("commands_put", true, true, r => commands.Overwrite(app, null, r))),
        ],
        ["applications", var app, "guilds", var guild, "commands"] =>
        [
            ("GET", new("guild_commands_get", true, false, r => commands.Get(app, guild, r))),
            ("PUT", new("guild_commands_put", true, true, r => commands.Overwrite(app, guild, r))),
        ],
        ["interactions", var id, var token, "callback"] =>
            [("POST", new("callback", false, true, r => interactions.Callback(id, token, r)))],
        ["webhooks", var app, var token] =>
            [("POST", new("webhook", false, true, r => interactions.FollowUp(app, token, r)))],
        ["webhooks", var app, var token, "messages", var message] =>
        [
            ("GET", new("webhook_message", false, false, _ => interactions.GetMessage(app, token, message))),
            ("PATCH", new("webhook_message", false, true, r => interactions.EditMessage(app, token, message, r))),
            ("DELETE", new("webhook_message", false, false, _ => interactions.DeleteMessage(app, token, message))),
        ],
        _ => [],
    };
}
