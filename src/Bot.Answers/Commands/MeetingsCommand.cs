using System.Collections.Immutable;
using Bot.Answers.Composing;
using Bot.Answers.History;
using Bot.Answers.Model;
using Bot.Answers.Scoring;
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

    public Answer Answer(string words, AnswerBuilder reply) => Parse(words, reply) is { } question ? For(question, reply) ?? None(question, reply) ?? reply.Unknown() : reply.Unknown();

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
        var shown = question.Select(all, @base);
        var paragraph = AnswerBuilder.Paragraphs(null, Lead(question.Kind, shown, reply));
        return reply.Answer(
            Outcome.Answered,
            Title(question.Meetings, reply) is { Length: > 0 } title ? title : Counts(shown, null, reply),
            [paragraph with { Facts = Cards(question.Meetings, shown, reply) }],
            People(question.Meetings.Parties.Concat(shown[0].Between), reply));
    }

    /// <summary>The answer that the base has no such meeting, with those of the same people that come closest; null when the question names nobody or nothing, or the base has no meetings at all.</summary>
    public static Answer? None(MeetingQuestion question, AnswerBuilder reply)
    {
        if (Title(question.Meetings, reply) is not { Length: > 0 } title || !MeetingFilter.All(reply.Snapshot.Base).Any())
        {
            return null;
        }

        (reply.Command, reply.Words) = (Request.Meetings, Words(question));
        var closest = question.Meetings.Closest(reply.Snapshot.Base, AnswerTuning.MaxFacts);
        var section = AnswerBuilder.Paragraphs(null, UiTexts.Format(reply.Texts.NoMeeting, Span(reply), Counts([], question.Meetings.Form, reply)));
        return reply.Answer(
            closest.Count == 0 ? Outcome.Unknown : Outcome.Closest,
            title,
            [section with { Facts = Cards(question.Meetings, closest, reply) }],
            People(question.Meetings.Parties, reply));
    }

    private static ImmutableArray<FactCard> Cards(MeetingFilter filter, List<Meeting> meetings, AnswerBuilder reply) =>
        [.. meetings.Select(m => filter.FactOn(m, reply.Snapshot.Base)).Distinct().Select(f => reply.ToCard(f, withNote: false))];

    // They may have met before the base begins, so its time stands beside whatever is counted.
    private static string Span(AnswerBuilder reply)
    {
        var @base = reply.Snapshot.Base;
        return reply.Texts.Date(FactDate.Range(MeetingFilter.All(@base).Min(m => m.When.SortDay), @base.AsOf));
    }

    private static string Lead(MeetingQuestionKind kind, List<Meeting> shown, AnswerBuilder reply)
    {
        var span = Span(reply);
        return kind switch
        {
            MeetingQuestionKind.First => UiTexts.Format(reply.Texts.FirstMeeting, span),
            MeetingQuestionKind.Last => UiTexts.Format(reply.Texts.LastMeeting, span),
            _ => UiTexts.Format(reply.Texts.Meetings, span, Counts(shown, null, reply)),
        };
    }

    // Of each form that is there; where none is, of the one that is asked for, or of both.
    private static string Counts(List<Meeting> meetings, MeetingForm? asked, AnswerBuilder reply) => string.Join(
        reply.Texts.ListSeparator,
        Enum.GetValues<MeetingForm>()
            .Where(f => meetings.Count == 0 ? asked is null || asked == f : meetings.Exists(m => m.Form == f))
            .Select(f => (IsCall: f == MeetingForm.Call, Number: meetings.Count(m => m.Form == f)))
            .Select(c => c.IsCall ? reply.Texts.Count("Call", c.Number) : reply.Texts.Count("InPerson", c.Number)));

    private static string Title(MeetingFilter filter, AnswerBuilder reply) =>
        string.Join(" · ", filter.Parties.Select(reply.ShortNameOf).Append(filter.Date is { } date ? reply.Texts.Date(date) : null).OfType<string>());

    private static IEnumerable<FollowUp> People(IEnumerable<Party> parties, AnswerBuilder reply) =>
        parties.Where(p => p.Kind == PartyKind.Person).Distinct().Take(MaxPeople).Select(reply.LinkToParty);

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
