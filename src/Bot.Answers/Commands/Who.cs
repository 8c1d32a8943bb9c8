using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Commands;

/// <summary><c>/who name</c>: a person's role at the time and side, and what they said and did.</summary>
internal sealed class Who : ICommand
{
    private const int MostSuggestions = 5;

    public string Name => "who";

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("name", IsRequired: true)];

    public Answer Answer(string words, Reply reply)
    {
        var knowledge = reply.Knowledge;
        if (Folding.Fold(words).Length == 0)
        {
            var people = knowledge.Base.Parties.Where(p => p.Kind == PartyKind.Person).Take(MostSuggestions);
            return reply.Plain(Outcome.Invalid, reply.Texts.FailedTitle, reply.Texts.WhoEmpty, people.Select(reply.Who));
        }

        if (knowledge.Parties.Find(words) is { } party)
        {
            return Portrait(party, reply);
        }

        var named = knowledge.Parties.FindIn(words);
        if (named.Count == 1)
        {
            return Portrait(named[0], reply);
        }

        var near = named.Count > 0 ? named : knowledge.Parties.Nearest(words, MostSuggestions);
        return near.Count > 0
            ? reply.Plain(Outcome.Suggested, reply.Texts.NothingKnownTitle, reply.Texts.WhoSuggest, near.Take(MostSuggestions).Select(reply.Who))
            : reply.Plain(Outcome.Unknown, reply.Texts.NothingKnownTitle, reply.Texts.WhoUnknown);
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, Knowledge knowledge, Locale locale) =>
        Completions.Parties(typed, knowledge, locale);

    private static Answer Portrait(Party party, Reply reply)
    {
        var (knowledge, texts, locale) = (reply.Knowledge, reply.Texts, reply.Locale);
        reply.Words = party.Id;
        var about = new List<string>();
        about.AddRange(party.Roles.Select(role => RoleText(role, reply)));
        if (party.Side is { } side && side != party.Id)
        {
            about.Add(texts.Datum("Side", reply.Called(knowledge.Base.Party(side)!)));
        }

        var said = knowledge.Base.Facts.Where(f => f.By.Contains(party)).OrderBy(f => f.When).ToList();
        var other = knowledge.Base.Facts.Where(f => f.About.Contains(party) && !f.By.Contains(party)).OrderBy(f => f.When).ToList();
        var sections = new List<Section> { new(null, [.. about], []) };
        if (said.Count > 0)
        {
            sections.Add(reply.Facts(texts.WhoSaid, said));
        }

        if (other.Count > 0)
        {
            sections.Add(reply.Facts(texts.WhoAbout, other));
        }

        var topics = said.SelectMany(f => f.Topics).Distinct().Take(4);
        return reply.Answer(Outcome.Answered, party.Name[locale], sections, topics.Select(reply.About));
    }

    private static string RoleText(Role role, Reply reply)
    {
        var labels = string.Concat(role.Sources.Select(s => $" [{reply.Label(s)}]"));
        var title = role.Title[reply.Locale];
        When? term = (role.From, role.Until) switch
        {
            ({ } from, { } until) => When.Range(from, until),
            ({ } from, null) => new When(Precision.From, from, DateOnly.MaxValue),
            (null, { } until) => new When(Precision.Before, DateOnly.MinValue, until),
            _ => null,
        };
        return term is null ? title + labels : $"{title} ({reply.Texts.Date(term.Value)}){labels}";
    }
}
