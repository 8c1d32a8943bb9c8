using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Succession;

/// <summary>A fact supersedes only facts that began before it, so that succession never runs in a circle.</summary>
internal sealed class CircularSuccession : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var dates = new Dictionary<string, FactDate>();
        foreach (var fact in draft.ObjectsOf(FileSchemas.Fact))
        {
            if (fact.Text("id") is { } id && FactDate.TryParse(fact.Text("when") ?? "", out var when))
            {
                dates.TryAdd(id, when);
            }
        }

        foreach (var fact in draft.ObjectsOf(FileSchemas.Fact))
        {
            foreach (var earlier in fact.Scalars("supersedes"))
            {
                if (dates.TryGetValue(earlier.Text, out var before) && dates.TryGetValue(fact.Text("id") ?? "", out var after) && before.SortDay >= after.SortDay)
                {
                    yield return new Problem(earlier.Location, $"'{earlier.Text}' is not earlier than the fact that supersedes it", "remove it, or fix the dates");
                }
            }
        }
    }
}
