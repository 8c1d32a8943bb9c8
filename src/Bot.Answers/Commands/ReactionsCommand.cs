using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Commands;

/// <summary><c>/reactions [country]</c>: who answered the talks with what, by country.</summary>
internal sealed class ReactionsCommand : ICommand
{
    public string Name => "reactions";

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("country")];

    public Answer Answer(string words, AnswerBuilder reply)
    {
        var knowledge = reply.Snapshot;
        var followUps = Countries(knowledge).Select(c => reply.FollowUp(reply.ShortNameOf(c), Name, c.Id));
        List<Party>? meant = Folding.Fold(words).Length == 0 ? null
            : knowledge.Parties.Find(words) is { } party ? [party]
            : knowledge.Parties.FindMentions(words);
        if (meant is not { Count: 0 })
        {
            reply.Words = string.Join(' ', meant?.Select(m => m.Id) ?? []);
        }

        var groups = All(knowledge)
            .Select(fact => (Fact: fact, Speaker: fact.By.FirstOrDefault(s => meant is null || meant.Exists(m => Concerns(s, fact, m, knowledge)))))
            .Where(r => r.Speaker is not null)
            .GroupBy(r => CountryOf(r.Speaker!, r.Fact, knowledge), r => r.Fact)
            .Select(g => reply.Facts(g.Key is { } country ? reply.ShortNameOf(country) : reply.Own["Others"], g))
            .ToList();
        return groups.Count > 0
            ? reply.Answer(Outcome.Answered, reply.Texts.Command(Name).Help, groups, followUps)
            : reply.Message(Outcome.Unknown, reply.Texts.NotInBaseTitle, reply.Own["Unknown"], followUps);
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, BaseSnapshot knowledge, Locale locale)
    {
        var countries = Countries(knowledge).ToList();
        return Completions.Parties(typed, knowledge, locale, countries.Contains);
    }

    private static IEnumerable<Fact> All(BaseSnapshot knowledge) => knowledge.Base.Facts.Where(f => f.Kind == FactKind.Reaction);

    private static IEnumerable<Party> Countries(BaseSnapshot knowledge) =>
        All(knowledge).SelectMany(f => f.By.Select(s => CountryOf(s, f, knowledge))).OfType<Party>().Distinct();

    // A country means what its people said; a side, such as Europe, what all on it said; a person or organisation its own words.
    private static bool Concerns(Party speaker, Fact fact, Party meant, BaseSnapshot knowledge) =>
        speaker == meant || speaker.Side == meant.Id || CountryOf(speaker, fact, knowledge) == meant;

    // A speaker's country; of one without, such as a newspaper, the country of the person that it speaks of; else the speaker's side.
    private static Party? CountryOf(Party speaker, Fact fact, BaseSnapshot knowledge)
    {
        if (speaker.Kind == PartyKind.Place)
        {
            return speaker;
        }

        var concerned = speaker.Side is null ? fact.About.FirstOrDefault(p => p.Kind == PartyKind.Person)?.Country : null;
        return (speaker.Country ?? concerned ?? speaker.Side) is { } id ? knowledge.Base.FindParty(id) : null;
    }
}
