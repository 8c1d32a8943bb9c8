using Bot.Answers.Reading;
using Bot.Answers.Scoring;
using Bot.Facts.Model;

namespace Bot.Answers.Understanding;

/// <summary>Finds the facts of an event that answer a question about the event as a whole.</summary>
internal static class OverviewFacts
{
    // A longer question is about something more particular.
    private const int MaxWords = 14;

    /// <summary>The facts, in the curators' order; none when the question is about something more particular, or the event has none for it.</summary>
    /// <param name="question">The question.</param>
    /// <param name="scope">The event that a question without a subject is about; null for none.</param>
    /// <param name="snapshot">The base.</param>
    public static List<Fact> Find(string question, EventScope? scope, BaseSnapshot snapshot) =>
        scope is { Event.Overview: { Count: > 0 } overview }
        && QuestionForm.CountWords(question) <= MaxWords
        && OverviewQuestion.Detect(question, scope) is { } kind
        && overview.TryGetValue(kind, out var ids)
            ? [.. ids.Select(id => snapshot.Base.FindFact(id)).OfType<Fact>().Take(AnswerTuning.MaxFacts)]
            : [];
}
