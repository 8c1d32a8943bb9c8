using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>A chapter has an event. As with a stub, a base without it is served, so that a curator can begin with the chapter while a bot runs.</summary>
internal sealed class EmptyChapters : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var filled = draft.Files.Where(f => f.Schema == FileSchemas.EventFile).Select(f => Folder(f.Path)).ToHashSet();
        foreach (var chapter in draft.Files.Where(f => f.Schema == FileSchemas.ChapterFile && !filled.Contains(Folder(f.Path))))
        {
            yield return new Problem(
                chapter.Root.Location,
                $"the chapter '{Folder(chapter.Path)}' has no event yet",
                $"add one with facts new event --chapter {Folder(chapter.Path)}, or delete the chapter");
        }
    }

    private static string Folder(string path) => path[..path.IndexOf('/', StringComparison.Ordinal)];
}
