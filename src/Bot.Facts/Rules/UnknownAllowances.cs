using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Spelling;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>A fact allows only rules that exist and give warnings.</summary>
internal sealed class UnknownAllowances : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var names = RuleSet.AllRules.Where(r => r.Severity == Severity.Warning).Select(r => r.Name).ToList();
        foreach (var allowance in draft.ObjectsOf(FileSchemas.Allowance))
        {
            if (allowance["rule"] is YamlScalar rule && !names.Contains(rule.Text))
            {
                yield return new Problem(rule.Location, $"there is no warning '{rule.Text}'", ClosestMatch.Find(rule.Text, names) is { } closest
                    ? $"did you mean '{closest}'?"
                    : "use one of: " + string.Join(", ", names));
            }
        }
    }
}
