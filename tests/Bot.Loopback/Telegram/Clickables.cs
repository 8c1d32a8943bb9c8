using System.Text.RegularExpressions;

namespace Bot.Loopback.Telegram;

/// <summary>The parts of a text that are clickable without markup: commands, mentions, hashtags and addresses.</summary>
internal static partial class Clickables
{
    /// <summary>Finds them outside of what is taken already.</summary>
    public static IEnumerable<TextEntity> Find(string text, IReadOnlyList<TextEntity> taken)
    {
        if (text.AsSpan().IndexOfAny('/', '@', '#') < 0)
        {
            return [];
        }

        return Pattern().Matches(text)
            .Select(m => new TextEntity(Type(m), m.Index, m.Length))
            .Where(e => !taken.Any(t => t.Type is "code" or "pre" or "text_link" or "text_mention" && t.Offset < e.End && e.Offset < t.End));
    }

    private static string Type(Match match) =>
        match.Groups["url"].Success ? "url" : match.Groups["command"].Success ? "bot_command" : match.Groups["mention"].Success ? "mention" : "hashtag";

    [GeneratedRegex("""
        (?<url>(?<!\w)https?://[^\s<>"']*[^\s<>"'.,;:!?)»”])
        |(?<command>(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(@[a-zA-Z0-9_]{3,32})?(?![\w/<>]))
        |(?<mention>(?<![\w/])@[a-zA-Z0-9_]{3,32}(?!\w))
        |(?<hashtag>(?<![\w/])\#\w{1,256})
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
