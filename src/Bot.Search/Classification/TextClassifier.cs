using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bot.Search.Text;

namespace Bot.Search.Classification;

/// <summary>
/// Tells what a text is, as it has learned from examples: which words speak for what, and which against. Where a search sees what a question
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

    /// <summary>Takes what was learned.</summary>
    /// <param name="weights">How much each feature speaks for each label: a row for each feature, its labels one after the other.</param>
    /// <param name="rarities">How much each feature weighs in a text.</param>
    /// <param name="labels">How many labels there are; rows may be longer.</param>
    internal TextClassifier(ReadOnlySpan<float> weights, float[] rarities, int labels)
    {
        (_idf, _labels, _scales) = (rarities, labels, new float[rarities.Length]);
        _rowLength = (labels + Vector<sbyte>.Count - 1) / Vector<sbyte>.Count;
        _weights = new Vector<sbyte>[rarities.Length * _rowLength];
        var width = weights.Length / rarities.Length;
        for (var feature = 0; feature < rarities.Length; feature++)
        {
            var row = weights.Slice(feature * width, labels);
            _scales[feature] = Quantize(row, MemoryMarshal.Cast<Vector<sbyte>, sbyte>(_weights.AsSpan(feature * _rowLength, _rowLength)));
        }
    }

    /// <summary>The bytes that it occupies.</summary>
    public long SizeInBytes => (_weights.Length * (long)Vector<sbyte>.Count) + ((_scales.Length + _idf.Length) * (long)sizeof(float));

    /// <summary>Learns from examples. The same examples in the same order give the same classifier.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="labels">How many labels there are; each example's is below it.</param>
    /// <exception cref="ArgumentOutOfRangeException">An example has a label that there is not.</exception>
    public static TextClassifier Train(IReadOnlyList<LabeledExample> examples, int labels)
    {
        ArgumentNullException.ThrowIfNull(examples);
        return new ClassifierTrainer(examples, labels).Train();
    }

    /// <summary>Tells how probable each label is.</summary>
    /// <param name="text">Any text; only the first <see cref="QueryLimits.MaxLength"/> characters count.</param>
    /// <param name="probabilities">Takes the probability of each label, together 1: as many as there are labels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Classify(ReadOnlySpan<char> text, Span<float> probabilities)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(probabilities.Length, _labels);
        Span<ushort> features = stackalloc ushort[FeatureHasher.MaxFeatures];
        features = features[..FeatureHasher.Extract(text, features)];
        var share = NormalizationFactor(features, _idf);
        var rented = ArrayPool<Vector<float>>.Shared.Rent(_rowLength * Quarters);
        var sums = rented.AsSpan(0, _rowLength * Quarters);
        sums.Clear();
        foreach (var feature in features)
        {
            Add(_weights.AsSpan(feature * _rowLength, _rowLength), share * _idf[feature] * _scales[feature], sums);
        }

        var all = MemoryMarshal.Cast<Vector<float>, float>(sums);
        all[_labels..].Fill(float.NegativeInfinity);
        Softmax.Apply(sums);
        all[.._labels].CopyTo(probabilities);
        ArrayPool<Vector<float>>.Shared.Return(rented);
    }

    /// <summary>What each feature's rarity is to be multiplied by, so that long texts weigh what short ones do: together their squares are 1.</summary>
    internal static float NormalizationFactor(ReadOnlySpan<ushort> features, float[] rarities)
    {
        var squares = 0f;
        foreach (var feature in features)
        {
            squares += rarities[feature] * rarities[feature];
        }

        return squares > 0 ? 1 / MathF.Sqrt(squares) : 0;
    }

    // One byte for each weight is enough: what many of them say together is what counts.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Quantize(ReadOnlySpan<float> row, Span<sbyte> shortened)
    {
        var max = 0f;
        foreach (var weight in row)
        {
            max = Math.Max(max, Math.Abs(weight));
        }

        var scale = max / sbyte.MaxValue;
        for (var i = 0; i < row.Length && scale > 0; i++)
        {
            shortened[i] = (sbyte)MathF.Round(row[i] / scale);
        }

        return scale;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ReadOnlySpan<Vector<sbyte>> row, float share, Span<Vector<float>> sums)
    {
        for (var i = 0; i < row.Length; i++)
        {
            Vector.Widen(row[i], out var low, out var high);
            Vector.Widen(low, out var first, out var second);
            Vector.Widen(high, out var third, out var fourth);
            var four = sums.Slice(i * Quarters, Quarters);
            four[0] += Vector.ConvertToSingle(first) * share;
            four[1] += Vector.ConvertToSingle(second) * share;
            four[2] += Vector.ConvertToSingle(third) * share;
            four[3] += Vector.ConvertToSingle(fourth) * share;
        }
    }
}
