namespace Bot.Answers.Understanding;

/// <summary>The probability that the best fact answers a question.</summary>
/// <remarks>
/// A logistic regression (Hosmer and Lemeshow, "Applied Logistic Regression") on the development questions. The test
/// <c>ConfidenceModelTests</c> fits it again and prints the figures that fit; the benchmark <c>questions</c> shows its calibration.
/// </remarks>
internal static class ConfidenceModel
{
    private const float Constant = -0.93f;

    // In the order of the features.
    private static readonly float[] s_weights = [1.54f, 0.17f, 3.02f, -0.68f, 0.27f, -1.98f, 0.02f, 0.76f];

    /// <summary>The fitted coefficients: the constant, then the weights of the features in their order.</summary>
    internal static IReadOnlyList<float> Coefficients => [Constant, .. s_weights];

    /// <summary>The confidence, from 0 to 1.</summary>
    public static float Of(MatchFeatures features)
    {
        Span<float> values = stackalloc float[MatchFeatures.Count];
        features.CopyTo(values);
        var sum = Constant;
        for (var i = 0; i < values.Length; i++)
        {
            sum += s_weights[i] * values[i];
        }

        return 1 / (1 + MathF.Exp(-sum));
    }

    /// <summary>The lead of one score over another, as a logarithm: 0 where they are equal.</summary>
    public static float LeadOver(float score, float other)
    {
        // Smoothing, which keeps weak chance matches from deciding.
        const float MinScore = 0.1f;
        return MathF.Log((score + MinScore) / (other + MinScore));
    }

    /// <summary>The log odds of a probability: 0 for one half.</summary>
    public static float OddsOf(float probability)
    {
        // Smoothing, because no probability is certain.
        const float OddsSmoothing = 0.001f;
        return MathF.Log((probability + OddsSmoothing) / (1 - probability + OddsSmoothing));
    }
}
