namespace Bot.Answers.Understanding;

/// <summary>The evidence that a fact answers a question.</summary>
/// <param name="Lead">The lead of its score over that of the best out-of-scope subject, as a logarithm.</param>
/// <param name="ScopeOdds">The log odds that the question is about one of the facts.</param>
/// <param name="Coverage">The share of the question's words that the fact has.</param>
/// <param name="Margin">The lead of its score over that of the next fact, as a logarithm.</param>
/// <param name="FactOdds">The log odds that the question is about this fact.</param>
/// <param name="OtherPeople">1 when the question names a person whom the fact does not have, else 0.</param>
/// <param name="OtherPlace">1 when the question names a place that the fact does not have, else 0.</param>
/// <param name="OtherDay">1 when the question names a day and the fact has only others, else 0.</param>
internal readonly record struct MatchFeatures(
    float Lead, float ScopeOdds, float Coverage, float Margin, float FactOdds, float OtherPeople, float OtherPlace, float OtherDay)
{
    /// <summary>The number of features.</summary>
    public const int Count = 8;

    /// <summary>Writes the features in the order of the parameters.</summary>
    public void CopyTo(Span<float> features)
    {
        ReadOnlySpan<float> all = [Lead, ScopeOdds, Coverage, Margin, FactOdds, OtherPeople, OtherPlace, OtherDay];
        all.CopyTo(features);
    }
}
