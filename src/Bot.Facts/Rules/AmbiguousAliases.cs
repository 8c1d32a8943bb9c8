using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>A spelling belongs to one party only.</summary>
internal sealed class AmbiguousAliases : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var party in draft.ObjectsOf(FileSchemas.Party))
        {
            var id = party.Text("id") ?? "";
            foreach (var spelling in PartySpellings.Of(party))
            {
                if (!owners.TryAdd(spelling.Text, id) && owners[spelling.Text] != id)
                {
                    yield return new Problem(spelling.Location, $"'{spelling.Text}' means both '{owners[spelling.Text]}' and '{id}'", "keep it on one of them");
                }
            }
        }
    }
}
