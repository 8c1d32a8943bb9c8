using Bot.Answers.Scoring;
using Bot.Answers.Understanding;

namespace Bot.Testing;

/// <summary>A question with known answers, and the evidence that a search has for the facts that it finds.</summary>
/// <param name="Question">The question.</param>
/// <param name="Weight">How much it counts in a fit.</param>
/// <param name="Found">The result of the search.</param>
/// <param name="Search">The search.</param>
/// <param name="Hits">The evidence by which each hit is ranked, also as numbers, and whether the fact answers the question.</param>
internal sealed record ConfidenceSample(Question Question, double Weight, FoundFacts Found, FactSearch Search, List<(FactHit Hit, RankingFeatures Evidence, float[] Features, bool IsRight)> Hits)
{
    // Questions that were written for the base are closer to its texts than what people ask.
    private const double ExampleWeight = 0.3;

    private static readonly string[] s_kinds = [Question.Ordinary, "near-miss", "other-subject", "premise", "talk"];

    /// <summary>The development questions on one chapter.</summary>
    public static IEnumerable<Question> Questions() => Question.Every().Where(q => q.Set == "development" && s_kinds.Contains(q.Kind));

    /// <summary>The same and, where a base has fewer of them, some of the example questions that it lacks.</summary>
    public static IEnumerable<Question> Questions(BaseSnapshot whole, BaseSnapshot used) =>
        Questions().Concat(LeftOut(whole, used));

    /// <summary>Searches for the answer to a question.</summary>
    public static ConfidenceSample Of(Question question, BaseSnapshot snapshot)
    {
        var found = snapshot.Search.Find(question.Text);
        var hits = new List<(FactHit, RankingFeatures, float[], bool)>();
        foreach (var hit in found.Hits.Span)
        {
            var features = new float[RankingFeatures.Count];
            var evidence = snapshot.Search.RankingFeaturesOf(found, hit);
            evidence.CopyTo(features);
            hits.Add((hit, evidence, features, question.IsAnswerable && question.Facts.Contains(snapshot.Base.Facts[hit.Position].Id)));
        }

        return new ConfidenceSample(question, question.Set == "example" ? ExampleWeight : 1, found, snapshot.Search, hits);
    }

    /// <summary>The evidence for the best fact, and whether one of the first three answers the question, as another ranking orders the facts.</summary>
    /// <param name="weights">The weights of the ranking.</param>
    /// <param name="examples">The number of examples that each fact of the base has in each language.</param>
    public RankedSample Rank(double[] weights, int examples)
    {
        var ranking = new RankingModel(Array.ConvertAll(weights, w => (float)w));
        var order = Hits.Select(h => (h.IsRight, Hit: h.Hit with { Score = ranking.Score(h.Evidence) })).OrderByDescending(h => h.Hit.Score).ToList();
        var features = new float[MatchFeatures.Count];
        if (order.Count > 0)
        {
            Search.FeaturesOf(Found with { Hits = order.Select(h => h.Hit).ToArray() }, features);
        }

        return new RankedSample(Question, Weight, examples, features, order.Take(1).Any(h => h.IsRight), order.Take(3).Any(h => h.IsRight));
    }

    private static IEnumerable<Question> LeftOut(BaseSnapshot whole, BaseSnapshot used)
    {
        var kept = used.Base.Facts.SelectMany(f => f.Questions).Concat(used.Base.OutOfScope.SelectMany(s => s.Questions)).SelectMany(q => q).ToHashSet();
        var facts = whole.Base.Facts.SelectMany(f => f.Questions.SelectMany((q, language) => q.Select(text => (text, language, f.Id))));
        var subjects = whole.Base.OutOfScope.SelectMany(s => s.Questions.SelectMany((q, language) => q.Select(text => (text, language, Id: ""))));
        return facts.Concat(subjects)
            .Where(e => !kept.Contains(e.text) && IsChosen(e.text))
            .Select(e => new Question("example", "example", Bot.Facts.Model.Languages.Tags[e.language], e.text, e.Id.Length > 0 ? [e.Id] : []));
    }

    // One in six, by the text.
    private static bool IsChosen(string text) => (text.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u) >> 7) % 6 == 0;
}

/// <summary>A question with the evidence for its best fact.</summary>
/// <param name="Question">The question.</param>
/// <param name="Weight">How much it counts in a fit.</param>
/// <param name="Examples">The number of examples that each fact of the base has in each language.</param>
/// <param name="Features">The evidence in the order of <see cref="MatchFeature"/>.</param>
/// <param name="IsRight">Whether the best fact answers it.</param>
/// <param name="IsAmongThree">Whether one of the best three facts does.</param>
internal sealed record RankedSample(Question Question, double Weight, int Examples, float[] Features, bool IsRight, bool IsAmongThree)
{
    /// <summary>Whether it is one of the development questions, by which the thresholds are chosen.</summary>
    public bool IsAsked => Question.Set == "development";

    /// <summary>The part of a cross-validation that it belongs to. All samples of one question are in the same.</summary>
    public int Part(int parts) => (int)((Question.Text.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u) >> 9) % (uint)parts);
}
