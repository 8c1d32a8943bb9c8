using Bot.Answers.Model;

namespace Bot.Telegram.Parsing;

/// <summary>
/// What a link <c>t.me/bot?start=who_lavrov</c> carries: a command and its words, with underscores between them
/// (at most 64 of <c>A-Z a-z 0-9 _ -</c>: Bot Features, Deep Linking).
/// </summary>
internal static class DeepLink
{
    /// <summary>The request of a link's payload.</summary>
    /// <param name="payload">The words after <c>/start</c>; without any, the welcome.</param>
    /// <param name="language">The reader's language.</param>
    public static Request Read(string payload, string language)
    {
        var parts = payload.Split('_', 2);
        return parts[0].Length == 0
            ? new Request("start", "", language)
            : Request.Parse($"/{parts[0]} {(parts.Length > 1 ? parts[1].Replace('_', ' ') : "")}", language);
    }
}
