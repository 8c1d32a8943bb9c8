namespace Bot.Discord.Rendering;

/// <summary>Short texts that must fit.</summary>
internal static class Labels
{
    /// <summary>The text, or as much of it as fits with a sign that there is more.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most UTF-16 units.</param>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        // Half a character is none.
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end].TrimEnd() + "…";
    }
}
