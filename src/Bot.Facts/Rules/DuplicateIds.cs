using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>An id is used once, and so is a footnote number.</summary>
internal sealed class DuplicateIds : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var byKind = Enum.GetValues<IdKind>().Select(_ => new Dictionary<string, FileLocation>()).ToArray();
        foreach (var (node, schema) in draft.Scalars<IdSchema>())
        {
            var first = byKind[(int)schema.Kind];
            if (!first.TryAdd(node.Text, node.Location))
            {
                var other = first[node.Text];
                yield return new Problem(node.Location, $"the id '{node.Text}' is taken at {other.File}:{other.Line}", "choose another id");
            }
        }

        var footnotes = new Dictionary<string, FileLocation>();
        foreach (var source in draft.ObjectsOf(FileSchemas.Source))
        {
            if (source["footnote"] is YamlScalar footnote && !footnotes.TryAdd(footnote.Text, footnote.Location))
            {
                yield return new Problem(footnote.Location, $"footnote {footnote.Text} is taken at {footnotes[footnote.Text].File}:{footnotes[footnote.Text].Line}", "give each reference its own number");
            }
        }
    }
}
