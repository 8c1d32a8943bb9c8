using System.Text.Json;
using Bot.Facts.Yaml;

namespace Bot.Facts.Parsing;

/// <summary>One requirement on the base.</summary>
internal interface IRule
{
    /// <summary>The name by which a fact may allow a warning: the type's name in lower-case words with hyphens.</summary>
    string Name => JsonNamingPolicy.KebabCaseLower.ConvertName(GetType().Name);

    /// <summary>Whether a violation keeps the base from being served.</summary>
    Severity Severity => Severity.Error;

    /// <summary>Finds the violations. Tolerates everything that other rules report.</summary>
    IEnumerable<Problem> Check(ParsedBase draft);
}
