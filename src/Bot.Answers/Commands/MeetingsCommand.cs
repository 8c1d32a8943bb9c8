using Bot.Answers.Composing;
using Bot.Answers.History;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Answers.Values;
using Bot.Facts.Model;

namespace Bot.Answers.Commands;

/// <summary>The meetings of certain people, by their ids: the form to which an answer on how often, when first or when last they met is shortened.</summary>
internal sealed class MeetingsCommand : ICommand
{
    private const int MaxPeople = 2;

    public string Name => Request.Meetings;

    public IReadOnlyList<CommandParameter> Parameters { get; } = [];

    public Answer Answer(string words, AnswerBuilder reply) => Parse(words, reply) is { } question ? For(question, reply) ?? reply.Unknown() : reply.Unknown();

    /// <summary>The answer to a question about meetings; null when the base has none of them.</summary>
    public static Answer? For(MeetingQuestion question, AnswerBuilder reply)
    {
        var @base = reply.Snapshot.Base;
        var all = question.Meetings.Find(@base);
        if (all.Count == 0)
        {
            return null;
        }

        (reply.Command, reply.Words) = (Request.Meetings, Words(question));
        var shown = Shown(question.Kind, all);
        var paragraph = AnswerBuilder.Paragraphs(null, Lead(question.Kind, shown, reply));
        var people = question.Meetings.Parties.Concat(shown[0].Between).Where(p => p.Kind == PartyKind.Person).Distinct().Take(MaxPeople);
        return reply.Answer(
            Outcome.Answered,
            Title(question.Meetings, shown[0], reply),
            [paragraph with { Facts = [.. shown.Select(m => question.Meetings.FactOn(m, @base)).Distinct().Select(f => reply.ToCard(f, withNote: false))] }],
            people.Select(reply.LinkToParty));
    }

    // Of people who met and spoke, the first or last of each.
    private static List<Meeting> Shown(MeetingQuestionKind kind, List<Meeting> all) => kind switch
    {
        MeetingQuestionKind.First => [.. all.DistinctBy(m => m.Form)],
        MeetingQuestionKind.Last => [.. all.AsEnumerable().Reverse().DistinctBy(m => m.Form).OrderBy(m => m.When)],
        _ => all,
    };

    // They may have met before the base begins, so its time stands beside whatever is counted.
    private static string Lead(MeetingQuestionKind kind, List<Meeting> shown, AnswerBuilder reply)
    {
        var @base = reply.Snapshot.Base;
        var span = reply.Texts.Date(FactDate.Range(MeetingFilter.All(@base).Min(m => m.When.SortDay), @base.AsOf));
        return kind switch
        {
            MeetingQuestionKind.First => UiTexts.Format(reply.Texts.FirstMeeting, span),
            MeetingQuestionKind.Last => UiTexts.Format(reply.Texts.LastMeeting, span),
            _ => UiTexts.Format(reply.Texts.Meetings, span, Counts(shown, reply)),
        };
    }

    private static string Counts(List<Meeting> meetings, AnswerBuilder reply) => string.Join(
        reply.Texts.ListSeparator,
        meetings.GroupBy(m => m.Form).OrderBy(g => g.Key).Select(g => reply.Texts.Count(g.Key.ToString(), g.Count())));

    private static string Title(MeetingFilter filter, Meeting first, AnswerBuilder reply)
    {
        var named = filter.Parties.Select(reply.ShortNameOf).Append(filter.Date is { } date ? reply.Texts.Date(date) : null).OfType<string>().ToList();
        return named.Count > 0 ? string.Join(" · ", named) : reply.Snapshot.Base.FindEvent(first.Fact.Event)!.Title[reply.Locale];
    }

    private static string Words(MeetingQuestion question)
    {
        var (form, parties, date) = question.Meetings;
        var kind = question.Kind is MeetingQuestionKind.First or MeetingQuestionKind.Last ? question.Kind.ToWord() : null;
        return string.Join(' ', ((string?[])[kind, form?.ToWord(), .. parties.Select(p => p.Id), date?.ToString()]).OfType<string>());
    }

    private static MeetingQuestion? Parse(string words, AnswerBuilder reply)
    {
        var snapshot = reply.Snapshot;
        var date = DateParser.Find(words, snapshot.Year);
        var parts = new Queue<string>((date?.Rest ?? words).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var kind = MeetingQuestionKind.All;
        if (parts.TryPeek(out var word) && EnumWords.Find<MeetingQuestionKind>(word) is MeetingQuestionKind.First or MeetingQuestionKind.Last)
        {
            kind = EnumWords.Parse<MeetingQuestionKind>(parts.Dequeue());
        }

        var form = EnumWords.Find<MeetingForm>(parts.TryPeek(out word) ? word : null);
        if (form is not null)
        {
            parts.Dequeue();
        }

        var parties = parts.Select(snapshot.Base.FindParty).OfType<Party>().ToList();
        return parties.Count == parts.Count ? new MeetingQuestion(kind, new MeetingFilter(form, parties, date?.Date)) : null;
    }
}
