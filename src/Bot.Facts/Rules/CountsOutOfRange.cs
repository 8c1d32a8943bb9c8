using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>Totals lie within the bounds that base.yaml and each chapter.yaml declare, so that lost content is detected.</summary>
internal sealed class CountsOutOfRange : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var sources = draft.ObjectsOf(FileSchemas.Source);
        foreach (var bounds in draft.ObjectsOf(FileSchemas.BaseFile).Select(b => b["bounds"]).OfType<YamlMapping>())
        {
            foreach (var problem in Check(bounds,
                ("parties", draft.ObjectsOf(FileSchemas.Party).Count),
                ("topics", draft.ObjectsOf(FileSchemas.Topic).Count),
                ("references", sources.Count(s => s.Text("kind") == "reference")),
                ("evidence", sources.Count(s => s.Text("kind") == "evidence")),
                ("subjects", draft.ObjectsOf(FileSchemas.OutOfScopeSubject).Count)))
            {
                yield return problem;
            }
        }

        foreach (var file in draft.Files)
        {
            if (file.Schema == FileSchemas.ChapterFile && file.Root is YamlMapping chapter && chapter["bounds"] is YamlMapping bounds)
            {
                var folder = file.Folder + '/';
                foreach (var problem in Check(bounds,
                    ("events", draft.ObjectsOf(FileSchemas.Event).Count(e => e.Location.File.StartsWith(folder, StringComparison.Ordinal))),
                    ("facts", draft.ObjectsOf(FileSchemas.Fact).Count(f => f.Location.File.StartsWith(folder, StringComparison.Ordinal)))))
                {
                    yield return problem;
                }
            }
        }
    }

    private static IEnumerable<Problem> Check(YamlMapping bounds, params (string Key, int Count)[] totals)
    {
        foreach (var (key, count) in totals)
        {
            if (bounds[key] is YamlScalar bound && FileSchemas.TryParseRange(bound.Text, out var min, out var max) && (count < min || count > max))
            {
                yield return new Problem(bound.Location, $"there are {count} {key}, but {bound.Text} are declared", "find the content that was lost or added by mistake, or change the bounds");
            }
        }
    }
}
