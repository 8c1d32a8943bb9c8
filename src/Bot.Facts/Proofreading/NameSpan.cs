namespace Bot.Facts.Proofreading;

/// <summary>Whether names occur in texts.</summary>
internal static class NameSpan
{
    /// <summary>Whether a character is Han.</summary>
    public static bool IsHan(char c) => c is >= '㐀' and <= '鿿';

    /// <summary>Whether the first occurrence of a name in a text is a name there. Han words have no spaces between them; other names are whole words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The name.</param>
    /// <param name="comparison">How letters are compared.</param>
    public static bool IsIn(string text, string name, StringComparison comparison)
    {
        var at = text.IndexOf(name, comparison);
        return at >= 0 && (name.Any(IsHan) || (!IsLetter(text, at - 1) && !IsLetter(text, at + name.Length)));
    }

    private static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && char.IsLetter(text[at]);
}
