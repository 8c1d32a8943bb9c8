using Bot.Facts.Parsing;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>One thing that has to be true of the base.</summary>
internal interface IRule
{
    /// <summary>Finds where it is not. Tolerates everything that other rules find.</summary>
    IEnumerable<Problem> Check(ParsedBase draft);
}
