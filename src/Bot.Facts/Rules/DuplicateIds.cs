using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>An id names one thing, and a footnote number one reference.</summary>
internal sealed class DuplicateIds : IRule
{
    public IEnumerable<Problem> Check(Draft draft)
    {
        var first = new Dictionary<string, Place>();
        foreach (var (node, shape) in draft.Scalars<IdShape>())
        {
            var name = $"{shape.Kind} {node.Text}";
            if (!first.TryAdd(name, node.Place))
            {
                var other = first[name];
                yield return new Problem(node.Place, $"the id '{node.Text}' is taken at {other.File}:{other.Line}", "choose another");
            }
        }

        var footnotes = new Dictionary<string, Place>();
        foreach (var source in draft.Of(Shapes.Source))
        {
            if (source["footnote"] is ScalarNode footnote && !footnotes.TryAdd(footnote.Text, footnote.Place))
            {
                yield return new Problem(footnote.Place, $"footnote {footnote.Text} is taken at {footnotes[footnote.Text].File}:{footnotes[footnote.Text].Line}", "give each reference its own number");
            }
        }
    }
}
