namespace Bot.Facts.Proofreading;

/// <summary>What a question shares with another, or with a text, whatever the form of its words: words without their endings, and pairs of characters in Chinese.</summary>
internal static class QuestionTerms
{
    private const int MinStem = 4;
    private const int MaxEnding = 2;

    /// <summary>The terms of a text, in its order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tag">The tag of its language.</param>
    public static List<string> Of(string text, string tag)
    {
        if (IsChinese(tag))
        {
            var characters = Characters(text);
            return [.. Enumerable.Range(0, Math.Max(0, characters.Length - 1)).Select(i => characters.Substring(i, 2))];
        }

        return Words(text);
    }

    /// <summary>A key that is the same for questions of the same words in any order and form, or in Chinese of the same characters in any order.</summary>
    /// <param name="text">The question.</param>
    /// <param name="tag">The tag of its language.</param>
    public static string Unordered(string text, string tag) =>
        IsChinese(tag) ? Sorted(Characters(text)) : string.Join(' ', Words(text).Order(StringComparer.Ordinal));

    private static string Sorted(string characters)
    {
        var sorted = characters.ToCharArray();
        Array.Sort(sorted);
        return new string(sorted);
    }

    /// <summary>The letters and digits of a text in lower case: the same for two that differ in letter case, spaces and punctuation alone.</summary>
    public static string Characters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static bool IsChinese(string tag) => tag.StartsWith("zh", StringComparison.Ordinal);

    private static List<string> Words(string text) =>
        [.. TextRuns.Of(text.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal), char.IsLetterOrDigit).Select(w => Stem(w.ToLowerInvariant()))];

    // A number has no ending.
    private static string Stem(string word) => word.Length <= MinStem || word.Any(char.IsDigit) ? word : word[..Math.Max(MinStem, word.Length - MaxEnding)];
}
