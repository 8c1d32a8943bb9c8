using Microsoft.Extensions.Configuration;

namespace Bot.Configuration;

/// <summary>Finds valid settings that have no effect in the chosen mode.</summary>
internal static class IgnoredSettings
{
    /// <summary>The warnings, a line each, with the key and the reason.</summary>
    /// <param name="options">The settings, already validated.</param>
    /// <param name="configuration">The settings as written.</param>
    public static IEnumerable<string> Warnings(BotOptions options, IConfiguration configuration)
    {
        if (!options.HasPlatform)
        {
            yield break;
        }

        var (discord, telegram) = (options.Discord, options.Telegram);
        (string Key, bool IsIgnored, string Default, string Why)[] keys =
        [
            ("Discord:Path", discord is { IsEnabled: true, UsesHttp: false }, "", "interactions come over the gateway unless Discord:Mode is Http"),
            ("Discord:PublicKey", discord is { IsEnabled: true, UsesHttp: false }, "", "interactions come over the gateway unless Discord:Mode is Http"),
            ("Discord:Shards", discord is { IsEnabled: true, UsesHttp: true }, "", "interactions come by HTTP, without connections of the bot"),
            ("Discord:GatewayUrl", discord is { IsEnabled: true, UsesHttp: true }, "", "interactions come by HTTP, without connections of the bot"),
            ("Telegram:Webhook:SecretToken", telegram is { IsEnabled: true, UsesWebhook: false }, "", "updates come by long polling unless Telegram:Webhook:Url is set"),
            ("Telegram:Webhook:SecretTokenFile", telegram is { IsEnabled: true, UsesWebhook: false }, "", "updates come by long polling unless Telegram:Webhook:Url is set"),
            ("Shutdown:Seconds", UsesDiscordNetAlone(options), "10", "Discord.Net has three seconds of its own"),
            ("State:Folder", UsesDiscordNetAlone(options), "state", "Discord.Net ends its session instead of saving it"),
            ("Limits:AtOnce", UsesDiscordNetAlone(options), "200", "Discord.Net has a limit of its own"),
            ("Limits:AtOnce", discord is { IsEnabled: true, UsesHttp: true } && !telegram.IsEnabled, "200", "interactions by HTTP are answered in the request itself"),
        ];
        foreach (var (key, isIgnored, byDefault, why) in keys)
        {
            if (isIgnored && configuration[key] is { } value && value.Trim() is { Length: > 0 } set && set != byDefault)
            {
                yield return $"{key} is set but not used, because {why}; leave it out";
            }
        }

        if (telegram is { IsEnabled: true, UsesWebhook: true } && telegram.Webhook.Url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            yield return "Telegram:Webhook:Url is an http address, which only your own Bot API server accepts, started with --local; use https with any other";
        }
    }

    private static bool UsesDiscordNetAlone(BotOptions options) => options is { Discord: { IsEnabled: true, UsesDiscordNet: true }, Telegram.IsEnabled: false };
}
