using Bot.Facts.Reading;

namespace Bot.Facts.Checking;

/// <summary>A spelling means one party.</summary>
internal sealed class AmbiguousAliases : IRule
{
    private static readonly string[] s_keys = ["name", "short", "regional", "aliases"];

    public IEnumerable<Problem> Check(Draft draft)
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var party in draft.Of(Shapes.Party))
        {
            var id = party.Text("id") ?? "";
            foreach (var spelling in Spellings(party))
            {
                if (!owners.TryAdd(spelling.Text, id) && owners[spelling.Text] != id)
                {
                    yield return new Problem(spelling.Place, $"'{spelling.Text}' means both '{owners[spelling.Text]}' and '{id}'", "leave it to one of them");
                }
            }
        }
    }

    /// <summary>Every spelling of a party: names, regional names and aliases.</summary>
    internal static IEnumerable<ScalarNode> Spellings(MapNode party) =>
        s_keys.Select(key => party[key]).SelectMany(Texts);

    private static IEnumerable<ScalarNode> Texts(Node? node) => node switch
    {
        ScalarNode scalar => [scalar],
        ListNode list => list.Items.SelectMany(Texts),
        MapNode map => map.Entries.SelectMany(e => Texts(e.Value)),
        _ => [],
    };
}
