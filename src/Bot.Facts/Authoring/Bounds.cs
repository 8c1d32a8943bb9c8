using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Authoring;

/// <summary>Raises the totals that guard against lost content, where something is added on purpose.</summary>
internal static class Bounds
{
    /// <summary>The edit of a file whose upper bounds the new totals exceed; null when they do not.</summary>
    /// <param name="file">The file with <c>bounds</c>.</param>
    /// <param name="text">Its text.</param>
    /// <param name="totals">The new totals.</param>
    public static FileEdit? Raise(ParsedFile file, string text, params (string Key, int Count)[] totals)
    {
        var lines = text.Split('\n');
        var changes = new List<string>();
        foreach (var (key, count) in totals)
        {
            if (((file.Root as YamlMapping)?["bounds"] as YamlMapping)?[key] is not YamlScalar bound || !FileSchemas.TryParseRange(bound.Text, out var min, out var max) || count <= max)
            {
                continue;
            }

            var (line, column) = (bound.Location.Line - 1, bound.Location.Column - 1);
            var at = lines[line].IndexOf(bound.Text, column, StringComparison.Ordinal);
            if (at >= 0)
            {
                var raised = $"{min} to {count}";
                lines[line] = string.Concat(lines[line].AsSpan(0, at), raised, lines[line].AsSpan(at + bound.Text.Length));
                changes.Add($"{key}: {raised}");
            }
        }

        return changes.Count == 0 ? null : new FileEdit(file.Path, string.Join('\n', lines), IsNew: false, $"bounds raised to {string.Join(", ", changes)}");
    }
}
