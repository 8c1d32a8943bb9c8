using Bot.Search.Ranking;

namespace Bot.Answers.Understanding;

/// <summary>The probability that the base answers a question, estimated by comparing the best fact with the best out-of-scope subject.</summary>
/// <remarks>
/// A logistic regression (Hosmer and Lemeshow, "Applied Logistic Regression") on the first half of the development questions. A
/// test refits it, and the benchmark <c>questions</c> shows its calibration.
/// </remarks>
internal static class ConfidenceModel
{
    /// <summary>The confidence from which the base counts as answering.</summary>
    public const float Threshold = 0.5f;

    private const float Constant = -0.78f;
    private const float Lead = 1.9f;
    private const float Odds = 0.92f;
    private const float Coverage = 3.37f;

    /// <summary>The fitted coefficients: the constant, and the weights of the lead, the odds and the coverage.</summary>
    internal static IReadOnlyList<double> Coefficients => [Constant, Lead, Odds, Coverage];

    /// <summary>The confidence, from 0 to 1.</summary>
    /// <param name="fact">The best fact.</param>
    /// <param name="scope">The estimate of the scope.</param>
    public static float Of(SearchHit fact, ScopeEstimate scope)
    {
        var sum = Constant + (Lead * LeadOver(fact, scope.BestOutOfScope)) + (Odds * OddsOf(scope.InScopeProbability)) + (Coverage * fact.Coverage);
        return 1 / (1 + MathF.Exp(-sum));
    }

    /// <summary>The lead of a fact's score over a subject's, as a logarithm: 0 where they are equal.</summary>
    public static float LeadOver(SearchHit fact, SearchHit outOfScope)
    {
        // Smoothing, which keeps weak chance matches from deciding.
        const float MinScore = 0.1f;
        return MathF.Log((fact.Score + MinScore) / (outOfScope.Score + MinScore));
    }

    /// <summary>The log odds that a question is about the facts: 0 for a probability of one half.</summary>
    public static float OddsOf(float inScopeProbability)
    {
        // Smoothing, because no probability is certain.
        const float OddsSmoothing = 0.001f;
        return MathF.Log((inScopeProbability + OddsSmoothing) / (1 - inScopeProbability + OddsSmoothing));
    }
}
