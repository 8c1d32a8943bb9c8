namespace Bot.Loopback.Discord.Rules;

/// <summary>Which addresses a message may have.</summary>
internal static class Urls
{
    // OpenAPI description, RichEmbed and UnfurledMediaRequest.
    private const int MaxLength = 2048;

    /// <summary>Checks an address of a page: "only supports http(s)" (Message, Embed Author Structure).</summary>
    public static void CheckPage(Field url) => Check(url, MaxLength, "http", "https");

    /// <summary>Checks an address of a picture: "only supports http(s) and attachments" (Message, Embed Image Structure).</summary>
    public static void CheckMedia(Field url) => Check(url, MaxLength, "http", "https", "attachment");

    /// <summary>Checks an address.</summary>
    /// <param name="url">The address, which may be absent.</param>
    /// <param name="longest">The maximum number of characters.</param>
    /// <param name="schemes">What it may begin with.</param>
    public static void Check(Field url, int longest, params ReadOnlySpan<string> schemes)
    {
        if (url.Text(longest) is not { } text)
        {
            return;
        }

        var colon = text.IndexOf("://", StringComparison.Ordinal);
        var scheme = colon < 0 ? "" : text[..colon].ToLowerInvariant();
        if (!schemes.Contains(scheme))
        {
            url.Refuse(Codes.UrlScheme, $"Scheme \"{scheme}\" is not supported. Scheme must be one of ({string.Join(", ", schemes.ToArray().Select(s => $"'{s}'"))}).");
        }
        else if (!IsWellFormed(text, scheme))
        {
            url.Refuse(Codes.UrlForm, "Not a well formed URL.");
        }
    }

    // Common knowledge: a host without a dot is refused.
    private static bool IsWellFormed(string text, string scheme)
    {
        if (text.AsSpan().ContainsAnyInRange('\0', ' '))
        {
            return false;
        }

        if (scheme is not ("http" or "https"))
        {
            return text.Length > scheme.Length + "://".Length;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Host.Trim('.').Contains('.');
    }
}
