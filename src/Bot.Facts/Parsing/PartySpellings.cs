using Bot.Facts.Yaml;

namespace Bot.Facts.Parsing;

/// <summary>The spellings of a party in the files.</summary>
internal static class PartySpellings
{
    private static readonly string[] s_keys = ["name", "short", "regional", "aliases"];

    /// <summary>Every spelling of a party: names, regional names and aliases.</summary>
    public static IEnumerable<YamlScalar> Of(YamlMapping party) => s_keys.Select(key => party[key]).SelectMany(Texts);

    private static IEnumerable<YamlScalar> Texts(YamlNode? node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence list => list.Items.SelectMany(Texts),
        YamlMapping map => map.Entries.SelectMany(e => Texts(e.Value)),
        _ => [],
    };
}
