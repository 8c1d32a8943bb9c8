using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Commands;

/// <summary><c>/who name</c>: a person's roles and side, and what they said and did.</summary>
internal sealed class WhoCommand : ICommand
{
    public string Name => "who";

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("name", IsRequired: true)];

    public Answer Answer(string words, AnswerBuilder reply)
    {
        var snapshot = reply.Snapshot;
        if (Folding.Fold(words).Length == 0)
        {
            var people = snapshot.Base.Parties.Where(p => p.Kind == PartyKind.Person).Take(PartySuggestions.MaxSuggestions);
            return reply.Message(Outcome.Invalid, reply.CommandTexts.Help, UiTexts.Format(reply.CommandTexts["Empty"], reply.ShortNameOf(snapshot.Base.Profile.Examples.Party)), people.Select(reply.LinkToParty));
        }

        if (snapshot.Parties.Find(words) is { } party)
        {
            return Profile(party, reply);
        }

        var named = snapshot.Parties.FindMentions(words);
        return named.Count == 1 ? Profile(named[0], reply) : PartySuggestions.Suggest(words, reply, reply.LinkToParty);
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, BaseSnapshot snapshot, Locale locale) =>
        Completions.Parties(typed, snapshot, locale);

    /// <summary>The portrait of a party: offices, side, and what they said and did.</summary>
    internal static Answer Profile(Party party, AnswerBuilder reply)
    {
        var (snapshot, texts, locale) = (reply.Snapshot, reply.Texts, reply.Locale);
        (reply.Command, reply.Words) = ("who", party.Id);
        var about = new List<string>();
        about.AddRange(party.Roles.Select(role => RoleText(role, reply)));
        if (party.Side is { } side && side != party.Id)
        {
            about.Add(texts.Field("Side", reply.ShortNameOf(snapshot.Base.FindParty(side)!)));
        }

        var said = snapshot.Base.Facts.Where(f => f.By.Contains(party)).OrderBy(f => f.Date).ToList();
        var other = snapshot.Base.Facts.Where(f => f.About.Contains(party) && !f.By.Contains(party)).OrderBy(f => f.Date).ToList();
        if (about.Count + said.Count + other.Count == 0)
        {
            about.Add(reply.TextsOf("who")["Nothing"]);
        }

        var sections = new List<Section> { new(null, [.. about], []) };
        if (said.Count > 0)
        {
            sections.Add(reply.Facts(reply.TextsOf("who")["Said"], said));
        }

        if (other.Count > 0)
        {
            sections.Add(reply.Facts(reply.TextsOf("who")["About"], other));
        }

        var topics = said.SelectMany(f => f.Topics).Distinct().Take(4);
        return reply.Answer(Outcome.Answered, party.Name[locale], YearSections.Divide(sections, reply), topics.Select(reply.LinkToTopic));
    }

    private static string RoleText(Role role, AnswerBuilder reply)
    {
        var labels = string.Concat(role.Sources.Select(s => $" [{reply.Cite(s)}]"));
        var title = role.Title[reply.Locale];
        FactDate? term = (role.From, role.Until) switch
        {
            ({ } from, { } until) => FactDate.Range(from, until),
            ({ } from, null) => new FactDate(DatePrecision.From, from, DateOnly.MaxValue),
            (null, { } until) => new FactDate(DatePrecision.Before, DateOnly.MinValue, until),
            _ => null,
        };
        return term is null ? title + labels : $"{title} ({reply.Texts.Date(term.Value)}){labels}";
    }
}
