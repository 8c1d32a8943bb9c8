using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Spelling;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>Every referenced id exists.</summary>
internal sealed class DanglingReferences : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var (node, schema) in draft.Scalars<ReferenceSchema>())
        {
            var ids = draft.Ids(schema.Kind);
            if (!ids.Contains(node.Text))
            {
                var kind = schema.Kind.ToWord();
                yield return new Problem(node.Location, $"there is no {kind} '{node.Text}'", ClosestMatch.Find(node.Text, ids) is { } closest
                    ? $"did you mean '{closest}'?"
                    : $"add the {kind}, or remove the id here");
            }
        }
    }
}
