namespace Bot.Adapters.Text;

/// <summary>Shortens texts to a maximum length.</summary>
public static class Truncation
{
    /// <summary>The text, or its beginning with an ellipsis.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">The maximum length in UTF-16 units, at least 2.</param>
    public static string Cut(string text, int maxLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 2);
        if (text.Length <= maxLength)
        {
            return text;
        }

        // Avoids cutting a surrogate pair in half.
        var end = char.IsHighSurrogate(text[maxLength - 2]) ? maxLength - 2 : maxLength - 1;
        return text[..end].TrimEnd() + "…";
    }
}
