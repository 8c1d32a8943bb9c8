using Bot.Search;

namespace Bot.Answers.Understanding;

/// <summary>How sure it is that the base answers a question: what its best fact matches, against what the best matter out of its scope does.</summary>
/// <remarks>
/// A logistic regression (Hosmer and Lemeshow, "Applied Logistic Regression") on the first half of the development questions; a
/// test fits them anew, and the benchmark <c>questions</c> shows how often what it calls so sure is answered.
/// </remarks>
internal static class Confidence
{
    /// <summary>The base answers from here on.</summary>
    public const float Enough = 0.5f;

    private const float Constant = -0.09f;
    private const float Lead = 2.73f;
    private const float Sentence = 0.89f;
    private const float Whole = 1.71f;

    /// <summary>What was fitted: the constant, and the weights of the lead, the sentence's and the whole fact's coverage.</summary>
    internal static IReadOnlyList<double> Figures => [Constant, Lead, Sentence, Whole];

    /// <summary>From 0 to 1.</summary>
    /// <param name="fact">The best fact.</param>
    /// <param name="outOfScope">The best matter out of scope; a score of 0 when none matches.</param>
    public static float Of(SearchHit fact, SearchHit outOfScope) =>
        1 / (1 + MathF.Exp(-(Constant + (Lead * LeadOver(fact, outOfScope)) + (Sentence * fact.SentenceCoverage) + (Whole * fact.Coverage))));

    /// <summary>How far a fact's score is ahead of a matter's, as a logarithm: 0 where they are alike.</summary>
    public static float LeadOver(SearchHit fact, SearchHit outOfScope)
    {
        // So much keeps chance matches of either from deciding.
        const float Least = 0.1f;
        return MathF.Log((fact.Score + Least) / (outOfScope.Score + Least));
    }
}
