using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bot.Search.Vectors;

/// <summary>Vectors of length one, with a byte for each component, so that their cosine is a sum of small products.</summary>
/// <param name="capacity">The number of vectors that there will be.</param>
internal sealed class UnitVectors(int capacity)
{
    // The products of two vectors of length one add up to at most 1, and likewise any part of them (Cauchy and Schwarz). With this scale no
    // sum exceeds 16 bits, rounding included.
    private const float Scale = 170;

    private readonly sbyte[] _components = new sbyte[capacity * WordVectors.Dimensions];

    /// <summary>The number of vectors.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a vector of length one.</summary>
    public void Add(ReadOnlySpan<float> vector)
    {
        Span<short> rounded = stackalloc short[WordVectors.Dimensions];
        Round(vector, rounded);
        var words = MemoryMarshal.Cast<short, Vector<short>>(rounded);
        var components = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(_components.AsSpan(Count * WordVectors.Dimensions, WordVectors.Dimensions));
        for (var i = 0; i < components.Length; i++)
        {
            components[i] = Vector.Narrow(words[2 * i], words[(2 * i) + 1]);
        }

        Count++;
    }

    /// <summary>Rounds a vector of length one, for <see cref="Cosine"/>.</summary>
    /// <param name="vector">The vector.</param>
    /// <param name="rounded">Receives as many components.</param>
    public static void Round(ReadOnlySpan<float> vector, Span<short> rounded)
    {
        var parts = MemoryMarshal.Cast<float, Vector<float>>(vector);
        var words = MemoryMarshal.Cast<short, Vector<short>>(rounded);
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Vector.Narrow(Quantize(parts[2 * i]), Quantize(parts[(2 * i) + 1]));
        }
    }

    /// <summary>The cosine of a rounded vector and one of these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Cosine(ReadOnlySpan<short> rounded, int number)
    {
        var bytes = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(_components.AsSpan(number * WordVectors.Dimensions, WordVectors.Dimensions));
        var words = MemoryMarshal.Cast<short, Vector<short>>(rounded);
        var sum = Vector<short>.Zero;
        for (var i = 0; i < bytes.Length; i++)
        {
            Vector.Widen(bytes[i], out var low, out var high);
            sum += (low * words[2 * i]) + (high * words[(2 * i) + 1]);
        }

        return Vector.Sum(sum) / (Scale * Scale);
    }

    private static Vector<int> Quantize(Vector<float> components) =>
        Vector.Clamp(Vector.ConvertToInt32(Vector.Round(components * Scale)), new Vector<int>(sbyte.MinValue), new Vector<int>(sbyte.MaxValue));
}
