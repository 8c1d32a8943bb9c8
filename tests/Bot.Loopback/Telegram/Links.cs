using System.Globalization;

namespace Bot.Loopback.Telegram;

/// <summary>Which addresses a text or a button may lead to.</summary>
internal static class Links
{
    /// <summary>The user of a <c>tg://user?id=…</c> address.</summary>
    public static long? User(string url)
    {
        const string Prefix = "tg://user?id=";
        return url.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && long.TryParse(url[Prefix.Length..], CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;
    }

    /// <summary>The address as the server keeps it: with a scheme and a path. Null if it leads nowhere, and then a link is silently dropped.</summary>
    public static string? Checked(string url)
    {
        if (url.StartsWith("tg:", StringComparison.OrdinalIgnoreCase) || url.StartsWith("ton:", StringComparison.OrdinalIgnoreCase))
        {
            return url;
        }

        var absolute = url.Contains("://", StringComparison.Ordinal) ? url : "http://" + url;
        if (!Uri.TryCreate(absolute, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps) || !uri.Host.Contains('.'))
        {
            return null;
        }

        var path = absolute.IndexOfAny(['/', '?', '#'], absolute.IndexOf("://", StringComparison.Ordinal) + 3);
        if (path < 0)
        {
            return absolute + "/";
        }

        return absolute[path] == '/' ? absolute : absolute.Insert(path, "/");
    }
}
