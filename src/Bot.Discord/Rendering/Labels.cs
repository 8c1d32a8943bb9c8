namespace Bot.Discord.Rendering;

/// <summary>Short texts that must fit.</summary>
internal static class Labels
{
    /// <summary>The text, or as much of it as fits with a sign that there is more.</summary>
    /// <param name="text">The text.</param>
    /// <param name="max">The most UTF-16 units.</param>
    public static string Cut(string text, int max)
    {
        if (text.Length <= max)
        {
            return text;
        }

        // Half a character is none.
        var end = char.IsHighSurrogate(text[max - 2]) ? max - 2 : max - 1;
        return text[..end].TrimEnd() + "…";
    }
}
