using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bot.Search.Text;

namespace Bot.Search.Classification;

/// <summary>
/// Predicts the label of a text. Where a search measures what a question has in common with each document,
/// a classifier learns what distinguishes the documents. Immutable and safe for any number of threads.
/// </summary>
/// <remarks>Multinomial logistic regression (Bishop, "Pattern Recognition and Machine Learning", 2006, section 4.3.4).</remarks>
public sealed class TextClassifier
{
    // A vector of bytes widens to four vectors of floats.
    private const int Quarters = sizeof(float);

    private readonly Vector<sbyte>[] _weights;
    private readonly float[] _scales;
    private readonly float[] _idf;
    private readonly int _labels;
    private readonly int _rowLength;

    /// <summary>Creates a classifier from trained weights.</summary>
    /// <param name="weights">The weight of each feature for each label: a row for each feature, with a column for each label.</param>
    /// <param name="idf">The inverse document frequency of each feature.</param>
    /// <param name="labels">The number of labels; rows may be longer.</param>
    internal TextClassifier(ReadOnlySpan<float> weights, float[] idf, int labels)
    {
        (_idf, _labels, _scales) = (idf, labels, new float[idf.Length]);
        _rowLength = (labels + Vector<sbyte>.Count - 1) / Vector<sbyte>.Count;
        _weights = new Vector<sbyte>[idf.Length * _rowLength];
        var width = weights.Length / idf.Length;
        for (var feature = 0; feature < idf.Length; feature++)
        {
            var row = weights.Slice(feature * width, labels);
            _scales[feature] = Quantize(row, RowOf(feature));
        }
    }

    /// <summary>Reads what <see cref="CopyTo"/> wrote.</summary>
    /// <param name="bytes">As many as <see cref="ByteCount"/> says.</param>
    /// <param name="labels">The number of labels.</param>
    internal TextClassifier(ReadOnlySpan<byte> bytes, int labels)
    {
        (_idf, _scales, _labels) = (new float[FeatureHasher.Dimension], new float[FeatureHasher.Dimension], labels);
        _rowLength = (labels + Vector<sbyte>.Count - 1) / Vector<sbyte>.Count;
        _weights = new Vector<sbyte>[_idf.Length * _rowLength];
        var floats = MemoryMarshal.Cast<byte, float>(bytes[..(2 * FeatureHasher.Dimension * sizeof(float))]);
        floats[.._idf.Length].CopyTo(_idf);
        floats[_idf.Length..].CopyTo(_scales);
        var weights = MemoryMarshal.Cast<byte, sbyte>(bytes[(floats.Length * sizeof(float))..]);
        for (var feature = 0; feature < _idf.Length; feature++)
        {
            weights.Slice(feature * labels, labels).CopyTo(RowOf(feature));
        }
    }

    /// <summary>The number of labels.</summary>
    internal int Labels => _labels;

    /// <summary>The number of bytes that <see cref="CopyTo"/> writes.</summary>
    internal static int ByteCount(int labels) => FeatureHasher.Dimension * ((2 * sizeof(float)) + labels);

    /// <summary>Writes it as bytes, without what fills up its rows: the IDF and the scale of each feature, then the weights of each for every label.</summary>
    internal void CopyTo(Span<byte> bytes)
    {
        MemoryMarshal.AsBytes(_idf.AsSpan()).CopyTo(bytes);
        MemoryMarshal.AsBytes(_scales.AsSpan()).CopyTo(bytes[(_idf.Length * sizeof(float))..]);
        var weights = MemoryMarshal.Cast<byte, sbyte>(bytes[(2 * _idf.Length * sizeof(float))..]);
        for (var feature = 0; feature < _idf.Length; feature++)
        {
            RowOf(feature)[.._labels].CopyTo(weights[(feature * _labels)..]);
        }
    }

    /// <summary>The memory that it occupies, in bytes.</summary>
    public long SizeInBytes => (_weights.Length * (long)Vector<sbyte>.Count) + ((_scales.Length + _idf.Length) * (long)sizeof(float));

    /// <summary>Computes the probability of each label.</summary>
    /// <param name="text">Any text; only the first <see cref="QueryLimits.MaxLength"/> characters count.</param>
    /// <param name="probabilities">Receives the probability of each label; they add up to 1. Its length is the number of labels.</param>
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

    /// <summary>The factor that normalizes the IDF vector of a text to length 1, so that long texts weigh as much as short ones.</summary>
    internal static float NormalizationFactor(ReadOnlySpan<ushort> features, float[] idf)
    {
        var squares = 0f;
        foreach (var feature in features)
        {
            squares += idf[feature] * idf[feature];
        }

        return squares > 0 ? 1 / MathF.Sqrt(squares) : 0;
    }

    private Span<sbyte> RowOf(int feature) => MemoryMarshal.Cast<Vector<sbyte>, sbyte>(_weights.AsSpan(feature * _rowLength, _rowLength));

    // One byte for each weight is precise enough, because a score adds up many of them.
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
            var quarters = sums.Slice(i * Quarters, Quarters);
            quarters[0] += Vector.ConvertToSingle(first) * factor;
            quarters[1] += Vector.ConvertToSingle(second) * factor;
            quarters[2] += Vector.ConvertToSingle(third) * factor;
            quarters[3] += Vector.ConvertToSingle(fourth) * factor;
        }
    }
}
