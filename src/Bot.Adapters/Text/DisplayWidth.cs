namespace Bot.Adapters.Text;

/// <summary>The display width of texts.</summary>
public static class DisplayWidth
{
    // The first of the East Asian scripts in Unicode, whose characters are two columns wide (Unicode Standard Annex 11, East Asian Width).
    private const char FirstWide = '\u2e80';

    /// <summary>The width of a text in columns, that is, narrow characters.</summary>
    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var width = 0;
        foreach (var character in text)
        {
            width += character >= FirstWide ? 2 : 1;
        }

        return width;
    }
}
