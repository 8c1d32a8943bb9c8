using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>Every source is used by a fact, a role or another source. The article itself always counts as used.</summary>
internal sealed class UnusedSources : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var used = new HashSet<string>();
        foreach (var (node, schema) in draft.Scalars<ReferenceSchema>())
        {
            if (schema.Kind == IdKind.Source)
            {
                used.Add(node.Text);
            }
        }

        foreach (var source in draft.ObjectsOf(FileSchemas.Source))
        {
            if (source.Text("id") is { } id && source.Text("kind") != "article" && !used.Contains(id))
            {
                yield return new Problem(source.Location, $"nothing uses the source '{id}'", "name it under a fact's cites or evidence, or delete it");
            }
        }
    }
}
