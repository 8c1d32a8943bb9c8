using Bot.Search.Text;

namespace Bot.Search.Vectors;

/// <summary>The script that most of a text is written in.</summary>
public enum Script
{
    /// <summary>Latin, or none of the others.</summary>
    Latin,

    /// <summary>Cyrillic.</summary>
    Cyrillic,

    /// <summary>Han.</summary>
    Han,
}

/// <summary>Tells scripts apart.</summary>
public static class Scripts
{
    /// <summary>The number of scripts.</summary>
    public const int Count = 3;

    // A Han character says as much as a short word.
    private const int HanWeight = 3;

    /// <summary>The script that most of a text is written in.</summary>
    public static Script Of(ReadOnlySpan<char> text)
    {
        var (latin, cyrillic, han) = (0, 0, 0);
        foreach (var c in text)
        {
            latin += char.IsAsciiLetter(c) ? 1 : 0;
            cyrillic += c is >= '\u0400' and <= '\u04ff' ? 1 : 0;
            han += Folding.IsHan(c) ? HanWeight : 0;
        }

        return han > 0 && han >= Math.Max(latin, cyrillic) ? Script.Han : cyrillic > 0 && cyrillic >= latin ? Script.Cyrillic : Script.Latin;
    }
}
