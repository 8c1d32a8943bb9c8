using Bot.Answers.Reading;
using Bot.Facts.Model;

namespace Bot.Answers.Understanding;

/// <summary>What a question is likely to be about where it does not say so: the last answer, the event that it names, or the main event.</summary>
/// <param name="Asked">The values that the question states.</param>
/// <param name="Scope">The event; null when none is likely.</param>
/// <param name="HasSubject">Whether the question says itself what it is about.</param>
/// <param name="GoesOn">Whether it follows an answer.</param>
internal sealed record QuestionContext(StatedValues Asked, EventScope? Scope, bool HasSubject, bool GoesOn)
{
    // A question of more words says what it is about.
    private const int MaxWords = 6;

    // What the last answer was about is half of the evidence.
    private const float FollowUpShare = 0.4f;

    /// <summary>Whether the question names no event, so that the base's main event is only likely.</summary>
    public bool IsAssumed { get; private init; }

    /// <summary>The facts to prefer; null for none.</summary>
    public IReadOnlySet<string>? Facts => GoesOn || !HasSubject ? Scope?.FactIds : null;

    /// <summary>Reads a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="followsUp">The facts that were shown before it; empty for a question of its own.</param>
    /// <param name="snapshot">The base.</param>
    public static QuestionContext Of(string question, List<Fact> followsUp, BaseSnapshot snapshot)
    {
        var asked = snapshot.Values.Read(question);
        var hasSubject = QuestionForm.CountWords(question) > MaxWords || asked.Days.Count > 0 || asked.Parties.Exists(p => p.Kind == PartyKind.Person);

        // A question that names the day or place of another event goes on to that one.
        var last = followsUp.Count > 0 ? snapshot.ScopeOf(followsUp[0].Event) : null;
        var named = last is null || last.Has(asked) ? null : snapshot.EventFinder.Find(question, asked) is { } other && other.Has(asked) ? other : null;
        if (last is not null && named is null)
        {
            return new QuestionContext(asked, last, hasSubject, GoesOn: true);
        }

        var found = named ?? snapshot.EventFinder.Find(question, asked);
        return new QuestionContext(asked, found ?? MainEvent(snapshot), hasSubject, GoesOn: false) { IsAssumed = found is null };
    }

    /// <summary>The thresholds of the question: lower for the answered one where a short question goes on from the last answer and the best fact does, too.</summary>
    public AnswerThresholds Thresholds(FoundFacts found, BaseSnapshot snapshot)
    {
        var thresholds = snapshot.Base.Thresholds;
        var isOfScope = GoesOn && !HasSubject && found.Hits.Length > 0 && Scope!.FactIds.Contains(snapshot.Base.Facts[found.Hits.Span[0].Position].Id);
        return isOfScope ? thresholds with { Answered = thresholds.Answered * FollowUpShare } : thresholds;
    }

    private static EventScope? MainEvent(BaseSnapshot snapshot) => snapshot.Base.MainEvent is { } main ? snapshot.ScopeOf(main.Id) : null;
}
