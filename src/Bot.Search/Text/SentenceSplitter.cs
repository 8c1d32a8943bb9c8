namespace Bot.Search.Text;

/// <summary>Splits texts into sentences by punctuation.</summary>
public static class SentenceSplitter
{
    /// <summary>The sentences of a text, in order; a blank text has none.</summary>
    public static IEnumerable<Range> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 == text.Length || EndsAt(text, i))
            {
                if (!string.IsNullOrWhiteSpace(text[start..(i + 1)]))
                {
                    yield return start..(i + 1);
                }

                start = i + 1;
            }
        }
    }

    /// <summary>
    /// Whether a sentence ends at a character. Latin punctuation also occurs in abbreviations and addresses, so it ends a sentence only
    /// before a space, before a Han character, or at the end of the text.
    /// </summary>
    internal static bool EndsAt(ReadOnlySpan<char> text, int at) =>
        text[at] is '。' or '！' or '？' or '；' or '\n'
        || (text[at] is '.' or '!' or '?' or ';' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]) || Folding.IsHan(text[at + 1])));
}
