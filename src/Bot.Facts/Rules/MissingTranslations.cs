using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>Every text exists in all five languages.</summary>
internal sealed class MissingTranslations : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var (node, schema) in draft.Values)
        {
            if (schema is not LocalizedSchema || node is not YamlMapping map)
            {
                continue;
            }

            foreach (var tag in Languages.Tags)
            {
                if (map[tag] is null)
                {
                    yield return new Problem(map.Location, $"the text has no '{tag}'", $"write it in all of: {string.Join(", ", Languages.Tags)}");
                }
            }
        }
    }
}
