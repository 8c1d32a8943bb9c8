using Bot.Facts.Parsing;
using Bot.Facts.Yaml;

namespace Bot.Facts.Proofreading;

/// <summary>No text is one that facts new left for the curator to write.</summary>
internal sealed class Stubs : IRule
{
    /// <summary>How a text that is still to be written begins.</summary>
    public const string Mark = "TO WRITE";

    /// <summary>Whether a text is still to be written.</summary>
    public static bool IsStub(string text) => text.StartsWith(Mark, StringComparison.Ordinal);

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var value in draft.Values)
        {
            if (value.Node is YamlScalar scalar && IsStub(scalar.Text))
            {
                yield return new Problem(scalar.Location, "this is still to be written", "write it, or remove the key if it may be left out");
            }
        }
    }
}
