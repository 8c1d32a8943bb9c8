using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Parsing;

/// <summary>The warnings that facts allow, each with a reason.</summary>
internal sealed class Allowances
{
    private readonly List<(FileLocation Start, int End, HashSet<string> Rules)> _allowed = [];

    public Allowances(ParsedBase draft)
    {
        foreach (var file in draft.Files)
        {
            if (file.Schema != FileSchemas.EventFile || file.Root is not YamlMapping root)
            {
                continue;
            }

            var facts = root.Maps("facts").ToList();
            for (var i = 0; i < facts.Count; i++)
            {
                var rules = facts[i].Maps("allow").Select(a => a.Text("rule")).OfType<string>().ToHashSet();
                if (rules.Count > 0)
                {
                    _allowed.Add((facts[i].Location, i + 1 < facts.Count ? facts[i + 1].Location.Line : int.MaxValue, rules));
                }
            }
        }
    }

    /// <summary>Whether the fact that a warning is in allows it. An error is never allowed.</summary>
    public bool Allow(Problem problem) => problem.Severity == Severity.Warning && _allowed.Exists(a =>
        a.Start.File == problem.Location.File && problem.Location.Line >= a.Start.Line && problem.Location.Line < a.End && a.Rules.Contains(problem.Rule));
}
