using System.Text.RegularExpressions;

namespace Bot.Facts.Yaml;

/// <summary>Characters that look like those of YAML's layout and are not: other spaces in an indent, another colon after a key, other line ends.</summary>
internal static partial class LayoutCharacter
{
    /// <summary>What the parser takes for line ends and editors do not.</summary>
    public const string LineEnds = "\u0085\u2028\u2029";

    // What cannot be read is reported at most some lines below its cause.
    private const int MaxLines = 8;

    private const string IndentFix = "indent with spaces";

    /// <summary>The character for which a file cannot be read, if one is near.</summary>
    /// <param name="file">The file's path.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="line">The line at which the parser stopped, from 1.</param>
    /// <returns>The problem; null when nothing of that kind is there.</returns>
    public static Problem? FindCause(string file, string text, int line)
    {
        var lines = text.Split('\n');
        for (var number = Math.Min(line, lines.Length); number > 0 && number > line - MaxLines; number--)
        {
            if (FindIn(lines[number - 1]) is var (column, message, fix))
            {
                return new Problem(new FileLocation(file, number, column), message, fix);
            }
        }

        return null;
    }

    /// <summary>The problem of a key that begins with a space of another kind, which is part of the key; null for any other.</summary>
    public static Problem? OfKey(YamlScalar key) => IsSpaceOfOtherKind(key.Text, 0) ? new Problem(key.Location, InIndent(key.Text[0]), IndentFix) : null;

    private static (int Column, string Message, string Fix)? FindIn(string line)
    {
        var indent = line.Length - line.TrimStart(' ').Length;
        return IsSpaceOfOtherKind(line, indent) ? (indent + 1, InIndent(line[indent]), IndentFix)
            : KeyAndColon().Match(line) is { Success: true } key ? (key.Length, $"{CharacterName.Of(line[key.Length - 1])} after the key '{key.Groups[1].Value}'", "write : and a space")
            : line.AsSpan().IndexOfAny(LineEnds) is >= 0 and var end ? (end + 1, $"{CharacterName.Of(line[end])} in the line", "remove it, or begin a new line")
            : null;
    }

    private static bool IsSpaceOfOtherKind(string text, int at) =>
        at < text.Length && text[at] is not (' ' or '\r' or '\n') && (char.IsWhiteSpace(text[at]) || HiddenCharacter.Is(text[at]));

    private static string InIndent(char character) => $"{CharacterName.Of(character)} in the indent";

    [GeneratedRegex("^ *(?:- +)*([A-Za-z][A-Za-z-]*)\uff1a")]
    private static partial Regex KeyAndColon();
}
