using System.Buffers;

namespace Bot.Facts.Yaml;

/// <summary>A character in a file that nobody sees.</summary>
/// <param name="Location">Where it is. Lines are those of editors, which only line feeds end.</param>
/// <param name="Code">The character.</param>
/// <param name="After">The beginning of what follows it in its line.</param>
internal sealed record HiddenCharacter(FileLocation Location, char Code, string After)
{
    private const int MaxAfter = 12;

    // Control characters except tabs and line ends, marks of direction and width, separators that YAML takes for line ends, and characters that only a wrong encoding leaves.
    private static readonly SearchValues<char> s_hidden = SearchValues.Create(
    [
        .. Range('\x7f', '\x9f'), '\u00ad', '\u061c', .. Range('\u200b', '\u200f'), .. Range('\u2028', '\u202e'), .. Range('\u2060', '\u206f'), '\u3000', '\ufeff', '\ufffd',
    ]);

    /// <summary>Whether a character is one of those.</summary>
    public static bool Is(char c) => s_hidden.Contains(c);

    /// <summary>All in a file, in its order.</summary>
    /// <param name="file">The file's path.</param>
    /// <param name="text">The file's text.</param>
    public static IReadOnlyList<HiddenCharacter> Find(string file, string text)
    {
        if (!text.AsSpan().ContainsAny(s_hidden))
        {
            return [];
        }

        var found = new List<HiddenCharacter>();
        var line = 1;
        foreach (var content in text.Split('\n'))
        {
            for (var at = content.AsSpan().IndexOfAny(s_hidden); at >= 0; at = NextAfter(content, at))
            {
                found.Add(new HiddenCharacter(new FileLocation(file, line, at + 1), content[at], Beginning(content, at + 1)));
            }

            line++;
        }

        return found;
    }

    private static int NextAfter(string line, int at) => line.AsSpan(at + 1).IndexOfAny(s_hidden) is >= 0 and var next ? at + 1 + next : -1;

    private static string Beginning(string line, int at) => line.Substring(at, Math.Min(MaxAfter, line.Length - at)).TrimEnd('\r');

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);
}
