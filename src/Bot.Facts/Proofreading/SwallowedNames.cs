using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>An alias does not contain the name of another person, who would no longer be found in it.</summary>
internal sealed class SwallowedNames : IRule
{
    public Severity Severity => Severity.Warning;

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var people = draft.ObjectsOf(FileSchemas.Party)
            .Where(p => p.Text("kind") == "person")
            .SelectMany(p => WrittenText.Of(p, p["short"] is null ? "name" : "short").Select(w => (Id: p.Text("id") ?? "", Name: w.Text)))
            .Distinct()
            .ToList();
        foreach (var party in draft.ObjectsOf(FileSchemas.Party))
        {
            var id = party.Text("id") ?? "";
            foreach (var alias in party.Scalars("aliases"))
            {
                if (people.Find(p => p.Id != id && alias.Text.Length != p.Name.Length && NameSpan.IsIn(alias.Text, p.Name, StringComparison.OrdinalIgnoreCase)) is { Id: not null } other)
                {
                    yield return new Problem(alias.Location, $"the alias '{alias.Text}' contains the name of '{other.Id}'", "remove it, or make it a word of a role");
                }
            }
        }
    }
}
