using Bot.Search.Ranking;

namespace Bot.Answers.Understanding;

/// <summary>How sure it is that the base answers a question: what its best fact matches, against what the best subject out of its scope does.</summary>
/// <remarks>
/// A logistic regression (Hosmer and Lemeshow, "Applied Logistic Regression") on the first half of the development questions; a
/// test fits them anew, and the benchmark <c>questions</c> shows how often what it calls so sure is answered.
/// </remarks>
internal static class ConfidenceModel
{
    /// <summary>The base answers from here on.</summary>
    public const float Threshold = 0.5f;

    private const float Constant = -0.78f;
    private const float Lead = 1.9f;
    private const float Odds = 0.92f;
    private const float Coverage = 3.37f;

    /// <summary>What was fitted: the constant, and the weights of the lead, the odds and the coverage.</summary>
    internal static IReadOnlyList<double> Coefficients => [Constant, Lead, Odds, Coverage];

    /// <summary>From 0 to 1.</summary>
    /// <param name="fact">The best fact.</param>
    /// <param name="scope">What is known of the scope.</param>
    public static float Of(SearchHit fact, ScopeEstimate scope)
    {
        var sum = Constant + (Lead * LeadOver(fact, scope.BestOutOfScope)) + (Odds * OddsOf(scope.InScopeProbability)) + (Coverage * fact.Coverage);
        return 1 / (1 + MathF.Exp(-sum));
    }

    /// <summary>How far a fact's score is ahead of a subject's, as a logarithm: 0 where they are alike.</summary>
    public static float LeadOver(SearchHit fact, SearchHit outOfScope)
    {
        // So much keeps chance matches of either from deciding.
        const float MinScore = 0.1f;
        return MathF.Log((fact.Score + MinScore) / (outOfScope.Score + MinScore));
    }

    /// <summary>How probable it is that a question is of the facts, as the logarithm of the odds: 0 where it may be or not.</summary>
    public static float OddsOf(float ofFacts)
    {
        // No example is so like a question that it leaves no doubt.
        const float OddsSmoothing = 0.001f;
        return MathF.Log((ofFacts + OddsSmoothing) / (1 - ofFacts + OddsSmoothing));
    }
}
