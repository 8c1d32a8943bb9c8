namespace Bot.Adapters.Text;

/// <summary>How wide a text is shown.</summary>
public static class DisplayWidth
{
    // From here on Unicode has the scripts of East Asia, whose characters take the room of two (Unicode Standard Annex 11, East Asian Width).
    private const char FirstWide = '\u2e80';

    /// <summary>The width of a text in narrow characters.</summary>
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
