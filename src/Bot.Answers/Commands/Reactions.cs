using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Search;

namespace Bot.Answers.Commands;

/// <summary><c>/reactions [country]</c>: who answered the talks with what, by country.</summary>
internal sealed class Reactions : ICommand
{
    public string Name => "reactions";

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("country")];

    public Answer Answer(string words, Reply reply)
    {
        var groups = ByCountry(reply.Knowledge);
        var followUps = groups.Select(g => g.Country).OfType<Party>().Select(c => reply.FollowUp(reply.Called(c), Name, c.Id));
        if (Folding.Fold(words).Length == 0)
        {
            return Show(groups, reply, followUps);
        }

        var meant = reply.Knowledge.Parties.Find(words) is { } party ? [party] : reply.Knowledge.Parties.FindIn(words);
        var chosen = groups
            .Select(g => g with { Facts = [.. g.Facts.Where(f => meant.Exists(m => Concerns(f, g.Country, m)))] })
            .Where(g => g.Facts.Count > 0)
            .ToList();
        return chosen.Count > 0
            ? Show(chosen, reply, followUps)
            : reply.Plain(Outcome.Unknown, reply.Texts.NothingKnownTitle, reply.Texts.ReactionsUnknown, followUps);
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, Knowledge knowledge, Locale locale)
    {
        var countries = ByCountry(knowledge).Select(g => g.Country).OfType<Party>().ToList();
        return Completions.Parties(typed, knowledge, locale, countries.Contains);
    }

    // A country means its own reactions; a side, such as Europe, those of all on it; a person or organisation what they said.
    private static bool Concerns(Fact fact, Party? country, Party meant) =>
        country == meant || fact.By.Contains(meant) || (meant.Kind == PartyKind.Place && fact.By.Any(p => p.Side == meant.Id));

    private static List<Group> ByCountry(Knowledge knowledge) =>
    [
        .. knowledge.Base.Facts
            .Where(f => f.Kind == FactKind.Reaction)
            .GroupBy(f => CountryOf(f, knowledge))
            .Select(g => new Group(g.Key, [.. g])),
    ];

    private static Party? CountryOf(Fact fact, Knowledge knowledge)
    {
        var speaker = fact.By[0];
        return speaker.Kind == PartyKind.Place ? speaker
            : speaker.Country is { } country ? knowledge.Base.Party(country)
            : fact.About.FirstOrDefault(p => p.Kind == PartyKind.Person)?.Country is { } concerned && speaker.Side is null ? knowledge.Base.Party(concerned)
            : speaker.Side is { } side ? knowledge.Base.Party(side)
            : null;
    }

    private static Answer Show(List<Group> groups, Reply reply, IEnumerable<FollowUp> followUps) => reply.Answer(
        Outcome.Answered,
        reply.Texts.CommandHelp("reactions"),
        groups.Select(g => reply.Facts(g.Country is { } country ? reply.Called(country) : reply.Texts.OtherReactions, g.Facts)),
        followUps);

    private sealed record Group(Party? Country, List<Fact> Facts);
}
