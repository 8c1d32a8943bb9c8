using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Search.Index;
using Bot.Search.Text;

namespace Bot.Answers.Commands;

/// <summary><c>/ask question</c>: the facts that answer a question, or an honest "the base does not say".</summary>
internal sealed class Ask : ICommand
{
    // At most so many facts answer one question; a question that needs more is a question for /timeline.
    private const int MostFacts = 3;

    // Enough that a day in the question can bring a fact forward.
    private const int MostHits = 16;

    // Beside the best fact only those that come this near it: one fact where one suffices, several where the question is of several.
    private const float Nearness = 0.7f;

    public string Name => "ask";

    public bool Searches => true;

    public IReadOnlyList<CommandParameter> Parameters { get; } = [new("question", IsRequired: true)];

    public Answer Answer(string words, Reply reply)
    {
        if (words.Length == 0)
        {
            return reply.Plain(Outcome.Invalid, reply.Texts.FailedTitle, reply.Texts.AskEmpty);
        }

        if (Folding.Fold(words).Length == 0)
        {
            return reply.Plain(Outcome.Invalid, reply.Texts.FailedTitle, reply.Texts.NoWords);
        }

        if (Named(words, reply.Knowledge) is { Count: > 0 } named)
        {
            return Found(named, reply);
        }

        var hits = new SearchHit[MostHits];
        var found = hits.AsSpan(0, reply.Knowledge.Search(words, hits, out var scope));
        var confidence = ConfidenceOf(found, scope);
        reply.Confidence = confidence;
        return confidence >= Confidence.Enough
            ? Found(Near(found, reply.Knowledge), reply)
            : reply.Unknown(reply.Knowledge.Topics.FindIn(words).Concat(NearestTopics(found, scope, reply.Knowledge)));
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, Knowledge knowledge, Locale locale)
    {
        var questions = knowledge.Base.Facts.Select(f => f.Question[locale]);
        if (Folding.Fold(typed).Length > 0)
        {
            var hits = new SearchHit[Completions.Most];
            var count = knowledge.Search(typed, hits);
            questions = hits.Take(count).Select(h => knowledge.Base.Facts[h.Document].Question[locale]);
        }

        return questions.Select(q => new Completion(q, q));
    }

    /// <summary>The facts that answer a question, the best first; none when the base does not say.</summary>
    internal static List<Fact> Find(string question, Knowledge knowledge)
    {
        var hits = new SearchHit[MostHits];
        var found = hits.AsSpan(0, knowledge.Search(question, hits, out var scope));
        return ConfidenceOf(found, scope) >= Confidence.Enough ? Near(found, knowledge) : [];
    }

    /// <summary>All facts that a text matches well enough to be an answer, the best first: at most 16.</summary>
    internal static List<Fact> Matching(string text, Knowledge knowledge)
    {
        var hits = new SearchHit[MostHits];
        var facts = new List<Fact>();
        foreach (var hit in hits.AsSpan(0, knowledge.Search(text, hits, out var scope)))
        {
            if (Confidence.Of(hit, scope) >= Confidence.Enough)
            {
                facts.Add(knowledge.Base.Facts[hit.Document]);
            }
        }

        return facts;
    }

    // The facts whose ids are all that is asked: how a question that was answered once is asked again, shortly.
    private static List<Fact> Named(string words, Knowledge knowledge)
    {
        var facts = new List<Fact>(MostFacts);
        foreach (var word in words.AsSpan().Split(' '))
        {
            if (facts.Count == MostFacts || knowledge.Base.Fact(words[word]) is not { } fact)
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

    private static float ConfidenceOf(ReadOnlySpan<SearchHit> hits, Scope scope) =>
        hits.IsEmpty ? 0 : Confidence.Of(hits[0], scope);

    private static List<Fact> Near(ReadOnlySpan<SearchHit> hits, Knowledge knowledge)
    {
        var facts = new List<Fact>(MostFacts);
        foreach (var hit in hits[..Math.Min(MostFacts, hits.Length)])
        {
            if (hit.Score >= hits[0].Score * Nearness)
            {
                facts.Add(knowledge.Base.Facts[hit.Document]);
            }
        }

        return facts;
    }

    // Those that curators name for the matter, and of the facts that come nearest, although not near enough to be an answer.
    private static List<Topic> NearestTopics(ReadOnlySpan<SearchHit> hits, Scope scope, Knowledge knowledge)
    {
        var topics = new List<Topic>();
        if (scope.Matter.Score > 0)
        {
            topics.AddRange(knowledge.Base.OutOfScope[scope.Matter.Document].Topics);
        }

        foreach (var hit in hits[..Math.Min(MostFacts, hits.Length)])
        {
            topics.AddRange(knowledge.Base.Facts[hit.Document].Topics);
        }

        return topics;
    }

    private static Answer Found(List<Fact> facts, Reply reply)
    {
        reply.Words = string.Join(' ', facts.Select(f => f.Id));
        var title = reply.Knowledge.Base.Event(facts[0].Event)!.Title[reply.Locale];
        var followUps = facts.SelectMany(f => f.By.Concat(f.About))
            .Where(p => p.Kind == PartyKind.Person)
            .Distinct()
            .Take(2)
            .Select(reply.Who)
            .Concat(facts.SelectMany(f => f.Topics).Distinct().Take(2).Select(reply.About));
        return reply.Answer(Outcome.Answered, title, [reply.Facts(null, facts, withNotes: facts.Count == 1)], followUps);
    }
}
