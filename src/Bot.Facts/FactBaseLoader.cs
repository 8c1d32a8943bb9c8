using System.Collections.Immutable;
using System.Text;
using Bot.Facts.Authoring;
using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Rules;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts;

/// <summary>The result of loading a base.</summary>
/// <param name="Base">The base; null when there are errors.</param>
/// <param name="Problems">All problems, in the order of files and lines; only warnings when there is a base.</param>
public sealed record LoadResult(FactBase? Base, ImmutableArray<Problem> Problems);

/// <summary>Loads a base from its folder.</summary>
public static class FactBaseLoader
{
    // A file of the base has about fifty thousand bytes. The limit keeps a file put here by mistake from filling the memory.
    private const int MaxFileBytes = 4 * 1024 * 1024;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Reads every <c>.yaml</c> file below a folder, checks everything and builds the base.
    /// Any failure, including a missing folder, is a problem in the result, not an exception.
    /// </summary>
    /// <param name="folder">The base's folder.</param>
    /// <param name="proofreads">Whether to proofread the texts as well. Curators want that; a starting bot does not.</param>
    public static LoadResult Load(string folder, bool proofreads = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var files = FactFiles.Find(folder);
        var readings = new FileReading[files.Paths.Length];

        // Scanning YAML takes most of the time from process start to the first answer, so it runs on every core.
        ParallelWork.Share(readings.Length, i => readings[i] = ReadFile(folder, files.Paths[i]));
        return Build(files, readings, proofreads);
    }

    /// <summary>Checks and builds a base from the texts of its files, such as those of an older revision. Any failure is a problem in the result.</summary>
    /// <param name="texts">The text of each file by its path below the base's folder, with forward slashes.</param>
    /// <param name="proofreads">Whether to proofread the texts as well.</param>
    public static LoadResult Load(IReadOnlyDictionary<string, string> texts, bool proofreads = false)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var files = new FactFiles([.. texts.Keys.Order(StringComparer.Ordinal)], []);
        return Build(files, [.. files.Paths.Select(path => Parse(path, texts[path]))], proofreads);
    }

    /// <summary>The status of the work on a base. Files that cannot be read are left out.</summary>
    /// <param name="folder">The base's folder.</param>
    /// <param name="today">The day from which the age of a check is counted.</param>
    /// <returns>The status, with the problems of what cannot be read.</returns>
    public static (BaseStatus Status, ImmutableArray<Problem> Problems) Status(string folder, DateOnly today)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var files = FactFiles.Find(folder);
        var readings = files.Paths.Select(path => ReadFile(folder, path)).ToList();
        return (BaseStatus.Of(Draft(readings), today), [.. files.Problems, .. readings.SelectMany(r => r.Problems)]);
    }

    /// <summary>The JSON Schemas of one base's files, each with its name, which complete the base's ids. Files that cannot be read are left out.</summary>
    /// <param name="folder">The base's folder.</param>
    public static IEnumerable<(string Name, string Schema)> SchemasWithIds(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var draft = Draft(FactFiles.Find(folder).Paths.Select(path => ReadFile(folder, path)));
        return JsonSchemaWriter.All(draft.Ids);
    }

    /// <summary>Reads the texts of a base's files, with the problems of those that cannot be read.</summary>
    /// <param name="folder">The base's folder.</param>
    public static (IReadOnlyDictionary<string, string> Texts, ImmutableArray<Problem> Problems) ReadTexts(string folder)
    {
        var files = FactFiles.Find(folder);
        var problems = new List<Problem>(files.Problems);
        var texts = new Dictionary<string, string>();
        foreach (var path in files.Paths)
        {
            if (TryReadText(folder, path, problems) is { } text)
            {
                texts[path] = text;
            }
        }

        return (texts, [.. problems]);
    }

    /// <summary>
    /// Compiles the code that loads a base, on another core, while the caller still reads its settings.
    /// A new process spends more time on compiling that code than on running it.
    /// </summary>
    public static Task WarmUpAsync() => Task.Run(() =>
    {
        var problems = new List<Problem>();
        var root = YamlReader.Read("base.yaml", "as-of: '2025-02-12'\nforbidden-aliases: [\"a\"]\nbounds:\n  - a b\n", problems);
        var file = new ParsedFile("base.yaml", FileSchemas.BaseFile, root!);
        _ = ContentHash.OfFile(file);
        _ = RuleSet.Check(new ParsedBase([file]), problems);
    });

    /// <summary>Checks the files and builds the base.</summary>
    /// <param name="files">The files that were found.</param>
    /// <param name="readings">The content of each file, in the same order.</param>
    /// <param name="proofreads">Whether to proofread the texts as well.</param>
    internal static LoadResult Build(FactFiles files, IReadOnlyList<FileReading> readings, bool proofreads = false)
    {
        List<Problem> problems = [.. files.Problems, .. readings.SelectMany(r => r.Problems)];
        if (files.Problems.IsEmpty)
        {
            problems.AddRange(MissingFiles(files.Paths));
        }

        var draft = Draft(readings);
        var all = RuleSet.Check(draft, problems, proofreads);
        return new LoadResult(all.TrueForAll(p => p.Severity == Severity.Warning) ? FactBaseBuilder.Build(draft, Version(readings, ofReleases: false), Version(readings, ofReleases: true)) : null, [.. all]);
    }

    /// <summary>Reads one file. Every error is a problem in the result.</summary>
    /// <param name="folder">The base's folder.</param>
    /// <param name="path">The path below the folder, with forward slashes.</param>
    internal static FileReading ReadFile(string folder, string path)
    {
        var problems = new List<Problem>();
        return TryReadText(folder, path, problems) is { } text ? Parse(path, text) : new FileReading(null, null, problems);
    }

    /// <summary>Parses the text of one file. Every error is a problem in the result.</summary>
    /// <param name="path">The path below the base's folder, with forward slashes.</param>
    /// <param name="text">The text.</param>
    internal static FileReading Parse(string path, string text)
    {
        var problems = new List<Problem>();
        if (FileSchemas.ForFile(path) is not { } schema)
        {
            problems.Add(new Problem(new FileLocation(path, 1, 1), "this is not a file of the base", "give it the extension .yaml and move it to names/, sources/ or a chapter's folder"));
            return new FileReading(null, null, problems);
        }

        if (YamlReader.Read(path, text, problems) is not { } root)
        {
            return new FileReading(null, null, problems);
        }

        var file = new ParsedFile(path, schema, root) { Hidden = HiddenCharacter.Find(path, text) };
        return new FileReading(file, ContentHash.OfFile(file), problems);
    }

    /// <summary>The files that could be read.</summary>
    internal static ParsedBase Draft(IEnumerable<FileReading> readings) => new([.. readings.Select(r => r.File).OfType<ParsedFile>()]);

    private static string? TryReadText(string folder, string file, List<Problem> problems)
    {
        var start = new FileLocation(file, 1, 1);
        try
        {
            var path = Path.Combine(folder, file);
            if (new FileInfo(path).Length > MaxFileBytes)
            {
                problems.Add(new Problem(start, $"the file is larger than {MaxFileBytes} bytes", "split it by event"));
                return null;
            }

            return s_utf8.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new Problem(start, "the file is not UTF-8", "save it as UTF-8"));
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(start, "the file cannot be read: " + ex.Message, "allow it to be read"));
        }

        return null;
    }

    private static IEnumerable<Problem> MissingFiles(ImmutableArray<string> files)
    {
        foreach (var (file, schema) in ((string, ObjectSchema)[])
                 [
                     ("base.yaml", FileSchemas.BaseFile), ("names/topics.yaml", FileSchemas.Topics), ("names/people.yaml", FileSchemas.Parties),
                     ("sources/evidence.yaml", FileSchemas.Sources), ("<chapter>/chapter.yaml", FileSchemas.ChapterFile),
                 ])
        {
            if (!files.Any(f => FileSchemas.ForFile(f) == schema))
            {
                yield return new Problem(new FileLocation(file, 1, 1), "the file is missing", "add it: facts/README.md shows an example");
            }
        }

        foreach (var orphan in files.Where(f => FileSchemas.ForFile(f) == FileSchemas.EventFile))
        {
            var chapter = orphan[..orphan.IndexOf('/')] + "/chapter.yaml";
            if (!files.Contains(chapter))
            {
                yield return new Problem(new FileLocation(orphan, 1, 1), $"its folder has no {chapter}", "add it: facts/README.md shows an example");
            }
        }
    }

    private static string Version(IReadOnlyList<FileReading> readings, bool ofReleases) =>
        ContentHash.OfFiles(readings.Where(r => r.File?.Schema == ReleaseSchemas.File == ofReleases).Select(r => r.ContentHash).OfType<string>());
}
