using Bot.Answers.Model;

namespace Bot.Telegram.Parsing;

/// <summary>
/// The payload of a link such as <c>t.me/bot?start=who_berg</c>: a command and its words, joined by underscores
/// (at most 64 of <c>A-Z a-z 0-9 _ -</c>: Bot Features, Deep Linking).
/// </summary>
internal static class DeepLink
{
    /// <summary>Parses the payload of a link.</summary>
    /// <param name="payload">The words after <c>/start</c>; empty for the welcome.</param>
    /// <param name="language">The reader's language.</param>
    public static Request Read(string payload, string language)
    {
        var parts = payload.Split('_', 2);
        return parts[0].Length == 0
            ? new Request("start", "", language)
            : Request.Parse($"/{parts[0]} {(parts.Length > 1 ? parts[1].Replace('_', ' ') : "")}", language);
    }
}
