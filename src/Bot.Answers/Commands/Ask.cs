using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Search;

namespace Bot.Answers.Commands;

/// <summary><c>/ask question</c>: the facts that answer a question, or an honest "the base does not say".</summary>
internal sealed class Ask : ICommand
{
    // At most so many facts answer one question; a question that needs more is a question for /timeline.
    private const int MostFacts = 3;

    // Enough that a day in the question can bring a fact forward.
    private const int MostHits = 16;

    // Beside the best fact only those that come near it: the surer the best, the nearer.
    private const float LeastNearness = 0.4f;
    private const float MostNearness = 0.8f;

    // A question of which less is found in a fact is not answered by it: chosen on the questions in tests/Bot.Answers.Tests
    // between refusing what the base says and answering what it does not. The words of Russian and Ukrainian change their
    // endings, and pairs of Han characters repeat less often still, so there the same likeness covers less.
    private const float LeastLatinCoverage = 0.45f;
    private const float LeastCyrillicCoverage = 0.36f;
    private const float LeastHanCoverage = 0.24f;

    public string Name => "ask";

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

        var hits = Search(words, reply.Knowledge);
        var found = Answering(words, hits, reply.Knowledge);
        return found.Count == 0
            ? reply.Unknown(reply.Knowledge.Topics.FindIn(words).Concat(NearestTopics(hits, reply.Knowledge)))
            : Found(found, reply);
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
    internal static List<Fact> Find(string question, Knowledge knowledge) => Answering(question, Search(question, knowledge), knowledge);

    /// <summary>All facts that a text matches well enough to be an answer, the best first: at most 16.</summary>
    internal static List<Fact> Matching(string text, Knowledge knowledge) => Among(Search(text, knowledge), text, leastScore: 0, MostHits, knowledge);

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

    private static ReadOnlySpan<SearchHit> Search(string question, Knowledge knowledge)
    {
        var hits = new SearchHit[MostHits];
        return hits.AsSpan(0, knowledge.Search(question, hits));
    }

    private static List<Fact> Answering(string question, ReadOnlySpan<SearchHit> hits, Knowledge knowledge)
    {
        var near = hits.IsEmpty ? 0 : hits[0].Score * Math.Clamp(hits[0].Coverage, LeastNearness, MostNearness);
        return Among(hits, question, near, MostFacts, knowledge);
    }

    private static List<Fact> Among(ReadOnlySpan<SearchHit> hits, string question, float leastScore, int most, Knowledge knowledge)
    {
        var leastCoverage = LeastCoverage(question);
        var facts = new List<Fact>(Math.Min(most, hits.Length));
        foreach (var hit in hits)
        {
            if (hit.Coverage >= leastCoverage && hit.Score >= leastScore && facts.Count < most)
            {
                facts.Add(knowledge.Base.Facts[hit.Document]);
            }
        }

        return facts;
    }

    // Those of the facts that come nearest, although not near enough to be an answer.
    private static List<Topic> NearestTopics(ReadOnlySpan<SearchHit> hits, Knowledge knowledge)
    {
        var topics = new List<Topic>();
        foreach (var hit in hits[..Math.Min(MostFacts, hits.Length)])
        {
            topics.AddRange(knowledge.Base.Facts[hit.Document].Topics);
        }

        return topics;
    }

    private static float LeastCoverage(string question) =>
        question.Any(Folding.IsHan) ? LeastHanCoverage
        : question.Any(c => c is >= '\u0400' and <= '\u04ff') ? LeastCyrillicCoverage
        : LeastLatinCoverage;

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
