using Bot.Facts.Yaml;

namespace Bot.Facts.Authoring;

/// <summary>Adds an item to a list in a file. All other lines, comments and line ends stay as they are.</summary>
internal static class BlockList
{
    /// <summary>The text with an item after the last one; null when the list is not written with each item on its own lines after a dash.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="list">The list, as it was read from the text.</param>
    /// <param name="item">The lines of the item, not indented.</param>
    public static string? Append(string text, YamlSequence list, IReadOnlyList<string> item)
    {
        var lines = text.Split('\n').ToList();
        if (list.Items.Length == 0 || Dash(lines, list.Items[^1]) is not { } dash)
        {
            return null;
        }

        var start = list.Items[^1].Location.Line - 1;
        var end = start;
        for (var i = start + 1; i < lines.Count && (IsBlank(lines[i]) || Indentation(lines[i]) > dash || lines[i].TrimStart().StartsWith('#')); i++)
        {
            // A comment that is not indented further than the dash may belong to what follows.
            end = !IsBlank(lines[i]) && Indentation(lines[i]) > dash ? i : end;
        }

        var added = EntryWriter.Indent(item, dash, isItem: true).ToList();
        if (list.Items.Length > 1 && IsBlank(lines[start - 1]))
        {
            added.Insert(0, "");
        }

        // Of a file in the style of Windows, each line but the last still has its carriage return.
        var lineEnd = text.Contains("\r\n", StringComparison.Ordinal) ? "\r" : "";
        var isAtEnd = end + 1 == lines.Count;
        lines[end] = isAtEnd ? lines[end] + lineEnd : lines[end];
        lines.InsertRange(end + 1, added.Select(l => l + lineEnd));
        if (isAtEnd)
        {
            lines.Add("");
        }

        return string.Join('\n', lines);
    }

    private static int? Dash(List<string> lines, YamlNode item)
    {
        var before = lines[item.Location.Line - 1][..(item.Location.Column - 1)];
        return before.Trim() == "-" ? before.IndexOf('-', StringComparison.Ordinal) : null;
    }

    private static bool IsBlank(string line) => string.IsNullOrWhiteSpace(line);

    private static int Indentation(string line) => line.Length - line.TrimStart(' ').Length;
}
