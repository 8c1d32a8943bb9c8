using System.Globalization;
using System.Text;
using Bot.Facts.Model;

namespace Bot.Facts.Releases;

/// <summary>Writes a release as a file of the base: one line for each text and each fact, so that two releases can be compared line by line.</summary>
public static class ReleaseWriter
{
    /// <summary>The folder of the releases below the base's folder.</summary>
    public const string Folder = "releases";

    /// <summary>Writes the file of a release and returns its path. An existing file is never replaced.</summary>
    /// <param name="folder">The base's folder.</param>
    /// <param name="release">The release.</param>
    /// <exception cref="IOException">The file exists or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static string Write(string folder, Release release)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(release);
        var path = Path.Combine(folder, Folder, release.Name + ".yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new StreamWriter(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write });
        file.Write(ToYaml(release));
        return path;
    }

    /// <summary>The text of the file.</summary>
    internal static string ToYaml(Release release)
    {
        var yaml = new StringBuilder();
        yaml.Append("# yaml-language-server: $schema=../schema/release.schema.json\n");
        yaml.Append(CultureInfo.InvariantCulture, $"released: {release.Name.Day:yyyy-MM-dd}\nversion: '{release.Version}'\nchanges:\n");
        foreach (var change in release.Changes)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  - fact: {change.Fact}\n    kind: {change.Kind.ToWord()}\n    languages: [{string.Join(", ", change.Languages)}]\n");
            AppendTexts(yaml, "old", change.Old);
            AppendTexts(yaml, "new", change.New);
        }

        yaml.Append("facts:\n");
        foreach (var (fact, hashes) in release.Hashes.OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            // In quotation marks, because some hashes look like numbers.
            yaml.Append(CultureInfo.InvariantCulture, $"  - {{ fact: {fact}, {string.Join(", ", hashes.Select(h => $"{h.Key}: '{h.Value}'"))} }}\n");
        }

        return yaml.ToString();
    }

    private static void AppendTexts(StringBuilder yaml, string key, IReadOnlyDictionary<string, string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        yaml.Append(CultureInfo.InvariantCulture, $"    {key}:\n");
        foreach (var (tag, text) in texts)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"      {tag}: ");
            AppendQuoted(yaml, text);
            yaml.Append('\n');
        }
    }

    private static void AppendQuoted(StringBuilder yaml, string text)
    {
        yaml.Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
            {
                yaml.Append('\\').Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                yaml.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            }
            else
            {
                yaml.Append(c);
            }
        }

        yaml.Append('"');
    }
}
