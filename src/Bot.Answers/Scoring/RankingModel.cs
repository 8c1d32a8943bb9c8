namespace Bot.Answers.Scoring;

/// <summary>The evidence by which facts are ranked.</summary>
/// <param name="Lexical">The score of its words.</param>
/// <param name="Probability">The classifier's probability that the question is about it.</param>
/// <param name="BestSimilarity">The similarity of its most similar text.</param>
/// <param name="MeanSimilarity">The mean similarity of its three most similar texts.</param>
/// <param name="Party">How far it is by and about whom and what the question names, as a logarithm: 0 for all of them.</param>
/// <param name="Day">1 for a fact of the day that the question names, -1 for one of another day, else 0.</param>
/// <param name="MissingPeople">The number of people whom the question names and the fact does not have, at most 2.</param>
/// <param name="OtherPlace">1 when the question names a place that the fact does not have, else 0.</param>
/// <param name="AspectShare">How often it is asked for the same aspects, as a logarithm.</param>
/// <param name="MissingNumbers">The number of numbers and ordinals that the question names and the fact does not have, at most 2.</param>
internal readonly record struct RankingFeatures(
    float Lexical, float Probability, float BestSimilarity, float MeanSimilarity, float Party, float Day, float MissingPeople, float OtherPlace, float AspectShare, float MissingNumbers)
{
    /// <summary>The number of features.</summary>
    public const int Count = 10;

    // Keeps weak chance matches from deciding.
    private const float MinScore = 0.1f;
    private const float MinProbability = 0.001f;

    /// <summary>Writes the features in the order of the parameters, score and probability as logarithms.</summary>
    public void CopyTo(Span<float> features)
    {
        ReadOnlySpan<float> all = [MathF.Log(Lexical + MinScore), MathF.Log(Probability + MinProbability), BestSimilarity, MeanSimilarity, Party, Day, MissingPeople, OtherPlace, AspectShare, MissingNumbers];
        all.CopyTo(features);
    }
}

/// <summary>The score of a fact for a question: the exponential of a weighted sum, which is proportional to its probability.</summary>
/// <remarks>The conditional logit model (McFadden, "Conditional Logit Analysis of Qualitative Choice Behavior", 1974).</remarks>
/// <param name="weights">The weights in the order of the features.</param>
internal sealed class RankingModel(float[] weights)
{
    /// <summary>The weights in the order of the features.</summary>
    public IReadOnlyList<float> Weights => weights;

    /// <summary>The score; positive.</summary>
    public float Score(RankingFeatures features)
    {
        Span<float> values = stackalloc float[RankingFeatures.Count];
        features.CopyTo(values);
        var sum = 0f;
        for (var i = 0; i < values.Length; i++)
        {
            sum += weights[i] * values[i];
        }

        return MathF.Exp(sum);
    }
}
