using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>A spelling that base.yaml forbids, such as the article's typing error, is not an alias of any party.</summary>
internal sealed class ForbiddenAliases : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var forbidden = draft.ObjectsOf(FileSchemas.BaseFile)
            .SelectMany(b => b.Scalars("forbidden-aliases"))
            .Select(s => s.Text)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return draft.ObjectsOf(FileSchemas.Party)
            .SelectMany(PartySpellings.Of)
            .Where(spelling => forbidden.Contains(spelling.Text))
            .Select(spelling => new Problem(spelling.Location, $"'{spelling.Text}' must never be an alias", "remove it: base.yaml lists it under forbidden-aliases"));
    }
}
