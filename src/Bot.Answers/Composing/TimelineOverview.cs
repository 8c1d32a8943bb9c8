using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Answers.Composing;

/// <summary>The parts of a timeline that lead to the facts: the chapters, the events of one, and one event with those before and after it.</summary>
internal static class TimelineOverview
{
    private const string Command = "timeline";

    /// <summary>Chapters with their time, their number of facts and their main event, each to press.</summary>
    /// <param name="title">The title.</param>
    /// <param name="chapters">The chapters, earliest first.</param>
    /// <param name="more">The sentence that says how to see more.</param>
    /// <param name="reply">Builds the answer.</param>
    public static Answer OfChapters(string title, IEnumerable<Chapter> chapters, string more, AnswerBuilder reply)
    {
        var listed = chapters.ToList();
        return reply.Answer(
            Outcome.Answered,
            title,
            [.. listed.Select(c => AnswerBuilder.Paragraphs(c.Title[reply.Locale], Describe(c, reply))), AnswerBuilder.Paragraphs(null, more)],
            listed.Select(c => Link(c, reply)));
    }

    /// <summary>The first fact of each event of a chapter.</summary>
    /// <param name="chapter">The chapter.</param>
    /// <param name="sections">Groups facts by day.</param>
    /// <param name="more">The sentence that says how to see more.</param>
    /// <param name="reply">Builds the answer.</param>
    public static Answer OfEvents(Chapter chapter, Func<IReadOnlyList<Fact>, AnswerBuilder, IEnumerable<Section>> sections, string more, AnswerBuilder reply)
    {
        reply.Words = chapter.Id;
        return reply.Answer(
            Outcome.Answered,
            chapter.Title[reply.Locale],
            [.. sections([.. chapter.Events.Select(e => e.FirstFact)], reply), AnswerBuilder.Paragraphs(null, more)],
            chapter.Events.OrderBy(e => e.Date).Select(e => Link(e, reply)));
    }

    /// <summary>All facts of an event, with the events before and after it and its chapter to press.</summary>
    public static Answer OfFacts(Event @event, AnswerBuilder reply)
    {
        var @base = reply.Snapshot.Base;
        reply.Words = @event.Id;
        var chapter = @base.Chapters.First(c => c.Id == @event.Chapter);
        var (before, after) = reply.Snapshot.EventOrder.Around(@event);
        return reply.Answer(
            Outcome.Answered,
            @event.Title[reply.Locale],
            Sections(@event, reply),
            ((Event?[])[before, after]).OfType<Event>().Select(e => Link(e, reply)).Append(Link(chapter, reply)));
    }

    // In the order of days. The background comes last: it is of days long before.
    private static IEnumerable<Section> Sections(Event @event, AnswerBuilder reply)
    {
        var byKind = @event.Facts.OrderBy(f => f.Date).ToLookup(f => f.Kind == FactKind.Background);
        if (byKind[false].Any())
        {
            yield return reply.Facts(null, byKind[false]);
        }

        if (byKind[true].Any())
        {
            yield return reply.Facts(byKind[false].Any() ? reply.TextsOf(Command)["Background"] : null, byKind[true]);
        }
    }

    private static string Describe(Chapter chapter, AnswerBuilder reply)
    {
        var main = chapter.MainEvent is { } id ? reply.Snapshot.Base.FindEvent(id)!.Title[reply.Locale] : null;
        string?[] parts = [reply.Texts.Date(chapter.Span), reply.Texts.Count("Facts", chapter.Events.Sum(e => e.Facts.Length)), main];
        return string.Join(" · ", parts.OfType<string>());
    }

    private static FollowUp Link(Chapter chapter, AnswerBuilder reply) => reply.FollowUp(chapter.Title[reply.Locale], Command, chapter.Id);

    private static FollowUp Link(Event @event, AnswerBuilder reply) => reply.FollowUp(@event.Title[reply.Locale], Command, @event.Id);
}
