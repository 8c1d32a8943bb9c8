using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Commands;

/// <summary><c>/statements party [topic]</c>: what a party is reported to have said, the newest first.</summary>
internal sealed class StatementsCommand : ICommand
{
    private const int MaxFollowUps = 5;

    public string Name => "statements";

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("party", IsRequired: true), new("topic")];

    public Answer Answer(string words, AnswerBuilder reply)
    {
        var knowledge = reply.Snapshot;
        if (Folding.Fold(words).Length == 0)
        {
            return reply.Message(Outcome.Invalid, reply.Texts.InvalidRequestTitle, reply.Own["Empty"], Speakers(knowledge).Take(MaxFollowUps).Select(p => Link(p, reply)));
        }

        var (parties, topics) = Meant(Mentions.Find(words, knowledge), knowledge);
        if (parties.Count + topics.Count == 0)
        {
            return UnclearParty.Suggest(words, reply, party => Link(party, reply));
        }

        reply.Words = string.Join(' ', parties.Select(p => p.Id).Concat(topics.Select(t => t.Id)));
        var facts = All(knowledge)
            .Where(f => parties.Count == 0 || f.By.Any(parties.Contains))
            .Where(f => topics.Count == 0 || f.Topics.Any(topics.Contains))
            .OrderByDescending(f => f.Date)
            .ToList();
        if (facts.Count == 0)
        {
            var others = Speakers(knowledge).OrderByDescending(s => Nearness(s, parties)).Take(MaxFollowUps);
            return reply.Message(Outcome.Unknown, reply.Texts.NotInBaseTitle, reply.Own["None"], others.Select(p => Link(p, reply)));
        }

        var title = string.Join(" · ", parties.Select(reply.ShortNameOf).Concat(topics.Select(t => t.Name[reply.Locale])).Prepend(reply.Own["Title"]));
        var further = facts.SelectMany(f => f.Topics).Distinct().Except(topics).Take(MaxFollowUps - 1)
            .Select(t => reply.FollowUp(t.Name[reply.Locale], Name, string.Join(' ', parties.Select(p => p.Id).Append(t.Id))));
        return reply.Answer(Outcome.Answered, title, [reply.Facts(null, facts)], further.Concat(facts.SelectMany(f => f.By).Distinct().Take(1).Select(reply.LinkToParty)));
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, BaseSnapshot knowledge, Locale locale)
    {
        if (parameter == "topic")
        {
            var topics = All(knowledge).SelectMany(f => f.Topics).ToHashSet();
            return Completions.Topics(typed, knowledge, locale, topics.Contains);
        }

        var speakers = Speakers(knowledge).ToHashSet();
        return Completions.Parties(typed, knowledge, locale, speakers.Contains);
    }

    private static IEnumerable<Fact> All(BaseSnapshot knowledge) =>
        knowledge.Base.Facts.Where(f => f.Kind is FactKind.Statement or FactKind.Position && f.By.Length > 0);

    // Those who said the most first.
    private static IEnumerable<Party> Speakers(BaseSnapshot knowledge) =>
        All(knowledge).SelectMany(f => f.By).CountBy(p => p).OrderByDescending(p => p.Value).Select(p => p.Key);

    // "NATO" is both a party and a topic of one id: a speaker only where nobody else is named and it has said something.
    private static (List<Party> Parties, List<Topic> Topics) Meant(Mentions mentions, BaseSnapshot knowledge)
    {
        var parties = mentions.Parties.Union(mentions.Topics.Select(t => knowledge.Base.FindParty(t.Id)).OfType<Party>()).ToList();
        var topics = mentions.Topics.Union(mentions.Parties.Select(p => knowledge.Base.FindTopic(p.Id)).OfType<Topic>()).ToList();
        var speaker = parties.TrueForAll(p => topics.Exists(t => t.Id == p.Id)) ? parties.Find(Speakers(knowledge).Contains) : null;
        topics.RemoveAll(t => t.Id == speaker?.Id);
        parties.RemoveAll(p => topics.Exists(t => t.Id == p.Id));
        return (parties, topics);
    }

    // Who is asked about comes first, then those who speak for it.
    private static int Nearness(Party speaker, List<Party> asked) =>
        asked.Contains(speaker) ? 2 : asked.Exists(p => p.Id == speaker.Side || p.Id == speaker.Country) ? 1 : 0;

    private FollowUp Link(Party party, AnswerBuilder reply) => reply.FollowUp(reply.ShortNameOf(party), Name, party.Id);
}
