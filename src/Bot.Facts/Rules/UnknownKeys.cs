using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Spelling;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>Every key is a known one.</summary>
internal sealed class UnknownKeys : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var (node, schema) in draft.Values)
        {
            if (node is not YamlMapping map)
            {
                continue;
            }

            foreach (var (key, _) in map.Entries)
            {
                if (IsKnown(key.Text, schema))
                {
                    continue;
                }

                var known = KeysOf(schema);
                if (LayoutCharacter.OfKey(key) is { } problem)
                {
                    yield return problem;
                }
                else if (RenamedKeys.NewName(key.Text) is { } name && known.Contains(name))
                {
                    yield return new Problem(key.Location, $"the key '{key.Text}' is called '{name}' now", $"rename it to '{name}'", new Replacement(key.Text, name));
                }
                else
                {
                    yield return new Problem(key.Location, $"unknown key '{key.Text}'", ClosestMatch.Find(key.Text, known) is { } closest
                        ? $"did you mean '{closest}'?"
                        : "use one of: " + string.Join(", ", known));
                }
            }
        }
    }

    // Only mappings that have a schema of their own are read by their keys.
    private static bool IsKnown(string key, ValueSchema schema) => schema switch
    {
        ObjectSchema objectSchema => objectSchema.Find(key) is not null,
        LocalizedSchema localized => localized.Tags.Contains(key),
        _ => true,
    };

    private static IReadOnlyCollection<string> KeysOf(ValueSchema schema) => schema is ObjectSchema objectSchema ? [.. objectSchema.Keys.Select(k => k.Name)] : ((LocalizedSchema)schema).Tags;
}
