using Bot.Answers.Model;
using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Explaining;

/// <summary>Explains answers of one base. Safe for any number of threads.</summary>
/// <param name="snapshot">The base.</param>
internal sealed class Explainer(BaseSnapshot snapshot)
{
    private readonly Lazy<ExampleIndex> _examples = new(() => new ExampleIndex(snapshot));

    /// <summary>Explains the answer to a question that does not follow another.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">The answer, from the same base.</param>
    public Explanation Explain(string question, Answer answer)
    {
        var context = QuestionContext.Of(question, [], snapshot);
        var found = snapshot.Search.Find(question, context.Asked, context.Facts);
        var near = _examples.Value.Near(question);
        var first = found.Hits.IsEmpty ? null : snapshot.Base.Facts[found.Hits.Span[0].Position];
        return new Explanation(
            question,
            answer.Language,
            answer.Outcome,
            [.. answer.Facts.Concat(answer.FurtherFacts).Select(f => f.Id).Distinct()],
            MatchSignals.Round(found.Confidence),
            MatchSignals.Round(snapshot.Base.Thresholds.Answered),
            MatchSignals.Round(snapshot.Base.Thresholds.Closest),
            [.. Enumerable.Range(0, Math.Min(Explanation.MaxCandidates, found.Hits.Length)).Select(i => Candidate(found, i, near))],
            Subject(found, near),
            [.. context.Asked.Parties.Select(p => new ReadName(Spelling(p, question), p.Id, first is not null && (first.By.Contains(p) || first.About.Contains(p))))]);
    }

    private Candidate Candidate(FoundFacts found, int position, Func<string, string?> near)
    {
        var hit = found.Hits.Span[position];
        var id = snapshot.Base.Facts[hit.Position].Id;
        var (confidence, signals) = MatchSignals.Of(snapshot.Search, found, position);
        return new Candidate(id, MatchSignals.Round(hit.Score), confidence, near(ExampleIndex.FactKey(id)), signals);
    }

    private RivalSubject? Subject(FoundFacts found, Func<string, string?> near)
    {
        if (found.Scope.BestOutOfScope is not { Score: > 0 } best)
        {
            return null;
        }

        var id = snapshot.Base.OutOfScope[best.Document].Id;
        return new RivalSubject(id, !found.Hits.ToArray().Any(h => h.Lexical >= best.Score), near(ExampleIndex.SubjectKey(id)));
    }

    private static string Spelling(Party party, string question)
    {
        var folded = Folding.Fold(question);
        return party.Spellings.Where(s => folded.Contains(Folding.Fold(s), StringComparison.Ordinal)).MaxBy(s => s.Length) ?? party.Id;
    }
}
