using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Succession;

/// <summary>What the base shows as the present is still true: no fact supersedes it.</summary>
internal sealed class OutdatedOverview : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var later = new Dictionary<string, string>();
        foreach (var fact in draft.ObjectsOf(FileSchemas.Fact))
        {
            foreach (var earlier in fact.Scalars("supersedes"))
            {
                later.TryAdd(earlier.Text, fact.Text("id") ?? "");
            }
        }

        foreach (var overview in draft.ObjectsOf(FileSchemas.BaseOverview))
        {
            foreach (var shown in overview.Entries.SelectMany(e => overview.Scalars(e.Key.Text)))
            {
                if (later.TryGetValue(shown.Text, out var since))
                {
                    yield return new Problem(shown.Location, $"'{shown.Text}' is no longer true since '{since}'", "name the later fact, or remove it");
                }
            }
        }
    }
}
