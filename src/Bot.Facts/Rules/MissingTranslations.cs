using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>Every text exists in each language of the base, and in no other.</summary>
internal sealed class MissingTranslations : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var languages = draft.Languages;
        foreach (var (node, schema) in draft.Values)
        {
            if (schema is not LocalizedSchema { IsComplete: var isComplete } || node is not YamlMapping map)
            {
                continue;
            }

            foreach (var tag in languages)
            {
                if (isComplete && map[tag] is null)
                {
                    yield return new Problem(map.Location, $"the text has no '{tag}'", $"write it in all of: {string.Join(", ", languages)}");
                }
            }

            foreach (var (key, _) in map.Entries)
            {
                if (Languages.Tags.Contains(key.Text) && !languages.Contains(key.Text))
                {
                    yield return new Problem(key.Location, $"'{key.Text}' is not a language of this base", "remove the text, or add the language to languages in base.yaml");
                }
            }
        }
    }
}
