using Bot.Facts.Yaml;

namespace Bot.Facts.Parsing;

/// <summary>The spellings that the files give a party.</summary>
internal static class PartySpellings
{
    private static readonly string[] s_keys = ["name", "short", "regional", "aliases"];

    /// <summary>Every spelling of a party: names, regional names and aliases.</summary>
    public static IEnumerable<ScalarNode> Of(MapNode party) => s_keys.Select(key => party[key]).SelectMany(Texts);

    private static IEnumerable<ScalarNode> Texts(Node? node) => node switch
    {
        ScalarNode scalar => [scalar],
        ListNode list => list.Items.SelectMany(Texts),
        MapNode map => map.Entries.SelectMany(e => Texts(e.Value)),
        _ => [],
    };
}
