using Bot.Facts.Parsing;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>A key occurs once in its mapping.</summary>
internal sealed class DuplicateKeys : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var seen = new HashSet<string>();
        foreach (var (node, _) in draft.Values)
        {
            if (node is not YamlMapping map)
            {
                continue;
            }

            seen.Clear();
            foreach (var (key, _) in map.Entries)
            {
                if (!seen.Add(key.Text))
                {
                    yield return new Problem(key.Location, $"the key '{key.Text}' occurs twice", "keep one of them");
                }
            }
        }
    }
}
