using Bot.Answers.Conversation;
using Bot.Answers.Understanding;
using Bot.Answers.Values;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.History;

/// <summary>Finds the event that came after or before another, or after or before a day, for "what happened next" and the like.</summary>
internal static class EventSequence
{
    private static readonly Lazy<string[]> s_after = new(() => PhraseFile.Load("sequence").FoldedPhrases("After"));
    private static readonly Lazy<string[]> s_before = new(() => PhraseFile.Load("sequence").FoldedPhrases("Before"));

    /// <summary>The event that a question about what came next or before asks for; null when it asks for something else, or when there is none.</summary>
    /// <param name="question">The question.</param>
    /// <param name="scope">The event that it is about; null for none.</param>
    /// <param name="snapshot">The base.</param>
    public static Event? Find(string question, EventScope? scope, BaseSnapshot snapshot)
    {
        // "After 15 August" names a day, and no event that it is about.
        var date = DateParser.Find(question, snapshot.Year);
        var folded = Folding.Separator + Folding.Fold(date?.Rest ?? question) + Folding.Separator;
        var (asksAfter, asksBefore) = (Asks(s_after.Value, folded, scope), Asks(s_before.Value, folded, scope));
        if (date is { Date: { Precision: DatePrecision.From or DatePrecision.Before } day })
        {
            return asksAfter || asksBefore || OverviewQuestion.Detect(date.Rest, "") == OverviewKind.Whole ? snapshot.EventOrder.Next(day) : null;
        }

        if (scope is null || !(asksAfter || asksBefore))
        {
            return null;
        }

        var (before, after) = snapshot.EventOrder.Around(scope.Event);
        return asksAfter ? after : before;
    }

    // Whether nothing but a phrase and general words is in a question.
    private static bool Asks(string[] phrases, string folded, EventScope? scope) =>
        Array.Find(phrases, p => folded.Contains(p, StringComparison.Ordinal)) is { } phrase
        && OverviewQuestion.IsGeneral(folded.Replace(phrase, " ", StringComparison.Ordinal), scope?.Words ?? "");
}
