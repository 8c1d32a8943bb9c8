using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Bot.Search.Numerics;

/// <summary>Sums of floats that are the same on every processor, to the last bit: the order of the additions does not depend on how many it adds at once.</summary>
internal static class LaneSum
{
    /// <summary>The sum of all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Of(ReadOnlySpan<Vector256<float>> values)
    {
        var sums = Vector256<float>.Zero;
        foreach (var value in values)
        {
            sums += value;
        }

        return InOrder(sums);
    }

    /// <summary>The sum of the squares of all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float OfSquares(ReadOnlySpan<Vector256<float>> values)
    {
        var sums = Vector256<float>.Zero;
        foreach (var value in values)
        {
            sums += value * value;
        }

        return InOrder(sums);
    }

    private static float InOrder(Vector256<float> sums)
    {
        var sum = sums[0];
        for (var lane = 1; lane < Vector256<float>.Count; lane++)
        {
            sum += sums[lane];
        }

        return sum;
    }
}
