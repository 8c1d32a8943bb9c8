using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Commands;

/// <summary><c>/reactions [country]</c>: reactions, by country.</summary>
internal sealed class ReactionsCommand : ICommand
{
    public string Name => "reactions";

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("country")];

    public bool IsOffered(FactBase @base) => All(@base).Any();

    public Answer Answer(string words, AnswerBuilder reply)
    {
        var snapshot = reply.Snapshot;
        var followUps = Countries(snapshot).Select(c => reply.FollowUp(reply.ShortNameOf(c), Name, c.Id)).ToList();
        List<Party>? meant = Folding.Fold(words).Length == 0 ? null
            : snapshot.Parties.Find(words) is { } party ? [party]
            : snapshot.Parties.FindMentions(words);
        if (meant is not { Count: 0 })
        {
            reply.Words = string.Join(' ', meant?.Select(m => m.Id) ?? []);
        }

        var groups = All(snapshot.Base)
            .Select(fact => (Fact: fact, Speaker: fact.By.FirstOrDefault(s => meant is null || meant.Exists(m => Concerns(s, fact, m, snapshot)))))
            .Where(r => r.Speaker is not null)
            .GroupBy(r => CountryOf(r.Speaker!, r.Fact, snapshot), r => r.Fact)
            .Select(g => reply.Facts(g.Key is { } country ? reply.ShortNameOf(country) : reply.CommandTexts["Others"], g.OrderBy(f => f.Date)))
            .ToList();
        return groups.Count > 0
            ? reply.Answer(Outcome.Answered, reply.CommandTexts.Help, YearSections.Divide(groups, reply), followUps)
            : reply.Message(Outcome.Unknown, reply.Texts.NotInBaseTitle, reply.CommandTexts[followUps.Count > 0 ? "Unknown" : "NotFound"], followUps);
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, BaseSnapshot snapshot, Locale locale)
    {
        var countries = Countries(snapshot).ToList();
        return Completions.Parties(typed, snapshot, locale, countries.Contains);
    }

    private static IEnumerable<Fact> All(FactBase @base) => @base.Facts.Where(f => f.Kind == FactKind.Reaction);

    private static IEnumerable<Party> Countries(BaseSnapshot snapshot) =>
        All(snapshot.Base).SelectMany(f => f.By.Select(s => CountryOf(s, f, snapshot))).OfType<Party>().Distinct();

    // A country includes the statements of its people, and a side, such as a continent, those of everyone on it. A person or organisation includes only its own.
    private static bool Concerns(Party speaker, Fact fact, Party meant, BaseSnapshot snapshot) =>
        speaker == meant || speaker.Side == meant.Id || CountryOf(speaker, fact, snapshot) == meant;

    // The speaker's country. For a speaker without a country or side, such as a newspaper, it is the country of the person whom it speaks about. Otherwise it is the speaker's side.
    private static Party? CountryOf(Party speaker, Fact fact, BaseSnapshot snapshot)
    {
        if (speaker.Kind == PartyKind.Place)
        {
            return speaker;
        }

        var concerned = speaker.Side is null ? fact.About.FirstOrDefault(p => p.Kind == PartyKind.Person)?.Country : null;
        return (speaker.Country ?? concerned ?? speaker.Side) is { } id ? snapshot.Base.FindParty(id) : null;
    }
}
