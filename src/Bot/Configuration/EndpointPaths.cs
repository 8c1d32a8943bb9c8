using Bot.Monitoring;
using Microsoft.AspNetCore.Http;

namespace Bot.Configuration;

/// <summary>The paths of the platforms' endpoints, decoded like the paths of requests.</summary>
/// <param name="Webhook">The path of Telegram's webhook; null: none.</param>
/// <param name="Interactions">The path of Discord's interactions; null when they do not come by HTTP.</param>
internal sealed record EndpointPaths(PathString? Webhook, PathString? Interactions)
{
    /// <summary>Reads the paths from the settings.</summary>
    /// <param name="options">The settings. A webhook with an invalid address has no path.</param>
    public static EndpointPaths Of(BotOptions options) => new(
        options.Telegram is { IsEnabled: true, UsesWebhook: true } && Uri.TryCreate(options.Telegram.Webhook.Url, UriKind.Absolute, out var hook) ? Decode(hook.AbsolutePath) : default(PathString?),
        options.Discord is { IsEnabled: true, UsesHttp: true } && options.Discord.EndpointPath is ['/', ..] path ? Decode(path) : default(PathString?));

    /// <summary>The problems, a line each: no two paths may be the same.</summary>
    /// <param name="isMonitored">Whether health and metrics are served on the same host.</param>
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
                yield return $"{key} has the path '{own}', where the bot serves its health and metrics; set another";
            }
        }
    }

    /// <summary>Whether two decoded paths are the same, without regard to case and a slash at the end.</summary>
    public static bool IsSame(PathString left, PathString right) =>
        left.Value.AsSpan().TrimEnd('/').Equals(right.Value.AsSpan().TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static PathString Decode(string path) => PathString.FromUriComponent(path);
}
