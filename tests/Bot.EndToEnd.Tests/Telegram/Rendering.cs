using System.Text;
using Bot.Loopback.Telegram;

namespace Bot.EndToEnd.Tests.Telegram;

/// <summary>
/// A message as a reader sees it, in a file: **bold**, _italic_, [text](address), lines of a quotation behind a bar, of a folded one
/// behind a double bar, and below the buttons, a row on a line, each with what it sends.
/// </summary>
internal static class Rendering
{
    /// <summary>Renders a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="version">The version of the base, which changes with every word of it and is left out.</param>
    public static string Of(ChatMessage message, string version)
    {
        var text = new StringBuilder();
        for (var at = 0; at <= message.Text.Length; at++)
        {
            foreach (var entity in message.Entities.Reverse().Where(e => e.Offset + e.Length == at))
            {
                text.Append(Closing(entity));
            }

            if (at == 0 || message.Text[at - 1] == '\n')
            {
                text.Append(Bar(message, at));
            }

            foreach (var entity in message.Entities.Where(e => e.Offset == at))
            {
                text.Append(Opening(entity));
            }

            if (at < message.Text.Length)
            {
                text.Append(message.Text[at]);
            }
        }

        text.Append('\n');
        foreach (var row in message.Keyboard)
        {
            text.Append('\n').AppendJoin("  ", row.Select(b => $"[{b.Text} → {b.Data}]"));
        }

        if (message.Keyboard.Count > 0)
        {
            text.Append('\n');
        }
        else if (message.Markup is { } markup)
        {
            text.Append('\n').Append(markup).Append('\n');
        }

        return text.ToString().Replace(version, "<version>", StringComparison.Ordinal);
    }

    private static string Bar(ChatMessage message, int at) =>
        message.Entities.FirstOrDefault(e => e.Type is "blockquote" or "expandable_blockquote" && e.Offset <= at && at < e.Offset + e.Length)?.Type switch
        {
            "blockquote" => "│ ",
            "expandable_blockquote" => "║ ",
            _ => "",
        };

    private static string Opening(TextEntity entity) => entity.Type switch
    {
        "bold" => "**",
        "italic" => "_",
        "text_link" => "[",
        "blockquote" or "expandable_blockquote" => "",

        // What the app makes clickable by itself.
        "bot_command" or "url" or "mention" or "hashtag" => "",
        _ => $"<{entity.Type}>",
    };

    private static string Closing(TextEntity entity) => entity.Type switch
    {
        "text_link" => $"]({entity.Url})",
        "bold" or "italic" => Opening(entity),
        _ => Opening(entity).Replace("<", "</", StringComparison.Ordinal),
    };
}
