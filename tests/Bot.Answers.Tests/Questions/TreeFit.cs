using Bot.Answers.Scoring;
using Bot.Search.Classification;

namespace Bot.Testing;

/// <summary>
/// Fits boosted trees of two levels (Friedman 2001; second-order gains as in Chen and Guestrin, "XGBoost", 2016), whose values may only rise or only fall with most
/// features. The same samples in the same order give the same trees.
/// </summary>
internal sealed class TreeFit
{
    private const int Trees = 150;
    private const double Rate = 0.07;
    private const double Penalty = 8;
    private const double MinWeight = 1.2;

    private readonly IReadOnlyList<RankedSample> _samples;

    // The positions of the samples in the order of each feature, and its values in that order.
    private readonly int[][] _orders;
    private readonly float[][] _values;

    private readonly double[] _sums;
    private readonly double[] _gradients;
    private readonly double[] _hessians;

    private TreeFit(IReadOnlyList<RankedSample> samples)
    {
        _samples = samples;
        _orders = [.. Enumerable.Range(0, MatchFeatures.Count).Select(f => Enumerable.Range(0, samples.Count).OrderBy(i => samples[i].Features[f]).ToArray())];
        _values = [.. _orders.Select((order, f) => Array.ConvertAll(order, i => samples[i].Features[f]))];
        (_sums, _gradients, _hessians) = (new double[samples.Count], new double[samples.Count], new double[samples.Count]);
    }

    /// <summary>The lines of the trees that tell samples whose best fact is right from the others.</summary>
    public static List<string> Fit(IReadOnlyList<RankedSample> samples)
    {
        var fit = new TreeFit(samples);
        return [.. Enumerable.Range(0, Trees).Select(_ => fit.Next())];
    }

    private string Next()
    {
        for (var i = 0; i < _samples.Count; i++)
        {
            var probability = 1 / (1 + Math.Exp(-_sums[i]));
            _gradients[i] = _samples[i].Weight * ((_samples[i].IsRight ? 1 : 0) - probability);
            _hessians[i] = _samples[i].Weight * Math.Max(1e-6, probability * (1 - probability));
        }

        var everything = new bool[_samples.Count];
        Array.Fill(everything, true);
        var root = BestSplit(everything, double.NegativeInfinity, double.PositiveInfinity);
        var isLow = Array.ConvertAll([.. _samples], s => s.Features[root.Feature] < root.Threshold);
        var direction = MatchFeatures.DirectionOf((MatchFeature)root.Feature);
        var middle = (root.Low + root.High) / 2;
        var low = BestSplit(isLow, direction < 0 ? middle : double.NegativeInfinity, direction > 0 ? middle : double.PositiveInfinity);
        var high = BestSplit(Array.ConvertAll(isLow, l => !l), direction > 0 ? middle : double.NegativeInfinity, direction < 0 ? middle : double.PositiveInfinity);
        var line = BoostedTrees.Format(
            [root.Feature, low.Feature, high.Feature],
            [root.Threshold, low.Threshold, high.Threshold],
            [(float)low.Low, (float)low.High, (float)high.Low, (float)high.High]);

        // The next tree corrects this one as it is written, rounded.
        var tree = BoostedTrees.Parse([line]);
        for (var i = 0; i < _samples.Count; i++)
        {
            _sums[i] += tree.Evaluate(_samples[i].Features);
        }

        return line;
    }

    // The split of some samples that fits best, with values between two bounds.
    private Split BestSplit(bool[] included, double min, double max)
    {
        var (gradient, hessian) = (0.0, 0.0);
        for (var i = 0; i < included.Length; i++)
        {
            gradient += included[i] ? _gradients[i] : 0;
            hessian += included[i] ? _hessians[i] : 0;
        }

        var value = Value(gradient, hessian, min, max);
        var (best, bestGain) = (new Split(0, float.MinValue, value, value), 1e-9);
        for (var feature = 0; feature < _orders.Length; feature++)
        {
            var direction = MatchFeatures.DirectionOf((MatchFeature)feature);
            var (lowGradient, lowHessian, last) = (0.0, 0.0, float.NaN);
            var (order, values) = (_orders[feature], _values[feature]);
            for (var position = 0; position < order.Length; position++)
            {
                var i = order[position];
                if (!included[i])
                {
                    continue;
                }

                var here = values[position];
                if (here > last && lowHessian >= MinWeight && hessian - lowHessian >= MinWeight)
                {
                    var (low, high) = (Value(lowGradient, lowHessian, min, max), Value(gradient - lowGradient, hessian - lowHessian, min, max));
                    var gain = Gain(lowGradient, lowHessian) + Gain(gradient - lowGradient, hessian - lowHessian) - Gain(gradient, hessian);
                    if (gain > bestGain && direction * (high - low) >= 0)
                    {
                        (best, bestGain) = (new Split(feature, (here + last) / 2, low, high), gain);
                    }
                }

                (lowGradient, lowHessian, last) = (lowGradient + _gradients[i], lowHessian + _hessians[i], here);
            }
        }

        return best;
    }

    private static double Value(double gradient, double hessian, double min, double max) => Math.Clamp(Rate * gradient / (hessian + Penalty), min, max);

    private static double Gain(double gradient, double hessian) => gradient * gradient / (hessian + Penalty);

    private sealed record Split(int Feature, float Threshold, double Low, double High);
}
