using Bot.Answers.Composing;
using Bot.Answers.Model;
using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Search.Ranking;
using Bot.Search.Text;

namespace Bot.Answers.Commands;

/// <summary><c>/ask question</c>: the facts that answer a question, or the answer that the base does not say.</summary>
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
            return reply.Message(Outcome.Invalid, reply.Texts.InvalidRequestTitle, reply.CommandTexts["NoWords"]);
        }

        if (FindByIds(words, reply.Snapshot) is { Count: > 0 } named)
        {
            return ToAnswer(named, reply);
        }

        var found = reply.Snapshot.Search.Find(words);
        reply.Confidence = found.Confidence;
        return found.Confidence >= ConfidenceModel.Threshold
            ? ToAnswer(reply.Snapshot.Search.Related(found), reply)
            : reply.Unknown(reply.Snapshot.Topics.FindMentions(words).Concat(NearestTopics(found, reply.Snapshot)));
    }

    public IEnumerable<Completion> Complete(string parameter, string typed, BaseSnapshot snapshot, Locale locale)
    {
        var questions = snapshot.Base.Facts.Select(f => f.Question[locale]);
        if (Folding.Fold(typed).Length > 0)
        {
            var hits = new SearchHit[Completions.MaxChoices];
            var count = snapshot.Search.Find(typed, hits, out _);
            questions = hits.Take(count).Select(h => snapshot.Base.Facts[h.Document].Question[locale]);
        }

        return questions.Select(q => new Completion(q, q));
    }

    // The facts of a question that consists only of their ids. Answered questions are shortened to this form.
    private static List<Fact> FindByIds(string words, BaseSnapshot snapshot)
    {
        var facts = new List<Fact>(AnswerTuning.MaxFacts);
        foreach (var word in words.AsSpan().Split(' '))
        {
            if (facts.Count == AnswerTuning.MaxFacts || snapshot.Base.FindFact(words[word]) is not { } fact)
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

    // The topics that curators name for the best out-of-scope subject, then those of the best facts, which do not match well enough to be an answer.
    private static List<Topic> NearestTopics(FoundFacts found, BaseSnapshot snapshot)
    {
        var hits = found.Hits.Span;
        var topics = new List<Topic>();
        if (found.Scope.BestOutOfScope.Score > 0)
        {
            topics.AddRange(snapshot.Base.OutOfScope[found.Scope.BestOutOfScope.Document].Topics);
        }

        foreach (var hit in hits[..Math.Min(AnswerTuning.MaxFacts, hits.Length)])
        {
            topics.AddRange(snapshot.Base.Facts[hit.Document].Topics);
        }

        return topics;
    }

    private static Answer ToAnswer(List<Fact> facts, AnswerBuilder reply)
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
