using Bot.Answers.Scoring;

namespace Bot.Testing;

/// <summary>Fits the weights of the ranking: the conditional logit by Newton's method with a diagonal Hessian, halved steps, and a small penalty.</summary>
internal static class RankingFit
{
    private const int Rounds = 120;
    private const double Penalty = 0.001;
    private const double Damping = 0.02;
    private const double Step = 0.5;

    /// <summary>The weights that make the right facts most likely.</summary>
    public static double[] Fit(IEnumerable<ConfidenceSample> all)
    {
        var samples = all
            .Where(s => s.Question.IsAnswerable && s.Question.Kind != "premise" && s.Hits.Exists(h => h.IsRight) && s.Hits.Exists(h => !h.IsRight))
            .Select(s => new Choice(s.Weight, [.. s.Hits.Select(h => h.Features)], [.. s.Hits.Select(h => h.IsRight)]))
            .ToList();
        var total = samples.Sum(s => s.Weight);
        var weights = new double[RankingFeatures.Count];
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = new double[weights.Length];
            var curvature = new double[weights.Length];
            foreach (var sample in samples)
            {
                Add(sample, weights, gradient, curvature);
            }

            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] += Step * ((gradient[i] / total) - (Penalty * weights[i])) / ((curvature[i] / total) + Damping);
            }
        }

        return weights;
    }

    private static void Add(Choice sample, double[] weights, double[] gradient, double[] curvature)
    {
        var (hits, isRight) = (sample.Hits, sample.IsRight);
        var sums = Array.ConvertAll(hits, features => Sum(features, weights));
        var max = sums.Max();
        var odds = Array.ConvertAll(sums, s => Math.Exp(s - max));
        var (all, right) = (0.0, 0.0);
        for (var i = 0; i < odds.Length; i++)
        {
            all += odds[i];
            right += isRight[i] ? odds[i] : 0;
        }

        for (var feature = 0; feature < weights.Length; feature++)
        {
            var (mean, square, rightMean) = (0.0, 0.0, 0.0);
            for (var i = 0; i < odds.Length; i++)
            {
                double value = hits[i][feature];
                mean += odds[i] / all * value;
                square += odds[i] / all * value * value;
                rightMean += isRight[i] ? odds[i] / right * value : 0;
            }

            gradient[feature] += sample.Weight * (rightMean - mean);
            curvature[feature] += sample.Weight * (square - (mean * mean));
        }
    }

    private static double Sum(float[] features, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++)
        {
            sum += features[i] * weights[i];
        }

        return sum;
    }

    // The features of all that a search found, and which of them answer the question.
    private sealed record Choice(double Weight, float[][] Hits, bool[] IsRight);
}
