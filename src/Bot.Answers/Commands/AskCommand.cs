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
    // At most so many facts answer one question; a question that needs more is a question for /timeline.
    private const int MaxFacts = 3;

    // Enough that a day in the question can bring a fact forward.
    private const int MaxHits = 16;

    // Beside the best fact only those that come this near it: one fact where one suffices, several where the question is of several.
    private const float RelatedFactRatio = 0.7f;

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

        var hits = new SearchHit[MaxHits];
        var found = hits.AsSpan(0, reply.Snapshot.Search(words, hits, out var scope));
        var confidence = ConfidenceOf(found, scope);
        reply.Confidence = confidence;
        return confidence >= ConfidenceModel.Threshold
            ? Found(Near(found, reply.Snapshot), reply)
            : reply.Unknown(reply.Snapshot.Topics.FindMentions(words).Concat(NearestTopics(found, scope, reply.Snapshot)));
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, BaseSnapshot knowledge, Locale locale)
    {
        var questions = knowledge.Base.Facts.Select(f => f.Question[locale]);
        if (Folding.Fold(typed).Length > 0)
        {
            var hits = new SearchHit[Completions.MaxChoices];
            var count = knowledge.Search(typed, hits);
            questions = hits.Take(count).Select(h => knowledge.Base.Facts[h.Document].Question[locale]);
        }

        return questions.Select(q => new Completion(q, q));
    }

    /// <summary>The facts that answer a question, the best first; none when the base does not say.</summary>
    internal static List<Fact> Find(string question, BaseSnapshot knowledge)
    {
        var hits = new SearchHit[MaxHits];
        var found = hits.AsSpan(0, knowledge.Search(question, hits, out var scope));
        return ConfidenceOf(found, scope) >= ConfidenceModel.Threshold ? Near(found, knowledge) : [];
    }

    /// <summary>All facts that a text matches well enough to be an answer, the best first: at most 16.</summary>
    internal static List<Fact> Matching(string text, BaseSnapshot knowledge)
    {
        var hits = new SearchHit[MaxHits];
        var facts = new List<Fact>();
        foreach (var hit in hits.AsSpan(0, knowledge.Search(text, hits, out var scope)))
        {
            if (ConfidenceModel.Of(hit, scope) >= ConfidenceModel.Threshold)
            {
                facts.Add(knowledge.Base.Facts[hit.Document]);
            }
        }

        return facts;
    }

    // The facts whose ids are all that is asked: how a question that was answered once is asked again, shortly.
    private static List<Fact> Named(string words, BaseSnapshot knowledge)
    {
        var facts = new List<Fact>(MaxFacts);
        foreach (var word in words.AsSpan().Split(' '))
        {
            if (facts.Count == MaxFacts || knowledge.Base.FindFact(words[word]) is not { } fact)
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

    private static float ConfidenceOf(ReadOnlySpan<SearchHit> hits, ScopeEstimate scope) =>
        hits.IsEmpty ? 0 : ConfidenceModel.Of(hits[0], scope);

    private static List<Fact> Near(ReadOnlySpan<SearchHit> hits, BaseSnapshot knowledge)
    {
        var facts = new List<Fact>(MaxFacts);
        foreach (var hit in hits[..Math.Min(MaxFacts, hits.Length)])
        {
            if (hit.Score >= hits[0].Score * RelatedFactRatio)
            {
                facts.Add(knowledge.Base.Facts[hit.Document]);
            }
        }

        return facts;
    }

    // Those that curators name for the matter, and of the facts that come nearest, although not near enough to be an answer.
    private static List<Topic> NearestTopics(ReadOnlySpan<SearchHit> hits, ScopeEstimate scope, BaseSnapshot knowledge)
    {
        var topics = new List<Topic>();
        if (scope.BestOutOfScope.Score > 0)
        {
            topics.AddRange(knowledge.Base.OutOfScope[scope.BestOutOfScope.Document].Topics);
        }

        foreach (var hit in hits[..Math.Min(MaxFacts, hits.Length)])
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
