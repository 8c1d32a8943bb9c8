using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Answers.Understanding;
using Bot.Answers.Values;
using Bot.Facts.Model;

namespace Bot.Answers.Commands;

/// <summary><c>/timeline [when] [topic]</c>: events by day, span, person or topic.</summary>
internal sealed class TimelineCommand : ICommand
{
    public string Name => "timeline";

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("when"), new("topic")];

    public string? ExampleOf(string parameter, FactBase @base, UiTexts texts) => parameter == "when" ? texts.Date(ExampleDates.Day(@base)) : null;

    public Answer Answer(string words, AnswerBuilder reply)
    {
        if (words.Length == 0)
        {
            return Overview(reply);
        }

        var snapshot = reply.Snapshot;
        var date = DateParser.Find(words, snapshot.Year);
        var (parties, topics) = Mentions.Find(date?.Rest ?? words, snapshot);

        // "NATO" is both a party and a topic with the same id. The topic includes all facts of the party.
        topics = [.. topics.Union(parties.Select(p => snapshot.Base.FindTopic(p.Id)).OfType<Topic>())];
        parties.RemoveAll(p => snapshot.Base.FindTopic(p.Id) is not null);
        if (date is null && parties.Count == 0 && topics.Count == 0)
        {
            var suggestions = snapshot.Topics.Closest(words, 2).Select(reply.LinkToTopic)
                .Concat(snapshot.Parties.Closest(words, 2).Select(p => reply.FollowUp(reply.ShortNameOf(p), Name, p.Id)))
                .ToList();
            return reply.Message(
                suggestions.Count > 0 ? Outcome.Suggested : Outcome.Unknown,
                reply.Texts.NotInBaseTitle,
                UiTexts.Format(reply.CommandTexts["Unknown"], reply.Texts.Date(ExampleDates.Day(snapshot.Base)), reply.Texts.Date(ExampleDates.Span(snapshot.Base))),
                suggestions.Concat(snapshot.Base.Topics.Take(4 - Math.Min(4, suggestions.Count)).Select(reply.LinkToTopic)));
        }

        reply.Words = string.Join(' ', parties.Select(p => p.Id).Concat(topics.Select(t => t.Id)).Prepend(date?.Date.ToString()).OfType<string>());
        var facts = snapshot.Base.Facts
            .Where(f => date is null || f.Date.Overlaps(date.Date) && IsPreciseEnough(f.Date, date.Date))
            .Where(f => parties.Count + topics.Count == 0 || f.Topics.Any(topics.Contains) || f.By.Concat(f.About).Any(parties.Contains))
            .ToList();
        if (facts.Count == 0)
        {
            var days = Days(reply).ToList();
            return reply.Message(Outcome.Unknown, reply.Texts.NotInBaseTitle, reply.CommandTexts[days.Count > 0 ? "NothingOnDate" : "NothingFound"], days);
        }

        return reply.Answer(Outcome.Answered, Title(date, parties, topics, reply), ByDay(facts, reply));
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, BaseSnapshot snapshot, Locale locale) => parameter == "when"
        ? Completions.Days(typed, snapshot, locale)
        : Completions.Topics(typed, snapshot, locale).Concat(Completions.Parties(typed, snapshot, locale, p => p.Kind == PartyKind.Person));

    // A fact without an exact day belongs to a question about a month or longer, not to every day in it.
    private static bool IsPreciseEnough(FactDate fact, FactDate asked) =>
        fact.Precision is DatePrecision.Day or DatePrecision.Range || asked.Precision is not (DatePrecision.Day or DatePrecision.Range);

    private static Answer Overview(AnswerBuilder reply)
    {
        var events = reply.Snapshot.Base.Events;
        return reply.Answer(
            Outcome.Answered,
            reply.Texts.TimelineTitle,
            [.. ByDay([.. events.Select(e => e.Facts.MinBy(f => f.Date)!)], reply), AnswerBuilder.Paragraphs(null, reply.CommandTexts["More"])],
            Days(reply));
    }

    private static IEnumerable<FollowUp> Days(AnswerBuilder reply) =>
        Completions.Days("", reply.Snapshot, reply.Locale)
            .Where(c => string.CompareOrdinal(c.Value, $"{reply.Snapshot.Year}") > 0)
            .Take(5)
            .Select(c => reply.FollowUp(c.Label, "timeline", c.Value));

    // In the order of days, so that an event whose facts are of several days may have its heading more than once. What came long before comes last.
    private static List<Section> ByDay(IReadOnlyList<Fact> facts, AnswerBuilder reply)
    {
        var sections = new List<Section>();
        var current = new List<Fact>();
        foreach (var fact in facts.Where(f => f.Kind != FactKind.Background).OrderBy(f => f.Date))
        {
            if (current.Count > 0 && current[0].Event != fact.Event)
            {
                sections.Add(OfEvent(current, reply));
                current = [];
            }

            current.Add(fact);
        }

        if (current.Count > 0)
        {
            sections.Add(OfEvent(current, reply));
        }

        var background = facts.Where(f => f.Kind == FactKind.Background).OrderBy(f => f.Date).ToList();
        return background.Count == 0 ? sections : [.. sections, reply.Facts(reply.TextsOf("timeline")["Background"], background)];
    }

    private static Section OfEvent(List<Fact> facts, AnswerBuilder reply) => reply.Facts(reply.Snapshot.Base.FindEvent(facts[0].Event)!.Title[reply.Locale], facts);

    private static string Title(ParsedDate? date, List<Party> parties, List<Topic> topics, AnswerBuilder reply)
    {
        var about = parties.Select(reply.ShortNameOf).Concat(topics.Select(t => t.Name[reply.Locale]));
        return string.Join(" · ", about.Prepend(date is null ? null : reply.Texts.Date(date.Date)).Prepend(reply.Texts.TimelineTitle).OfType<string>());
    }
}
