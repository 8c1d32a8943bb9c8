using System.Collections.Immutable;
using Bot.Answers.Scoring;
using Bot.Answers.Understanding;

namespace Bot.Answers.Explaining;

/// <summary>The evidence of the search, by name. This is all that explanations know of how the search weighs facts.</summary>
internal static class MatchSignals
{
    /// <summary>The evidence that one of the hits answers the question, and how far it decides.</summary>
    /// <param name="search">The search.</param>
    /// <param name="found">Its result.</param>
    /// <param name="hit">The position of the hit in the result.</param>
    public static (double Confidence, ImmutableArray<Signal> Signals) Of(FactSearch search, FoundFacts found, int hit)
    {
        var asFirst = found with { Hits = found.Hits[hit..] };
        Span<float> features = stackalloc float[MatchFeatures.Count];
        search.FeaturesOf(asFirst, features);
        var signals = ImmutableArray.CreateBuilder<Signal>(MatchFeatures.Count);
        for (var i = 0; i < features.Length; i++)
        {
            signals.Add(new Signal(MatchFeatures.NameOf((MatchFeature)i), Round(features[i])));
        }

        return (Round(search.ConfidenceOf(asFirst)), signals.MoveToImmutable());
    }

    /// <summary>A number with as many digits as people compare.</summary>
    public static double Round(float value) => Math.Round(value, 3);
}
