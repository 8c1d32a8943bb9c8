namespace Bot.Search.Text;

/// <summary>Finds the ends of sentences by their signs.</summary>
public static class SentenceSplitter
{
    /// <summary>The sentences of a text, in order; none of a blank one.</summary>
    public static IEnumerable<Range> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 == text.Length || EndAt(text, i))
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
    /// Whether a sentence ends at a character. A Latin full stop also ends abbreviations and stands in addresses: it ends a sentence
    /// where a space or Han comes next.
    /// </summary>
    internal static bool EndAt(ReadOnlySpan<char> text, int at) =>
        text[at] is '。' or '！' or '？' or '；' or '\n'
        || (text[at] is '.' or '!' or '?' or ';' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]) || Folding.IsHan(text[at + 1])));
}
