using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Understanding;
using Bot.Facts.Model;

namespace Bot.Answers.Commands;

/// <summary><c>/timeline [when] [topic]</c>: what happened, by day, span, person or topic.</summary>
internal sealed class TimelineCommand : ICommand
{
    public string Name => "timeline";

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("when"), new("topic")];

    public Answer Answer(string words, AnswerBuilder reply)
    {
        if (words.Length == 0)
        {
            return Overview(reply);
        }

        var knowledge = reply.Snapshot;
        var date = DateParser.Find(words, knowledge.Year);
        var (parties, topics) = Mentions.Find(date?.Rest ?? words, knowledge);

        // "NATO" is both a party and a topic of one id; the topic holds all that the party does.
        topics = [.. topics.Union(parties.Select(p => knowledge.Base.FindTopic(p.Id)).OfType<Topic>())];
        parties.RemoveAll(p => knowledge.Base.FindTopic(p.Id) is not null);
        if (date is null && parties.Count == 0 && topics.Count == 0)
        {
            var near = knowledge.Topics.Closest(words, 2).Select(reply.LinkToTopic)
                .Concat(knowledge.Parties.Closest(words, 2).Select(p => reply.FollowUp(reply.ShortNameOf(p), Name, p.Id)))
                .ToList();
            return reply.Message(
                near.Count > 0 ? Outcome.Suggested : Outcome.Unknown,
                reply.Texts.NotInBaseTitle,
                reply.Own["Unknown"],
                near.Concat(knowledge.Base.Topics.Take(4 - Math.Min(4, near.Count)).Select(reply.LinkToTopic)));
        }

        reply.Words = string.Join(' ', parties.Select(p => p.Id).Concat(topics.Select(t => t.Id)).Prepend(date?.Date.ToString()).OfType<string>());
        var facts = knowledge.Base.Facts
            .Where(f => date is null || f.Date.Overlaps(date.Date) && IsNoWider(f.Date, date.Date))
            .Where(f => parties.Count + topics.Count == 0 || f.Topics.Any(topics.Contains) || f.By.Concat(f.About).Any(parties.Contains))
            .ToList();
        if (facts.Count == 0)
        {
            return reply.Message(Outcome.Unknown, reply.Texts.NotInBaseTitle, reply.Own["NothingOnDate"], Days(reply));
        }

        return reply.Answer(Outcome.Answered, Title(date, parties, topics, reply), ByEvent(facts, reply));
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, BaseSnapshot knowledge, Locale locale) => parameter == "when"
        ? Completions.Days(typed, knowledge, locale)
        : Completions.Topics(typed, knowledge, locale).Concat(Completions.Parties(typed, knowledge, locale, p => p.Kind == PartyKind.Person));

    // A fact of no certain day belongs to a question about a month or more, not to every day in it.
    private static bool IsNoWider(FactDate fact, FactDate asked) =>
        fact.Precision is DatePrecision.Day or DatePrecision.Range || asked.Precision is not (DatePrecision.Day or DatePrecision.Range);

    private static Answer Overview(AnswerBuilder reply)
    {
        var events = reply.Snapshot.Base.Events;
        return reply.Answer(
            Outcome.Answered,
            reply.Texts.TimelineTitle,
            [.. ByEvent([.. events.Select(e => e.Facts[0])], reply), AnswerBuilder.Paragraphs(null, reply.Own["More"])],
            Days(reply));
    }

    private static IEnumerable<FollowUp> Days(AnswerBuilder reply) =>
        Completions.Days("", reply.Snapshot, reply.Locale)
            .Where(c => string.CompareOrdinal(c.Value, $"{reply.Snapshot.Year}") > 0)
            .Take(5)
            .Select(c => reply.FollowUp(c.Label, "timeline", c.Value));

    private static List<Section> ByEvent(List<Fact> facts, AnswerBuilder reply) =>
    [
        .. facts.GroupBy(f => f.Event)
            .Select(g => (Event: reply.Snapshot.Base.FindEvent(g.Key)!, Facts: g.OrderBy(f => f.Date)))
            .OrderBy(g => g.Facts.First().Date)
            .Select(g => reply.Facts(g.Event.Title[reply.Locale], g.Facts)),
    ];

    private static string Title(ParsedDate? date, List<Party> parties, List<Topic> topics, AnswerBuilder reply)
    {
        var about = parties.Select(reply.ShortNameOf).Concat(topics.Select(t => t.Name[reply.Locale]));
        return string.Join(" · ", about.Prepend(date is null ? null : reply.Texts.Date(date.Date)).Prepend(reply.Texts.TimelineTitle).OfType<string>());
    }
}
