using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>Every statement of the article that a chapter declares is covered by one of its facts, and its facts cover no other statements.</summary>
internal sealed class UncoveredStatements : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var file in draft.Files)
        {
            if (file.Schema != FileSchemas.ChapterFile || file.Root is not YamlMapping chapter)
            {
                continue;
            }

            var folder = file.Folder + '/';
            var covered = draft.ObjectsOf(FileSchemas.Fact)
                .Where(f => f.Location.File.StartsWith(folder, StringComparison.Ordinal))
                .SelectMany(f => f.Scalars("statements"))
                .ToLookup(s => s.Text);
            var (first, last) = (1, 0);
            if (chapter["statements"] is { } statements && !(statements is YamlScalar { Text: var bounds } && FileSchemas.TryParseRange(bounds, out first, out last)))
            {
                continue;
            }

            for (var number = first; number <= last; number++)
            {
                if (!covered.Contains(FileSchemas.FormatStatement(number)))
                {
                    yield return new Problem(chapter["statements"]!.Location, $"no fact covers {FileSchemas.FormatStatement(number)}", "add it to the statements of the fact that says it");
                }
            }

            foreach (var stray in covered.SelectMany(s => s).Where(s => FileSchemas.ParseStatement(s.Text) is { } number && (number < first || number > last)))
            {
                yield return new Problem(stray.Location, $"{stray.Text} is not one of the chapter's statements", "fix the number, or statements in chapter.yaml");
            }
        }
    }
}
