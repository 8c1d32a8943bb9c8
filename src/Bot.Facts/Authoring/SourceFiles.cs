using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Spelling;

namespace Bot.Facts.Authoring;

/// <summary>Chooses the file of a new source. A base may have a file for each chapter, so only the curator knows which one it is if several have sources of its kind.</summary>
/// <param name="draft">The base's files.</param>
internal sealed class SourceFiles(ParsedBase draft)
{
    private const string Folder = "sources/";
    private const string Extension = ".yaml";

    /// <summary>The name of the file that has all sources of a kind, or that a base without any begins with; null when several files have some.</summary>
    /// <param name="kind">The kind, as the files write it.</param>
    public string? Propose(string kind) => WithSourcesOf(kind) switch
    {
        [] => EnumWords.Find<SourceKind>(kind) switch { SourceKind.Article => "article", SourceKind.Reference => "references", _ => "evidence" },
        [var only] => only,
        _ => null,
    };

    /// <summary>The path of the file of a new source, or what is wrong. A file that does not exist yet must be named like a chapter.</summary>
    /// <param name="given">The name that the curator gave, with or without the folder and the extension; null when none was given.</param>
    /// <param name="kind">The kind of the source.</param>
    public (string? Path, string? Problem) Find(string? given, string kind)
    {
        if ((given is null ? Propose(kind) : Name(given)) is not { } name)
        {
            return (null, $"--{EntryFields.File} is missing: several files have sources of the kind {kind}; use one of: {string.Join(", ", WithSourcesOf(kind))}, or the name of a chapter");
        }

        var known = Names(_ => true);
        if (given is null || known.Contains(name) || Chapters().Contains(name))
        {
            return (Folder + name + Extension, null);
        }

        return (null, ClosestMatch.Find(name, known.Concat(Chapters())) is { } closest
            ? $"there is no file {Folder}{name}{Extension}; did you mean '{closest}'?"
            : $"there is no file {Folder}{name}{Extension}; use one of: {string.Join(", ", known)}, or the name of a chapter");
    }

    private List<string> WithSourcesOf(string kind)
    {
        var files = draft.ObjectsOf(FileSchemas.Source).Where(s => s.Text("kind") == kind).Select(s => s.Location.File).ToHashSet();
        return Names(files.Contains);
    }

    private List<string> Names(Func<string, bool> isWanted) => [.. draft.Files.Where(f => f.Schema == FileSchemas.Sources && isWanted(f.Path)).Select(f => Name(f.Path))];

    private IEnumerable<string> Chapters() => draft.Files.Where(f => f.Schema == FileSchemas.ChapterFile).Select(f => f.Folder);

    private static string Name(string path)
    {
        var name = path.StartsWith(Folder, StringComparison.Ordinal) ? path[Folder.Length..] : path;
        return name.EndsWith(Extension, StringComparison.Ordinal) ? name[..^Extension.Length] : name;
    }
}
