using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bot.Search.Classification;

/// <summary>Trains classifiers: predicts the label of each example a few times, and adjusts the weights after each prediction.</summary>
/// <remarks>
/// Stochastic gradient descent (Bottou, "Stochastic Gradient Descent Tricks", 2012) with a learning rate that falls to 0. There are few epochs, because
/// training is part of every start, and more epochs would overfit the examples.
/// </remarks>
public sealed class ClassifierTrainer
{
    private const int Epochs = 3;
    private const float InitialRate = 8f;

    // An example whose label is predicted with a higher probability than this changes no weights, and is left out from then on
    // (the shrinking of Fan et al., "LIBLINEAR", 2008).
    private const float SkipAbove = 0.9f;

    // Labels with a smaller gradient are left as they are: of hundreds, few are like an example, and most of the time went into the others. In a
    // large base, where each label begins with a probability of 1 / n, an example so changes its own label and those that it is mistaken for.
    // Labels are looked at and changed by eights, so that every processor learns the same, however many it handles at once.
    private const float MinGradient = 1e-2f;

    // The order of the examples differs between epochs and is the same in every run.
    private const int Seed = 1;

    /// <summary>All that decides, beside the examples, what is learned.</summary>
    internal static string Settings { get; } = string.Create(CultureInfo.InvariantCulture, $"{Epochs} {InitialRate} {SkipAbove} {MinGradient} {Seed}");

    private readonly ushort[] _features;
    private readonly int[] _starts;
    private readonly int[] _labels;
    private readonly float[] _idf;
    private readonly float[] _factors;
    private readonly Vector<float>[] _weights;
    // The initial sums: 0 for each label, and negative infinity for the padding after the last label.
    private readonly Vector<float>[] _initialSums;
    private readonly Vector<float>[] _prediction;
    private readonly int[] _changed;
    private readonly int _rowLength;
    private readonly int _labelCount;

    private ClassifierTrainer(IReadOnlyList<LabeledExample> examples, int labels)
    {
        _labelCount = labels;
        (_starts, _labels) = (new int[examples.Count + 1], new int[examples.Count]);
        _features = ReadAll(examples);
        _idf = ComputeIdf();
        _factors = new float[examples.Count];
        for (var i = 0; i < _factors.Length; i++)
        {
            _factors[i] = TextClassifier.NormalizationFactor(FeaturesOf(i), _idf);
        }

        var lanes = Math.Max(Vector<float>.Count, Vector256<float>.Count);
        _rowLength = (labels + lanes - 1) / lanes * lanes / Vector<float>.Count;
        _weights = new Vector<float>[FeatureHasher.Dimension * _rowLength];
        (_initialSums, _prediction, _changed) = (new Vector<float>[_rowLength], new Vector<float>[_rowLength], new int[_rowLength * Vector<float>.Count / Vector256<float>.Count]);
        MemoryMarshal.Cast<Vector<float>, float>(_initialSums.AsSpan())[labels..].Fill(float.NegativeInfinity);
    }

    /// <summary>Trains a classifier. The same examples in the same order give the same classifier.</summary>
    /// <param name="examples">Texts whose labels are known.</param>
    /// <param name="labels">The number of labels; each example's label is below it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labels"/> is not positive, or an example's label is not below it.</exception>
    public static TextClassifier Train(IReadOnlyList<LabeledExample> examples, int labels)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(labels);
        return new ClassifierTrainer(examples, labels).Train();
    }

    private TextClassifier Train()
    {
        var order = new int[_labels.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        var isLearned = new bool[order.Length];
        var random = new Random(Seed);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var example in order)
            {
                if (!isLearned[example])
                {
                    isLearned[example] = !Train(FeaturesOf(example), _factors[example], _labels[example], InitialRate * (1 - (epoch / (float)Epochs)));
                }
            }
        }

        return new TextClassifier(MemoryMarshal.Cast<Vector<float>, float>(_weights.AsSpan()), _idf, _labelCount);
    }

    private ReadOnlySpan<ushort> FeaturesOf(int example) => _features.AsSpan(_starts[example].._starts[example + 1]);

    private ushort[] ReadAll(IReadOnlyList<LabeledExample> examples)
    {
        var features = new ushort[examples.Count * 64];
        Span<ushort> read = stackalloc ushort[FeatureHasher.MaxFeatures];
        for (var i = 0; i < examples.Count; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(examples[i].Label, nameof(examples));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(examples[i].Label, _labelCount, nameof(examples));
            _labels[i] = examples[i].Label;
            var count = FeatureHasher.Extract(examples[i].Text, read);
            if (_starts[i] + count > features.Length)
            {
                Array.Resize(ref features, Math.Max(features.Length * 2, _starts[i] + count));
            }

            read[..count].CopyTo(features.AsSpan(_starts[i]));
            _starts[i + 1] = _starts[i] + count;
        }

        return features;
    }

    // Salton and Buckley, "Term-Weighting Approaches in Automatic Text Retrieval", 1988: the inverse document frequency.
    private float[] ComputeIdf()
    {
        var counts = new int[FeatureHasher.Dimension];
        foreach (var feature in _features.AsSpan(0, _starts[^1]))
        {
            counts[feature]++;
        }

        return Array.ConvertAll(counts, count => MathF.Log(1 + (_labels.Length / (float)Math.Max(1, count))));
    }

    // False for an example that changed nothing.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Train(ReadOnlySpan<ushort> features, float factor, int label, float rate)
    {
        var prediction = _prediction.AsSpan();
        _initialSums.CopyTo(prediction);
        var read = 0;
        for (; read + 4 <= features.Length; read += 4)
        {
            AddFour(prediction, features.Slice(read, 4), factor);
        }

        foreach (var feature in features[read..])
        {
            AddTo(prediction, RowOf(feature), factor * _idf[feature]);
        }

        Softmax.Apply(prediction);
        ref var correct = ref MemoryMarshal.Cast<Vector<float>, float>(prediction)[label];
        if (correct > SkipAbove)
        {
            return false;
        }

        // The gradient of the cross-entropy loss (Bishop 2006, equation 4.109).
        correct -= 1;
        ReadOnlySpan<Vector256<float>> gradient = MemoryMarshal.Cast<Vector<float>, Vector256<float>>(prediction);
        var changed = FindChanged(gradient);
        foreach (var feature in features)
        {
            var row = MemoryMarshal.Cast<Vector<float>, Vector256<float>>(RowOf(feature));
            var step = -rate * factor * _idf[feature];
            foreach (var i in changed)
            {
                row[i] += gradient[i] * step;
            }
        }

        return true;
    }

    private ReadOnlySpan<int> FindChanged(ReadOnlySpan<Vector256<float>> gradient)
    {
        var min = Vector256.Create(MinGradient);
        var count = 0;
        for (var i = 0; i < gradient.Length; i++)
        {
            if (Vector256.GreaterThanAny(Vector256.Abs(gradient[i]), min))
            {
                _changed[count++] = i;
            }
        }

        return _changed.AsSpan(0, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<Vector<float>> RowOf(ushort feature) => _weights.AsSpan(feature * _rowLength, _rowLength);

    // The weights do not fit into the caches of a core. Four rows are fetched at the same time, where the processor would wait for each in turn.
    // The additions keep their order, so that the sums stay the same to the last bit.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddFour(Span<Vector<float>> sums, ReadOnlySpan<ushort> features, float factor)
    {
        var (a, b, c, d) = (factor * _idf[features[0]], factor * _idf[features[1]], factor * _idf[features[2]], factor * _idf[features[3]]);
        var first = RowOf(features[0])[..sums.Length];
        var second = RowOf(features[1])[..sums.Length];
        var third = RowOf(features[2])[..sums.Length];
        var fourth = RowOf(features[3])[..sums.Length];
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = sums[i] + (first[i] * a) + (second[i] * b) + (third[i] * c) + (fourth[i] * d);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(Span<Vector<float>> sums, ReadOnlySpan<Vector<float>> row, float factor)
    {
        for (var i = 0; i < sums.Length && i < row.Length; i++)
        {
            sums[i] += row[i] * factor;
        }
    }
}
