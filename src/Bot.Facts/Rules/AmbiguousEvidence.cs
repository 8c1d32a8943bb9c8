using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>A page of evidence with a role has one role.</summary>
internal sealed class AmbiguousEvidence : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var roles in draft.ObjectsOf(FileSchemas.EvidenceRoles))
        {
            if (roles.Entries.Length != 1)
            {
                yield return new Problem(roles.Location, $"the page of evidence has {roles.Entries.Length} roles", "write each page as an item of its own, such as '- quotes: page'");
            }
        }
    }
}
