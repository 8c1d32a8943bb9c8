using System.Numerics;
using System.Runtime.CompilerServices;

namespace Bot.Search.Classification;

/// <summary>Turns what speaks for each of some possibilities into how probable each is (Bishop, "Pattern Recognition and Machine Learning", 2006, equation 4.104).</summary>
internal static class Softmax
{
    /// <summary>Replaces sums by probabilities, together 1; negative infinity by 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(Span<Vector<float>> sums)
    {
        // The greatest is subtracted, so that no power overflows.
        var greatest = new Vector<float>(float.NegativeInfinity);
        foreach (var part in sums)
        {
            greatest = Vector.Max(greatest, part);
        }

        var max = greatest[0];
        for (var i = 1; i < Vector<float>.Count; i++)
        {
            max = Math.Max(max, greatest[i]);
        }

        var powers = Vector<float>.Zero;
        foreach (ref var part in sums)
        {
            part = Vector.Exp(part - new Vector<float>(max));
            powers += part;
        }

        var share = 1 / Vector.Sum(powers);
        foreach (ref var part in sums)
        {
            part *= share;
        }
    }
}
