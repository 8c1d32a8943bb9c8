namespace Bot.Adapters.Text;

/// <summary>Short texts that must fit.</summary>
public static class Truncation
{
    /// <summary>The text, or as much of it as fits with an ellipsis.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">The most UTF-16 units, at least 2.</param>
    public static string Cut(string text, int maxLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 2);
        if (text.Length <= maxLength)
        {
            return text;
        }

        // Half a surrogate pair is no character.
        var end = char.IsHighSurrogate(text[maxLength - 2]) ? maxLength - 2 : maxLength - 1;
        return text[..end].TrimEnd() + "…";
    }
}
