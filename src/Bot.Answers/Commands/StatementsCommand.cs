using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Commands;

/// <summary><c>/statements party [topic]</c>: a party's reported statements, newest first.</summary>
internal sealed class StatementsCommand : ICommand
{
    private const int MaxFollowUps = 5;

    public string Name => "statements";

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("party", IsRequired: true), new("topic")];

    public bool IsOffered(FactBase @base) => All(@base).Any();

    public Answer Answer(string words, AnswerBuilder reply)
    {
        var snapshot = reply.Snapshot;
        if (Folding.Fold(words).Length == 0)
        {
            return reply.Message(Outcome.Invalid, reply.CommandTexts.Help, UiTexts.Format(reply.CommandTexts["Empty"], reply.ShortNameOf(snapshot.Base.Profile.Examples.Speaker)), Speakers(snapshot).Take(MaxFollowUps).Select(p => Link(p, reply)));
        }

        var (parties, topics) = Meant(Mentions.Find(words, snapshot), snapshot);
        if (parties.Count + topics.Count == 0)
        {
            return PartySuggestions.Suggest(words, reply, party => Link(party, reply));
        }

        reply.Words = string.Join(' ', parties.Select(p => p.Id).Concat(topics.Select(t => t.Id)));
        var facts = All(snapshot.Base)
            .Where(f => parties.Count == 0 || f.By.Any(parties.Contains))
            .Where(f => topics.Count == 0 || f.Topics.Any(topics.Contains))
            .OrderByDescending(f => f.Date.SortDay)
            .ThenBy(f => f.Date.Last)
            .ToList();
        if (facts.Count == 0)
        {
            var others = Speakers(snapshot).OrderByDescending(s => Relevance(s, parties)).Take(MaxFollowUps);
            return reply.Message(Outcome.Unknown, reply.Texts.NotInBaseTitle, reply.CommandTexts["None"], others.Select(p => Link(p, reply)));
        }

        var title = string.Join(" · ", parties.Select(reply.ShortNameOf).Concat(topics.Select(t => t.Name[reply.Locale])).Prepend(reply.CommandTexts["Title"]));
        var further = facts.SelectMany(f => f.Topics).Distinct().Except(topics).Take(MaxFollowUps - 1)
            .Select(t => reply.FollowUp(t.Name[reply.Locale], Name, string.Join(' ', parties.Select(p => p.Id).Append(t.Id))));
        return reply.Answer(Outcome.Answered, title, YearSections.Divide([reply.Facts(null, facts)], reply), further.Concat(facts.SelectMany(f => f.By).Distinct().Take(1).Select(reply.LinkToParty)));
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, BaseSnapshot snapshot, Locale locale)
    {
        if (parameter == "topic")
        {
            var topics = All(snapshot.Base).SelectMany(f => f.Topics).ToHashSet();
            return Completions.Topics(typed, snapshot, locale, topics.Contains);
        }

        var speakers = Speakers(snapshot).ToHashSet();
        return Completions.Parties(typed, snapshot, locale, speakers.Contains);
    }

    private static IEnumerable<Fact> All(FactBase @base) =>
        @base.Facts.Where(f => f.Kind is FactKind.Statement or FactKind.Position && f.By.Length > 0);

    // The speakers with the most statements come first.
    private static IEnumerable<Party> Speakers(BaseSnapshot snapshot) =>
        All(snapshot.Base).SelectMany(f => f.By).CountBy(p => p).OrderByDescending(p => p.Value).Select(p => p.Key);

    // A party and a topic may have the same id. It counts as a speaker only if no other speaker is named and it has made a statement.
    private static (List<Party> Parties, List<Topic> Topics) Meant(Mentions mentions, BaseSnapshot snapshot)
    {
        var parties = mentions.Parties.Union(mentions.Topics.Select(t => snapshot.Base.FindParty(t.Id)).OfType<Party>()).ToList();
        var topics = mentions.Topics.Union(mentions.Parties.Select(p => snapshot.Base.FindTopic(p.Id)).OfType<Topic>()).ToList();
        var speaker = parties.TrueForAll(p => topics.Exists(t => t.Id == p.Id)) ? parties.Find(Speakers(snapshot).Contains) : null;
        topics.RemoveAll(t => t.Id == speaker?.Id);
        parties.RemoveAll(p => topics.Exists(t => t.Id == p.Id));
        return (parties, topics);
    }

    // The parties in the question come first, then those who speak for them.
    private static int Relevance(Party speaker, List<Party> asked) =>
        asked.Contains(speaker) ? 2 : asked.Exists(p => p.Id == speaker.Side || p.Id == speaker.Country) ? 1 : 0;

    private FollowUp Link(Party party, AnswerBuilder reply) => reply.FollowUp(reply.ShortNameOf(party), Name, party.Id);
}
