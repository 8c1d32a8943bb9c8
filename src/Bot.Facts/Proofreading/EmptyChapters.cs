using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>A chapter has an event. As with a stub, a base without it is served, so that a curator can begin with the chapter while a bot runs.</summary>
internal sealed class EmptyChapters : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var filled = draft.Files.Where(f => f.Schema == FileSchemas.EventFile).Select(f => f.Folder).ToHashSet();
        foreach (var chapter in draft.Files.Where(f => f.Schema == FileSchemas.ChapterFile && !filled.Contains(f.Folder)))
        {
            yield return new Problem(
                chapter.Root.Location,
                $"the chapter '{chapter.Folder}' has no event yet",
                $"add one with facts new event --chapter {chapter.Folder}, or delete the chapter");
        }
    }
}
