using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>
/// Every fact has a source: a reference or a page of evidence.
/// A fact whose status is not unverified has evidence.
/// </summary>
internal sealed class UnsourcedFacts : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        foreach (var fact in draft.ObjectsOf(FileSchemas.Fact))
        {
            var hasEvidence = fact.Scalars("evidence").Any();
            if (!hasEvidence && !fact.Scalars("cites").Any())
            {
                yield return new Problem(fact.Location, $"the fact '{fact.Text("id")}' has no source", "add cites or evidence");
            }

            if (!hasEvidence && EnumWords.Find<VerificationStatus>(fact.Text("status")) is VerificationStatus.Confirmed or VerificationStatus.ConfirmedWithNuance or VerificationStatus.Corrected)
            {
                yield return new Problem(fact.Location, $"the fact '{fact.Text("id")}' is {fact.Text("status")} without evidence", "add evidence, or set status to unverified");
            }
        }
    }
}
