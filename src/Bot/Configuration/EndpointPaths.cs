using Bot.Monitoring;
using Microsoft.AspNetCore.Http;

namespace Bot.Configuration;

/// <summary>The paths that platforms post to, decoded as the server decodes those of requests.</summary>
/// <param name="Webhook">The path of Telegram's webhook; null without one.</param>
/// <param name="Interactions">The path of Discord's interactions; null when they do not come by HTTP.</param>
internal sealed record EndpointPaths(PathString? Webhook, PathString? Interactions)
{
    /// <summary>The paths that the settings give.</summary>
    /// <param name="options">The settings; of a webhook that is no address there is no path.</param>
    public static EndpointPaths Of(BotOptions options) => new(
        options.Telegram is { IsEnabled: true, UsesWebhook: true } && Uri.TryCreate(options.Telegram.Webhook.Url, UriKind.Absolute, out var hook) ? Decode(hook.AbsolutePath) : default(PathString?),
        options.Discord is { IsEnabled: true, UsesHttp: true } && options.Discord.EndpointPath is ['/', ..] path ? Decode(path) : default(PathString?));

    /// <summary>What is wrong, a line each: no two may be the same.</summary>
    /// <param name="isMonitored">Whether health and metrics are served beside them.</param>
    public IEnumerable<string> Validate(bool isMonitored)
    {
        if (Webhook is { } webhook && Interactions is { } interactions && IsSame(webhook, interactions))
        {
            yield return $"Telegram:Webhook:Url and Discord:Path have the same path, '{webhook}'; give one of them another";
        }

        string[] served = isMonitored ? [MonitoringEndpoints.Live, MonitoringEndpoints.Ready, MonitoringEndpoints.Metrics] : [];
        foreach (var (key, path) in new[] { ("Telegram:Webhook:Url", Webhook), ("Discord:Path", Interactions) })
        {
            if (path is { } taken && Array.Find(served, s => IsSame(taken, s)) is { } own)
            {
                yield return $"{key} has the path '{own}', where the bot tells how it is; set another";
            }
        }
    }

    /// <summary>Whether two decoded paths are one: letter case and a slash at the end make no difference.</summary>
    public static bool IsSame(PathString left, PathString right) =>
        left.Value.AsSpan().TrimEnd('/').Equals(right.Value.AsSpan().TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static PathString Decode(string path) => PathString.FromUriComponent(path);
}
