using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>A correction in a release has a sentence for readers, and no other change has one.</summary>
internal sealed class UnexplainedCorrections : IRule
{
    private static readonly string s_correction = ChangeKind.Correction.ToWord();

    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var change in draft.ObjectsOf(ReleaseSchemas.Change))
        {
            var isCorrection = change.Text("kind") == s_correction;
            if (isCorrection && change["sentence"] is null)
            {
                yield return new Problem(change.Location, $"the correction of '{change.Text("fact")}' has no 'sentence'", "add it: say to readers in every language what was wrong and what is right");
            }
            else if (!isCorrection && change["sentence"] is { } sentence)
            {
                yield return new Problem(sentence.Location, "only a correction has a sentence for readers", "set kind: correction, or remove the sentence");
            }
        }
    }
}
