using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Bot.Search.Numerics;

namespace Bot.Search.Classification;

/// <summary>The softmax function, which turns the score of each label into a probability (Bishop, "Pattern Recognition and Machine Learning", 2006, equation 4.104).</summary>
internal static class Softmax
{
    /// <summary>Replaces scores by probabilities that add up to 1; negative infinity becomes 0.</summary>
    /// <param name="scores">The scores, a multiple of eight.</param>
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

        foreach (ref var vector in scores)
        {
            vector = Vector.Exp(vector - new Vector<float>(max));
        }

        var scale = 1 / LaneSum.Of(MemoryMarshal.Cast<Vector<float>, Vector256<float>>(scores));
        foreach (ref var vector in scores)
        {
            vector *= scale;
        }
    }
}
