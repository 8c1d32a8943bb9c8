using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>Totals lie within the bounds that base.yaml and each chapter.yaml declare, so that lost content is noticed.</summary>
internal sealed class BrokenBounds : IRule
{
    public IEnumerable<Problem> Check(Draft draft)
    {
        var sources = draft.Of(Shapes.Source);
        foreach (var bounds in draft.Of(Shapes.BaseFile).Select(b => b["bounds"]).OfType<MapNode>())
        {
            foreach (var problem in Check(bounds,
                ("parties", draft.Of(Shapes.Party).Count),
                ("topics", draft.Of(Shapes.Topic).Count),
                ("references", sources.Count(s => s.Text("kind") == "reference")),
                ("evidence", sources.Count(s => s.Text("kind") == "evidence")),
                ("matters", draft.Of(Shapes.Matter).Count)))
            {
                yield return problem;
            }
        }

        foreach (var file in draft.Files)
        {
            if (file.Shape == Shapes.ChapterFile && file.Root is MapNode chapter && chapter["bounds"] is MapNode bounds)
            {
                var folder = file.Path[..(file.Path.IndexOf('/') + 1)];
                foreach (var problem in Check(bounds,
                    ("events", draft.Of(Shapes.Event).Count(e => e.Place.File.StartsWith(folder, StringComparison.Ordinal))),
                    ("facts", draft.Of(Shapes.Fact).Count(f => f.Place.File.StartsWith(folder, StringComparison.Ordinal)))))
                {
                    yield return problem;
                }
            }
        }
    }

    private static IEnumerable<Problem> Check(MapNode bounds, params (string Key, int Count)[] totals)
    {
        foreach (var (key, count) in totals)
        {
            if (bounds[key] is ScalarNode bound && Shapes.TryBounds(bound.Text, out var min, out var max) && (count < min || count > max))
            {
                yield return new Problem(bound.Place, $"there are {count} {key}, and {bound.Text} are declared", "find what was lost or added by mistake, or move the bounds");
            }
        }
    }
}
