using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Search.Ranking;
using Bot.Search.Text;

namespace Bot.Answers.Commands;

/// <summary><c>/ask question</c>: the facts that answer a question, or an honest "the base does not say".</summary>
internal sealed class AskCommand : ICommand
{
    public string Name => "ask";

    public bool Searches => true;

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("question", IsRequired: true)];

    public Answer Answer(string words, AnswerBuilder reply)
    {
        if (words.Length == 0)
        {
            return reply.Message(Outcome.Invalid, reply.Texts.InvalidRequestTitle, reply.Texts.AskEmpty);
        }

        if (Folding.Fold(words).Length == 0)
        {
            return reply.Message(Outcome.Invalid, reply.Texts.InvalidRequestTitle, reply.Own["NoWords"]);
        }

        if (Named(words, reply.Snapshot) is { Count: > 0 } named)
        {
            return Found(named, reply);
        }

        var found = reply.Snapshot.Search.Find(words);
        reply.Confidence = found.Confidence;
        return found.Confidence >= ConfidenceModel.Threshold
            ? Found(reply.Snapshot.Search.Related(found), reply)
            : reply.Unknown(reply.Snapshot.Topics.FindMentions(words).Concat(NearestTopics(found, reply.Snapshot)));
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, BaseSnapshot knowledge, Locale locale)
    {
        var questions = knowledge.Base.Facts.Select(f => f.Question[locale]);
        if (Folding.Fold(typed).Length > 0)
        {
            var hits = new SearchHit[Completions.MaxChoices];
            var count = knowledge.Search.Find(typed, hits, out _);
            questions = hits.Take(count).Select(h => knowledge.Base.Facts[h.Document].Question[locale]);
        }

        return questions.Select(q => new Completion(q, q));
    }

    // The facts whose ids are all that is asked: how a question that was answered once is asked again, shortly.
    private static List<Fact> Named(string words, BaseSnapshot knowledge)
    {
        var facts = new List<Fact>(AnswerTuning.MaxFacts);
        foreach (var word in words.AsSpan().Split(' '))
        {
            if (facts.Count == AnswerTuning.MaxFacts || knowledge.Base.FindFact(words[word]) is not { } fact)
            {
                return [];
            }

            if (!facts.Contains(fact))
            {
                facts.Add(fact);
            }
        }

        return facts;
    }

    // Those that curators name for the matter, and of the facts that come nearest, although not near enough to be an answer.
    private static List<Topic> NearestTopics(FoundFacts found, BaseSnapshot knowledge)
    {
        var hits = found.Hits.Span;
        var topics = new List<Topic>();
        if (found.Scope.BestOutOfScope.Score > 0)
        {
            topics.AddRange(knowledge.Base.OutOfScope[found.Scope.BestOutOfScope.Document].Topics);
        }

        foreach (var hit in hits[..Math.Min(AnswerTuning.MaxFacts, hits.Length)])
        {
            topics.AddRange(knowledge.Base.Facts[hit.Document].Topics);
        }

        return topics;
    }

    private static Answer Found(List<Fact> facts, AnswerBuilder reply)
    {
        reply.Words = string.Join(' ', facts.Select(f => f.Id));
        var title = reply.Snapshot.Base.FindEvent(facts[0].Event)!.Title[reply.Locale];
        var followUps = facts.SelectMany(f => f.By.Concat(f.About))
            .Where(p => p.Kind == PartyKind.Person)
            .Distinct()
            .Take(2)
            .Select(reply.LinkToParty)
            .Concat(facts.SelectMany(f => f.Topics).Distinct().Take(2).Select(reply.LinkToTopic));
        return reply.Answer(Outcome.Answered, title, [reply.Facts(null, facts, withNotes: facts.Count == 1)], followUps);
    }
}
