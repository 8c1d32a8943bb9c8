using Bot.Answers.Reading;
using Bot.Answers.Scoring;
using Bot.Answers.Values;
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
        && OverviewQuestion.Detect(WithoutDates(question, scope.Event, snapshot), scope.Words) is { } kind
        && overview.TryGetValue(kind, out var ids)
            ? Named(ids, snapshot)
            : [];

    /// <summary>The facts on an event as a whole, or else its first fact.</summary>
    public static List<Fact> Of(Event @event, BaseSnapshot snapshot) => Of(@event, OverviewKind.Whole, snapshot);

    /// <summary>The facts on one side of an event, or else on it as a whole, or its first fact.</summary>
    public static List<Fact> Of(Event @event, OverviewKind kind, BaseSnapshot snapshot) =>
        @event.Overview.TryGetValue(kind, out var ids) || @event.Overview.TryGetValue(OverviewKind.Whole, out ids)
            ? Named(ids, snapshot)
            : [@event.FirstFact];

    private static List<Fact> Named(IEnumerable<string> ids, BaseSnapshot snapshot) => [.. ids.Select(id => snapshot.Base.FindFact(id)!).Take(AnswerTuning.MaxFacts)];

    // A day names the event, and says nothing on what is asked about it. "After 15 August" does.
    private static string WithoutDates(string question, Event @event, BaseSnapshot snapshot)
    {
        while (question.AsSpan().ContainsAnyInRange('0', '9')
            && DateParser.Find(question, snapshot.Year) is { Date.Precision: not (DatePrecision.From or DatePrecision.Before) } date
            && date.Date.Overlaps(@event.Date))
        {
            question = date.Rest;
        }

        return question;
    }
}
