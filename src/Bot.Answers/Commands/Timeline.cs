using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Understanding;
using Bot.Facts.Model;

namespace Bot.Answers.Commands;

/// <summary><c>/timeline [when] [topic]</c>: what happened, by day, span, person or topic.</summary>
internal sealed class Timeline : ICommand
{
    public string Name => "timeline";

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("when"), new("topic")];

    public Answer Answer(string words, Reply reply)
    {
        if (words.Length == 0)
        {
            return Overview(reply);
        }

        var knowledge = reply.Knowledge;
        var date = DateReader.Find(words, knowledge.Year);
        var rest = date?.Rest ?? words;
        if (!AreIds(rest, knowledge, out var parties, out var topics))
        {
            parties = knowledge.Parties.FindIn(rest);
            topics = knowledge.Topics.FindIn(rest);
        }

        // "NATO" is both a party and a topic of one id; the topic holds all that the party does.
        topics = [.. topics.Union(parties.Select(p => knowledge.Base.Topic(p.Id)).OfType<Topic>())];
        parties.RemoveAll(p => knowledge.Base.Topic(p.Id) is not null);
        if (date is null && parties.Count == 0 && topics.Count == 0)
        {
            var near = knowledge.Topics.Nearest(words, 2).Select(reply.About)
                .Concat(knowledge.Parties.Nearest(words, 2).Select(p => reply.FollowUp(reply.Called(p), Name, p.Id)))
                .ToList();
            return reply.Plain(
                near.Count > 0 ? Outcome.Suggested : Outcome.Unknown,
                reply.Texts.NothingKnownTitle,
                reply.Texts.TimelineUnknown,
                near.Concat(knowledge.Base.Topics.Take(4 - Math.Min(4, near.Count)).Select(reply.About)));
        }

        reply.Words = string.Join(' ', parties.Select(p => p.Id).Concat(topics.Select(t => t.Id)).Prepend(date?.When.ToString()).OfType<string>());
        var facts = knowledge.Base.Facts
            .Where(f => date is null || f.When.Overlaps(date.When) && IsNoWider(f.When, date.When))
            .Where(f => parties.Count + topics.Count == 0 || f.Topics.Any(topics.Contains) || f.By.Concat(f.About).Any(parties.Contains))
            .ToList();
        if (facts.Count == 0)
        {
            return reply.Plain(Outcome.Unknown, reply.Texts.NothingKnownTitle, reply.Texts.NothingOnDate, Days(reply));
        }

        return reply.Answer(Outcome.Answered, Title(date, parties, topics, reply), ByEvent(facts, reply));
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, Knowledge knowledge, Locale locale) => parameter == "when"
        ? Completions.Days(typed, knowledge, locale)
        : Completions.Topics(typed, knowledge, locale).Concat(Completions.Parties(typed, knowledge, locale, p => p.Kind == PartyKind.Person));

    // Ids alone mean what they name and nothing else: "g7-return" is no word about the G7 itself.
    private static bool AreIds(string words, Knowledge knowledge, out List<Party> parties, out List<Topic> topics)
    {
        (parties, topics) = ([], []);
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (knowledge.Base.Topic(word) is { } topic)
            {
                topics.Add(topic);
            }
            else if (knowledge.Base.Party(word) is { } party)
            {
                parties.Add(party);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    // A fact of no certain day belongs to a question about a month or more, not to every day in it.
    private static bool IsNoWider(When fact, When asked) =>
        fact.Precision is Precision.Day or Precision.Range || asked.Precision is not (Precision.Day or Precision.Range);

    private static Answer Overview(Reply reply)
    {
        var events = reply.Knowledge.Base.Events;
        return reply.Answer(
            Outcome.Answered,
            reply.Texts.TimelineTitle,
            [.. ByEvent([.. events.Select(e => e.Facts[0])], reply), Reply.Paragraphs(null, reply.Texts.MoreInTimeline)],
            Days(reply));
    }

    private static IEnumerable<FollowUp> Days(Reply reply) =>
        Completions.Days("", reply.Knowledge, reply.Locale)
            .Where(c => string.CompareOrdinal(c.Value, $"{reply.Knowledge.Year}") > 0)
            .Take(5)
            .Select(c => reply.FollowUp(c.Label, "timeline", c.Value));

    private static List<Section> ByEvent(List<Fact> facts, Reply reply) =>
    [
        .. facts.GroupBy(f => f.Event)
            .Select(g => (Event: reply.Knowledge.Base.Event(g.Key)!, Facts: g.OrderBy(f => f.When)))
            .OrderBy(g => g.Facts.First().When)
            .Select(g => reply.Facts(g.Event.Title[reply.Locale], g.Facts)),
    ];

    private static string Title(FoundDate? date, List<Party> parties, List<Topic> topics, Reply reply)
    {
        var about = parties.Select(reply.Called).Concat(topics.Select(t => t.Name[reply.Locale]));
        return string.Join(" · ", about.Prepend(date is null ? null : reply.Texts.Date(date.When)).Prepend(reply.Texts.TimelineTitle).OfType<string>());
    }
}
