using System.Numerics;
using System.Runtime.CompilerServices;

namespace Bot.Search.Classification;

/// <summary>The softmax function, which turns the score of each label into a probability (Bishop, "Pattern Recognition and Machine Learning", 2006, equation 4.104).</summary>
internal static class Softmax
{
    /// <summary>Replaces scores by probabilities that add up to 1; negative infinity becomes 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(Span<Vector<float>> scores)
    {
        // The maximum is subtracted so that no exponential overflows.
        var maxima = new Vector<float>(float.NegativeInfinity);
        foreach (var vector in scores)
        {
            maxima = Vector.Max(maxima, vector);
        }

        var max = maxima[0];
        for (var i = 1; i < Vector<float>.Count; i++)
        {
            max = Math.Max(max, maxima[i]);
        }

        var total = Vector<float>.Zero;
        foreach (ref var vector in scores)
        {
            vector = Vector.Exp(vector - new Vector<float>(max));
            total += vector;
        }

        var scale = 1 / Vector.Sum(total);
        foreach (ref var vector in scores)
        {
            vector *= scale;
        }
    }
}
