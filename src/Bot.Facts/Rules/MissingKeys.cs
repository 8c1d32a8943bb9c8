using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>Every required key is present.</summary>
internal sealed class MissingKeys : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var (node, schema) in draft.Values)
        {
            if (node is not YamlMapping map || schema is not ObjectSchema objectSchema)
            {
                continue;
            }

            foreach (var key in objectSchema.Keys)
            {
                if (key.IsRequired && map[key.Name] is null && (RenamedKeys.OldName(key.Name) is not { } old || map[old] is null))
                {
                    var owner = map.Text("id") is { } id ? $"{objectSchema.Name} '{id}'" : objectSchema.Name;
                    yield return new Problem(map.Location, $"the {owner} has no '{key.Name}'", $"add it: {key.Description}");
                }
            }
        }
    }
}
