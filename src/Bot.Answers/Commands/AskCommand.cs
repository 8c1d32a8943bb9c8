using Bot.Answers.Composing;
using Bot.Answers.Conversation;
using Bot.Answers.History;
using Bot.Answers.Model;
using Bot.Answers.Reading;
using Bot.Answers.Scoring;
using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Search.Text;

namespace Bot.Answers.Commands;

/// <summary><c>/ask question</c>: the facts that answer a question, the closest ones, or the answer that the base does not say.</summary>
internal sealed class AskCommand : ICommand
{
    // Small talk and questions such as "who is X" are short.
    private const int MaxShortWords = 6;

    private const int MaxLatest = 2;

    public string Name => "ask";

    public bool Searches => true;

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("question", IsRequired: true)];

    public Answer Answer(string words, AnswerBuilder reply)
    {
        if (FactAnswers.FromIds(words, reply) is { } named)
        {
            return named;
        }

        words = reply.Question = reply.Snapshot.Typing.Restore(words);
        if (reply.FollowsUp.Count > 0 && ProofRequest.Is(words))
        {
            reply.Detail = Detail.Full;
            return FactAnswers.Answered(reply.FollowsUp, reply, needed: reply.FollowsUp.Count);
        }

        if (Present(words, reply) is { } present)
        {
            return present;
        }

        if (words.Length == 0 || Folding.Fold(words).Length == 0)
        {
            return TalkCommand.For(SmallTalk.Detect(words) ?? TalkKind.Help, reply);
        }

        var isShort = QuestionForm.CountWords(words) <= MaxShortWords;
        if (isShort && SmallTalk.Detect(words) is { } shortTalk)
        {
            return TalkCommand.For(shortTalk, reply);
        }

        if (isShort && WhoIs(words, reply.Snapshot) is { } party)
        {
            return WhoCommand.Profile(party, reply);
        }

        var context = QuestionContext.Of(words, reply.FollowsUp, reply.Snapshot);
        var found = reply.Snapshot.Search.Find(words, context.Asked, context.Facts);
        return !isShort && found.Confidence < reply.Snapshot.Base.Thresholds.Answered && SmallTalk.Detect(words) is { } talk
            ? TalkCommand.For(talk, reply)
            : ToQuestion(words, context, found, reply);
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, BaseSnapshot snapshot, Locale locale)
    {
        IEnumerable<Fact> facts = Folding.Fold(typed).Length == 0 ? snapshot.Base.Facts : snapshot.Search.Find(typed).Hits.ToArray().Select(h => snapshot.Base.Facts[h.Position]);

        // A question that is too long for a value is asked by its fact.
        return facts.Select(f => (Fact: f, Text: f.Question[locale])).Select(q => new Completion(q.Text.Length <= Completions.MaxLength ? q.Text : q.Fact.Id, q.Text));
    }

    // The present state of the subject, unless a fact has exactly this question, or the event of the last answer is meant.
    private static Answer? Present(string words, AnswerBuilder reply)
    {
        var snapshot = reply.Snapshot;
        return snapshot.Base.Profile.Overview.Count > 0
            && snapshot.OverviewQuestion.Detect(words) is { } kind
            && snapshot.Search.FindExample(words) is null
            && !(reply.FollowsUp is [var last, ..] && OverviewFacts.Find(words, snapshot.ScopeOf(last.Event), snapshot).Count > 0)
                ? OverviewCommand.For(kind, reply)
                : null;
    }

    // "Who is X" asks for the portrait, not for one of X's remarks.
    private static Party? WhoIs(string words, BaseSnapshot snapshot) =>
        WhoIsQuestion.NameIn(words) is { } name && snapshot.Parties.Find(name) is { Kind: not PartyKind.Place } party ? party : null;

    private static Answer ToQuestion(string words, QuestionContext context, FoundFacts found, AnswerBuilder reply)
    {
        var snapshot = reply.Snapshot;
        if (Questions.Split(words) is { Count: > 1 } parts && AnswerAll(parts, reply) is { } both)
        {
            return both;
        }

        // A question that a fact has as its own is answered by that fact.
        MeetingQuestion? meetings = null;
        if (snapshot.Search.FindExample(words) is null)
        {
            meetings = MeetingQuestion.Read(words, context.Asked, reply.FollowsUp, snapshot);
            if (meetings is not null && (MeetingsCommand.For(meetings, reply) ?? OnAnotherDay(meetings, reply)) is { } listed)
            {
                return listed;
            }

            if (!OtherLanguage.Is(words) && OfEvent(words, context.Scope, snapshot) is { Count: > 0 } overview)
            {
                return FactAnswers.Answered(overview, reply, others: context.IsAssumed ? Latest(overview[0], snapshot) : Around(overview[0], snapshot));
            }
        }

        reply.Confidence = found.Confidence;
        var thresholds = context.Thresholds(found, snapshot);
        if (found.Confidence < thresholds.Answered && OtherLanguage.Is(words))
        {
            return TalkCommand.Languages(reply);
        }

        // A comparison of two named parties needs no certainty about a single fact.
        var minimum = found.Asked.Parties.Count(p => p.Kind != PartyKind.Place) > 1 ? 0 : thresholds.Closest;
        if (found.Confidence >= minimum && Questions.Compares(words) && Questions.Compared(found, snapshot.Search) is { Count: > 1 } compared)
        {
            return FactAnswers.Answered(compared, reply, needed: compared.Count);
        }

        if (found.Confidence < thresholds.Closest || found.Hits.Length == 0)
        {
            return NoMeeting(meetings, reply) ?? reply.Unknown(Nearest(found, snapshot));
        }

        var facts = snapshot.Search.Related(found);
        var premise = FactAnswers.PremiseOf(found.Asked, facts[0], reply);
        if (premise is { Kind: not ValueKind.Number } && MeetingFilter.HasMatch(found.Asked, snapshot))
        {
            // The question fits another meeting of the same people, and may be about that one.
            return FactAnswers.Closest(snapshot.Search.Best(found, AnswerTuning.MaxFacts), reply);
        }

        // A yes-or-no question with a wrong value is answered with the base's own; any other question about it gets the closest fact.
        return premise is not null && found.Confidence >= AnswerTuning.MinPremiseConfidence && !QuestionForm.AsksForValue(words) ? FactAnswers.Answered([facts[0]], reply, premise: premise)
            : premise is null && found.Confidence >= thresholds.Answered ? FactAnswers.Answered(facts, reply)
            : (premise is null ? NoMeeting(meetings, reply) : null) ?? FactAnswers.Closest(snapshot.Search.Best(found, AnswerTuning.MaxFacts), reply, premise);
    }

    // Whoever asks whether two met on a day wants to know the days on which they did.
    private static Answer? OnAnotherDay(MeetingQuestion meetings, AnswerBuilder reply) =>
        meetings.Meetings is { HasPeople: true, Date: not null } ? MeetingsCommand.None(meetings, reply) : null;

    private static Answer? NoMeeting(MeetingQuestion? meetings, AnswerBuilder reply) => meetings is null ? null : MeetingsCommand.None(meetings, reply);

    // The facts whose topics curators name for the subject out of scope come first.
    private static IEnumerable<Fact> Nearest(FoundFacts found, BaseSnapshot snapshot)
    {
        var best = snapshot.Search.Best(found, AnswerTuning.MaxHits);
        if (found.Scope.BestOutOfScope.Score <= 0)
        {
            return best;
        }

        var topics = snapshot.Base.OutOfScope[found.Scope.BestOutOfScope.Document].Topics;
        return best.OrderByDescending(f => f.Topics.Any(t => topics.Contains(t)));
    }

    // The facts on an event as a whole, or on the one that came after or before it.
    private static List<Fact> OfEvent(string words, EventScope? scope, BaseSnapshot snapshot) =>
        EventSequence.Find(words, scope, snapshot) is { } @event ? OverviewFacts.Of(@event, snapshot) : OverviewFacts.Find(words, scope, snapshot);

    // A question that names no event may mean the present one: what the base names as the present, or else its last events.
    private static List<Fact> Latest(Fact shown, BaseSnapshot snapshot)
    {
        var present = snapshot.Base.Profile.Overview.TryGetValue(BaseOverviewKind.Now, out var now) ? now : [];
        var last = snapshot.EventOrder.Events.Reverse().Select(e => OverviewFacts.Of(e, snapshot)[0]);
        return [.. (present.IsEmpty ? last : present).Where(f => f.Event != shown.Event).DistinctBy(f => f.Event).Take(MaxLatest)];
    }

    // The events before and after the one that is shown, for those who want to go on or meant another.
    private static List<Fact> Around(Fact shown, BaseSnapshot snapshot) =>
        snapshot.EventOrder.Around(snapshot.Base.FindEvent(shown.Event)!) is var (before, after) ? [.. ((Event?[])[before, after]).OfType<Event>().Select(e => OverviewFacts.Of(e, snapshot)[0])] : [];

    // Two questions in one message get both answers, where the base is fairly certain of both.
    private static Answer? AnswerAll(IReadOnlyList<string> questions, AnswerBuilder reply)
    {
        var snapshot = reply.Snapshot;
        var facts = new List<Fact>();
        foreach (var question in questions.Take(AnswerTuning.MaxFacts))
        {
            var context = QuestionContext.Of(question, reply.FollowsUp, snapshot);
            var found = snapshot.Search.Find(question, context.Asked, context.Facts);
            if (found.Confidence < snapshot.Base.Thresholds.Answered * AnswerTuning.PartOfMessageShare || FactAnswers.PremiseOf(found.Asked, snapshot.Search.Best(found, 1)[0], reply) is not null)
            {
                return null;
            }

            facts.AddRange(snapshot.Search.Best(found, 1).Except(facts));
        }

        return facts.Count > 1 ? FactAnswers.Answered(facts, reply, needed: facts.Count) : null;
    }
}
