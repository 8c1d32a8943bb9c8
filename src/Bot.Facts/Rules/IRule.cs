using Bot.Facts.Parsing;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>One requirement on the base.</summary>
internal interface IRule
{
    /// <summary>Finds the violations. Tolerates everything that other rules report.</summary>
    IEnumerable<Problem> Check(ParsedBase draft);
}
