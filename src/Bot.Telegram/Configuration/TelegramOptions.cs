using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Telegram.Configuration;

/// <summary>The section <c>Telegram</c> of the settings. A token is enough to enable the adapter.</summary>
public sealed partial class TelegramOptions
{
    // Bot API, setWebhook, Ports currently supported. Your own server may call any port.
    private static readonly int[] s_webhookPorts = [443, 80, 88, 8443];

    /// <summary>The keys of the section.</summary>
    public static IReadOnlyList<string> Keys { get; } = [nameof(Token), nameof(TokenFile), nameof(ApiUrl), nameof(Webhook)];

    /// <summary>The bot's token, as BotFather gives it; empty: Telegram is disabled.</summary>
    public string Token { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>A file that holds the token instead of <see cref="Token"/>; empty: none.</summary>
    public string TokenFile { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>The address of your own Bot API server, such as <c>http://localhost:8081</c>; empty: Telegram's.</summary>
    public string ApiUrl { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>The section <c>Telegram:Webhook</c>.</summary>
    public WebhookOptions Webhook { get; set => field = value ?? new(); } = new();

    /// <summary>Whether a token is set.</summary>
    public bool IsEnabled => Token.Length > 0;

    /// <summary>Whether updates come by webhook rather than by long polling.</summary>
    public bool UsesWebhook => Webhook.Url.Length > 0;

    /// <summary>The problems, a line each. A line names the key and the fix, never the secret itself.</summary>
    public IEnumerable<string> Validate()
    {
        if (!IsEnabled)
        {
            // A file that gives no token is reported where it is read.
            if (TokenFile.Length == 0 && (UsesWebhook || ApiUrl.Length > 0 || Webhook.SecretToken.Length + Webhook.SecretTokenFile.Length > 0))
            {
                yield return "Telegram:Token is not set, but other keys of Telegram are; set it to the token that BotFather gave, or leave the section out";
            }

            yield break;
        }

        if (!TokenPattern().IsMatch(Token))
        {
            yield return "Telegram:Token is not a bot's token; copy the whole line that BotFather gave: digits, a colon, letters";
        }

        if (ApiUrl.Length > 0 && !(Uri.TryCreate(ApiUrl, UriKind.Absolute, out var api) && api.Scheme is "http" or "https" && api is { PathAndQuery: "/", Fragment: "" }))
        {
            yield return $"Telegram:ApiUrl is '{ApiUrl}'; set it to a scheme, host and port, such as http://localhost:8081, or leave it out";
        }

        // Only your own Bot API server accepts webhooks without TLS (Bot API, Using a Local Bot API Server).
        var local = ApiUrl.Length > 0;
        if (UsesWebhook && !(Uri.TryCreate(Webhook.Url, UriKind.Absolute, out var hook) && (hook.Scheme == "https" || (local && hook.Scheme == "http"))))
        {
            yield return $"Telegram:Webhook:Url is '{Webhook.Url}'; set it to the public https address of this bot, such as https://bot.example.org/telegram, or leave it out";
        }
        else if (UsesWebhook && !local && Array.IndexOf(s_webhookPorts, new Uri(Webhook.Url).Port) < 0)
        {
            yield return $"Telegram:Webhook:Url is '{Webhook.Url}', with port {new Uri(Webhook.Url).Port}; Telegram only calls the ports {string.Join(", ", s_webhookPorts)}, so set one of them and forward it in your proxy";
        }

        if (Webhook.SecretToken.Length > 0 && !SecretPattern().IsMatch(Webhook.SecretToken))
        {
            yield return "Telegram:Webhook:SecretToken has characters other than letters, digits, _ and -, or more than 256; leave it out to derive it from the token";
        }
    }

    /// <summary>The secret that webhook requests must carry: the configured one, or else one derived from the token. It is the same on every replica.</summary>
    public string WebhookSecret => Webhook.SecretToken.Length > 0
        ? Webhook.SecretToken
        : Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Token), "webhook secret"u8));

    // The digits are the bot's id. The client library accepts at most 16 of them.
    [GeneratedRegex("^[0-9]{1,16}:[A-Za-z0-9_-]+$")]
    private static partial Regex TokenPattern();

    // Bot API, setWebhook.
    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$")]
    private static partial Regex SecretPattern();
}

/// <summary>The section <c>Telegram:Webhook</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>The keys of the section.</summary>
    public static IReadOnlyList<string> Keys { get; } = [nameof(Url), nameof(SecretToken), nameof(SecretTokenFile)];

    /// <summary>The public address at which Telegram reaches the bot; empty: long polling.</summary>
    public string Url { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>The secret that Telegram must send with each update, 1–256 of <c>A-Z a-z 0-9 _ -</c>; empty: derived from the token.</summary>
    public string SecretToken { get; set => field = (value ?? "").Trim(); } = "";

    /// <summary>A file that holds the secret instead of <see cref="SecretToken"/>; empty: none.</summary>
    public string SecretTokenFile { get; set => field = (value ?? "").Trim(); } = "";
}
