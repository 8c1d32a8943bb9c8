namespace Bot.Facts.Proofreading;

/// <summary>The runs of characters of one sort in a text, such as its words.</summary>
internal static class TextRuns
{
    /// <summary>The longest parts of a text that have only such characters, in its order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isIn">Whether a character belongs to a run.</param>
    public static IEnumerable<string> Of(string text, Func<char, bool> isIn)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && isIn(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }
}
