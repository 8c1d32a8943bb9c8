using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>
/// Every fact has a source: a reference or a page of evidence. A fact whose status is not unverified has evidence. One that is confirmed has
/// two independent reports, or one where an article states it too. One that is disputed names
/// those whose versions it gives, or the page that denies the other's.
/// </summary>
internal sealed class UnsourcedFacts : IRule
{
    public IEnumerable<Problem> Check(ParsedBase draft)
    {
        var publishers = new Dictionary<string, string>();
        foreach (var source in draft.ObjectsOf(FileSchemas.Source))
        {
            if (source.Text("id") is { } id && (source.Text("agency") ?? source.Text("publisher")) is { } publisher)
            {
                publishers.TryAdd(id, publisher);
            }
        }

        foreach (var fact in draft.ObjectsOf(FileSchemas.Fact))
        {
            var evidence = EvidenceNodes.Of(fact).ToList();
            var hasEvidence = evidence.Count > 0;
            var status = EnumWords.Find<VerificationStatus>(fact.Text("status"));
            if (!hasEvidence && !fact.Scalars("cites").Any())
            {
                yield return new Problem(fact.Location, $"the fact '{fact.Text("id")}' has no source", "add cites or evidence");
            }

            if (!hasEvidence && status is not (null or VerificationStatus.Unverified))
            {
                yield return new Problem(fact.Location, $"the fact '{fact.Text("id")}' is {fact.Text("status")} without evidence", "add evidence, or set status to unverified");
            }
            else if (status == VerificationStatus.Confirmed && fact["statements"] is null && CountReports(evidence, publishers) == 1)
            {
                yield return new Problem(fact.Location, $"the fact '{fact.Text("id")}' is confirmed by one report alone", "add a report of another agency or outlet, or set status to unverified");
            }

            if (status == VerificationStatus.Disputed && fact.Scalars("by").Count() < 2 && evidence.TrueForAll(e => e.Role != EvidenceRole.Denies))
            {
                yield return new Problem(fact.Location, $"the disputed fact '{fact.Text("id")}' does not name both sides", "add by: with the ids of those whose versions the text gives, or the page that denies the other under denies:");
            }
        }
    }

    // Pages that carry one agency's text are one report.
    private static int CountReports(IEnumerable<(YamlScalar Page, EvidenceRole Role)> evidence, Dictionary<string, string> publishers) => evidence
        .Where(e => e.Role != EvidenceRole.Denies)
        .Select(e => publishers.GetValueOrDefault(e.Page.Text, e.Page.Text))
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Count();
}
