using Bot.Answers.Composing;
using Bot.Answers.History;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Answers.Understanding;
using Bot.Answers.Values;
using Bot.Facts.Model;

namespace Bot.Answers.Commands;

/// <summary>The meetings of certain people, by their ids: the form to which an answer on how often they met is shortened.</summary>
internal sealed class MeetingsCommand : ICommand
{
    public string Name => Request.Meetings;

    public IReadOnlyList<CommandParameter> Parameters { get; } = [];

    public Answer Answer(string words, AnswerBuilder reply)
    {
        var snapshot = reply.Snapshot;
        var date = DateParser.Find(words, snapshot.Year);
        var parts = (date?.Rest ?? words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var parties = parts.Select(snapshot.Base.FindParty).OfType<Party>().ToList();
        return EnumWords.Find<MeetingForm>(parts.FirstOrDefault()) is { } form && parties.Count == parts.Length - 1 && new MeetingFilter(form, parties, date?.Date) is var filter && filter.Find(snapshot) is { Count: > 0 } events
            ? List(filter, events, reply)
            : reply.Unknown();
    }

    /// <summary>The answer to a question about meetings; null when the base has none of them.</summary>
    public static Answer? For(MeetingQuestion question, AnswerBuilder reply)
    {
        var events = question.Meetings.Find(reply.Snapshot);
        return (question.Kind, events) switch
        {
            (_, []) => null,
            (MeetingQuestionKind.First, _) => One(events[0], OverviewKind.Day, reply),
            (MeetingQuestionKind.Last, _) => One(events[^1], OverviewKind.Day, reply),
            (MeetingQuestionKind.Who, [var only]) => One(only, OverviewKind.Participants, reply),
            _ => List(question.Meetings, events, reply),
        };
    }

    private static Answer One(Event @event, OverviewKind kind, AnswerBuilder reply) => FactAnswers.Answered(OverviewFacts.Of(@event, kind, reply.Snapshot), reply);

    private static Answer List(MeetingFilter filter, List<Event> events, AnswerBuilder reply)
    {
        (reply.Command, reply.Words) = (Request.Meetings, string.Join(' ', filter.Parties.Select(p => p.Id).Prepend(filter.Form.ToWord()).Append(filter.Date?.ToString()).OfType<string>()));
        var title = filter.Parties.Select(reply.ShortNameOf).Append(filter.Date is { } date ? reply.Texts.Date(date) : null).OfType<string>();
        var count = AnswerBuilder.Paragraphs(null, UiTexts.Format(reply.Texts.BaseHas, reply.Texts.Count("Events", events.Count)));
        return reply.Answer(
            Outcome.Answered,
            string.Join(" · ", title),
            [count with { Facts = [.. events.Select(e => reply.ToCard(OverviewFacts.Of(e, OverviewKind.Day, reply.Snapshot)[0], withNote: false))] }],
            filter.Parties.Where(p => p.Kind == PartyKind.Person).Take(2).Select(reply.LinkToParty));
    }
}
