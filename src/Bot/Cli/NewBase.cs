using System.Globalization;
using System.Reflection;
using Bot.Facts.Model;
using Bot.Facts.Schema;

namespace Bot.Cli;

/// <summary>The files of a new base: a small valid one with one invented fact, for a curator to replace.</summary>
internal static class NewBase
{
    private static readonly (string Template, string Path)[] s_files =
    [
        ("base", "base.yaml"),
        ("topics", "names/topics.yaml"),
        ("organisations", "names/organisations.yaml"),
        ("evidence", "sources/evidence.yaml"),
        ("chapter", "first-chapter/chapter.yaml"),
        ("opening-hours", "first-chapter/opening-hours.yaml"),
    ];

    /// <summary>Writes the files and their JSON Schemas into a folder.</summary>
    /// <param name="folder">The folder, which is created if need be.</param>
    /// <param name="language">The language of the base.</param>
    /// <param name="day">The day up to which it counts as checked.</param>
    /// <returns>The paths of the files, relative to the folder.</returns>
    /// <exception cref="IOException">A file exists already or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static IReadOnlyList<string> Write(string folder, Language language, DateOnly day)
    {
        var texts = s_files.Select(f => (f.Path, Text: Read(f.Template)
                .Replace("{language}", language.Tag(), StringComparison.Ordinal)
                .Replace("{day}", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal)))
            .Concat(JsonSchemaWriter.All().Select(s => (Path: "schema/" + s.Name, Text: s.Schema)))
            .ToList();
        foreach (var (path, text) in texts)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var writer = new StreamWriter(new FileStream(file, FileMode.CreateNew));
            writer.Write(text);
        }

        return [.. texts.Select(t => t.Path)];
    }

    private static string Read(string template)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"NewBase.{template}.yaml")
            ?? throw new InvalidOperationException($"The template {template} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
