using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>Every statement, position, reaction or commentary names its speaker.</summary>
internal sealed class UnattributedClaims : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var fact in draft.ObjectsOf(FileSchemas.Fact))
        {
            if (EnumWords.Find<FactKind>(fact.Text("kind")) is FactKind.Statement or FactKind.Position or FactKind.Reaction or FactKind.Commentary && !fact.Scalars("by").Any())
            {
                yield return new Problem(fact.Location, $"the {fact.Text("kind")} '{fact.Text("id")}' does not name who makes it", "add by: with the ids of the speakers");
            }
        }
    }
}
