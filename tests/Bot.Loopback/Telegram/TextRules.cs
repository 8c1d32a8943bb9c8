using System.Text;

namespace Bot.Loopback.Telegram;

/// <summary>What the server does with a text after its markup is read: clean, trim, find what is clickable, keep a hundred entities.</summary>
internal static class TextRules
{
    private const int MaxSourceLength = 1 << 15;
    private const int MaxTextLength = 4096;
    private const int MaxEntities = 100;

    /// <summary>The text of a message that the bot sends.</summary>
    /// <param name="source">What was sent.</param>
    /// <param name="parseMode">Its markup.</param>
    /// <param name="entities">Its entities, if it has no markup.</param>
    /// <param name="tooLong">What is said of a text that is too long.</param>
    public static FormattedText Read(string source, string parseMode, IReadOnlyList<TextEntity> entities, string tooLong = "message is too long")
    {
        if (source.Length == 0)
        {
            throw Refusal.BadRequest("message text is empty");
        }

        if (Encoding.UTF8.GetByteCount(source) > MaxSourceLength)
        {
            throw Refusal.BadRequest("text is too long");
        }

        var parsed = parseMode.ToLowerInvariant() switch
        {
            "" or "none" => new(source, entities),
            "html" => HtmlText.Parse(source),
            // The adapter sends HTML only; what reads Markdown is left out rather than done badly.
            "markdown" or "markdownv2" => throw Refusal.BadRequest("the stand-in does not read Markdown"),
            _ => throw Refusal.BadRequest("unsupported parse_mode"),
        };
        var clean = Clean(parsed);
        if (clean.Text.Length == 0)
        {
            throw Refusal.BadRequest("text must be non-empty");
        }

        if (clean.Text.Length > MaxTextLength)
        {
            throw Refusal.BadRequest(tooLong);
        }

        return new(clean.Text, Order([.. clean.Entities, .. Clickables.Find(clean.Text, clean.Entities)]));
    }

    // Control characters become spaces, carriage returns vanish, and both ends are trimmed.
    private static FormattedText Clean(FormattedText text)
    {
        var entities = text.Entities;
        var characters = text.Text;
        if (characters.AsSpan().IndexOf('\r') >= 0)
        {
            var kept = characters;
            int Kept(int offset) => offset - kept.AsSpan(0, Math.Min(offset, kept.Length)).Count('\r');
            entities = [.. entities.Select(e => e with { Offset = Kept(e.Offset), Length = Kept(e.End) - Kept(e.Offset) })];
            characters = characters.Replace("\r", "", StringComparison.Ordinal);
        }

        if (characters.AsSpan().ContainsAnyInRange('\0', '\t') || characters.AsSpan().ContainsAnyInRange('\v', '\x1f'))
        {
            characters = string.Concat(characters.Select(c => c < ' ' && c != '\n' ? ' ' : c));
        }

        var end = characters.AsSpan().TrimEnd([' ', '\n']).Length;
        var firstEntity = entities.Count == 0 ? end : Math.Min(end, entities.Min(e => e.Offset));
        var begin = 0;
        while (begin < firstEntity && characters[begin] is ' ' or '\n')
        {
            begin++;
        }

        return new(
            characters[begin..end],
            [.. entities.Select(e => e with { Offset = e.Offset - begin, Length = Math.Min(e.End, end) - e.Offset }).Where(e => e.Length > 0)]);
    }

    // Nothing stands within code, and of what begins at one place the longer comes first.
    private static TextEntity[] Order(List<TextEntity> entities)
    {
        if (entities.Count == 0)
        {
            return [];
        }

        var code = entities.Where(e => e.Type is "code" or "pre").ToList();
        return [.. entities
            .Where(e => !code.Any(c => c != e && c.Offset <= e.Offset && e.End <= c.End && e.Type is not ("blockquote" or "expandable_blockquote")))
            .OrderBy(e => e.Offset)
            .ThenByDescending(e => e.Length)
            .Take(MaxEntities)];
    }
}
