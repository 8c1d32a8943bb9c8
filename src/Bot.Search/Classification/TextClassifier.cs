using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bot.Search.Text;

namespace Bot.Search.Classification;

/// <summary>
/// Tells what a text is, by what speaks for and against each label. Where a search sees what a question
/// has in common with each document, this sees what sets the documents apart. Immutable, and safe for any number of threads.
/// </summary>
/// <remarks>Multinomial logistic regression (Bishop, "Pattern Recognition and Machine Learning", 2006, section 4.3.4).</remarks>
public sealed class TextClassifier
{
    // Four floats stand for the four quarters of a vector of bytes.
    private const int Quarters = sizeof(float);

    private readonly Vector<sbyte>[] _weights;
    private readonly float[] _scales;
    private readonly float[] _idf;
    private readonly int _labels;
    private readonly int _rowLength;

    /// <summary>Makes a classifier of trained weights.</summary>
    /// <param name="weights">How much each feature speaks for each label: a row for each feature, its labels one after the other.</param>
    /// <param name="idf">The inverse document frequency of each feature: how much it weighs in a text.</param>
    /// <param name="labels">How many labels there are; rows may be longer.</param>
    internal TextClassifier(ReadOnlySpan<float> weights, float[] idf, int labels)
    {
        (_idf, _labels, _scales) = (idf, labels, new float[idf.Length]);
        _rowLength = (labels + Vector<sbyte>.Count - 1) / Vector<sbyte>.Count;
        _weights = new Vector<sbyte>[idf.Length * _rowLength];
        var width = weights.Length / idf.Length;
        for (var feature = 0; feature < idf.Length; feature++)
        {
            var row = weights.Slice(feature * width, labels);
            _scales[feature] = Quantize(row, MemoryMarshal.Cast<Vector<sbyte>, sbyte>(_weights.AsSpan(feature * _rowLength, _rowLength)));
        }
    }

    /// <summary>The bytes that it occupies.</summary>
    public long SizeInBytes => (_weights.Length * (long)Vector<sbyte>.Count) + ((_scales.Length + _idf.Length) * (long)sizeof(float));

    /// <summary>Tells how probable each label is.</summary>
    /// <param name="text">Any text; only the first <see cref="QueryLimits.MaxLength"/> characters count.</param>
    /// <param name="probabilities">Takes the probability of each label, together 1: as many as there are labels.</param>
    public void Classify(ReadOnlySpan<char> text, Span<float> probabilities)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(probabilities.Length, _labels);
        var rented = ArrayPool<Vector<float>>.Shared.Rent(_rowLength * Quarters);
        try
        {
            Classify(text, probabilities, rented.AsSpan(0, _rowLength * Quarters));
        }
        finally
        {
            ArrayPool<Vector<float>>.Shared.Return(rented);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Classify(ReadOnlySpan<char> text, Span<float> probabilities, Span<Vector<float>> sums)
    {
        Span<ushort> features = stackalloc ushort[FeatureHasher.MaxFeatures];
        features = features[..FeatureHasher.Extract(text, features)];
        var factor = NormalizationFactor(features, _idf);
        sums.Clear();
        foreach (var feature in features)
        {
            Add(_weights.AsSpan(feature * _rowLength, _rowLength), factor * _idf[feature] * _scales[feature], sums);
        }

        var all = MemoryMarshal.Cast<Vector<float>, float>(sums);
        all[_labels..].Fill(float.NegativeInfinity);
        Softmax.Apply(sums);
        all[.._labels].CopyTo(probabilities);
    }

    /// <summary>The factor by which the IDF of each feature of a text is multiplied, so that long texts weigh as much as short ones: together their squares are 1.</summary>
    internal static float NormalizationFactor(ReadOnlySpan<ushort> features, float[] idf)
    {
        var squares = 0f;
        foreach (var feature in features)
        {
            squares += idf[feature] * idf[feature];
        }

        return squares > 0 ? 1 / MathF.Sqrt(squares) : 0;
    }

    // One byte for each weight is enough: what many of them say together is what counts.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Quantize(ReadOnlySpan<float> row, Span<sbyte> quantized)
    {
        var max = 0f;
        foreach (var weight in row)
        {
            max = Math.Max(max, Math.Abs(weight));
        }

        var scale = max / sbyte.MaxValue;
        for (var i = 0; i < row.Length && scale > 0; i++)
        {
            quantized[i] = (sbyte)MathF.Round(row[i] / scale);
        }

        return scale;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ReadOnlySpan<Vector<sbyte>> row, float factor, Span<Vector<float>> sums)
    {
        for (var i = 0; i < row.Length; i++)
        {
            Vector.Widen(row[i], out var low, out var high);
            Vector.Widen(low, out var first, out var second);
            Vector.Widen(high, out var third, out var fourth);
            var four = sums.Slice(i * Quarters, Quarters);
            four[0] += Vector.ConvertToSingle(first) * factor;
            four[1] += Vector.ConvertToSingle(second) * factor;
            four[2] += Vector.ConvertToSingle(third) * factor;
            four[3] += Vector.ConvertToSingle(fourth) * factor;
        }
    }
}
