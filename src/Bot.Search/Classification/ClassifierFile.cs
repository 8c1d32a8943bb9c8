using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Bot.Search.Classification;

/// <summary>
/// A trained classifier as bytes, which the next start reads instead of training again: the hash of what it was trained on, the classifier, and the hash of both.
/// </summary>
public static class ClassifierFile
{
    private const int HashLength = SHA256.HashSizeInBytes;

    // Raised when texts are read into features, or features weighed, in another way.
    private const string Format = "Bot classifier 1";

    /// <summary>The hash of what a classifier is trained on, including how. Equal hashes mean equal classifiers.</summary>
    /// <param name="examples">The training examples.</param>
    /// <param name="labels">The number of labels.</param>
    public static byte[] HashOf(IReadOnlyList<LabeledExample> examples, int labels)
    {
        ArgumentNullException.ThrowIfNull(examples);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(string.Create(CultureInfo.InvariantCulture, $"{Format} {ClassifierTrainer.Settings} {FeatureHasher.Dimension} {labels}"), -1);
        foreach (var (text, label) in examples)
        {
            Append(text, label);
        }

        return hash.GetHashAndReset();

        // Lengths come first, so that no two lists of examples are hashed alike.
        void Append(string text, int label)
        {
            ReadOnlySpan<int> head = [label, text.Length];
            hash.AppendData(MemoryMarshal.AsBytes(head));
            hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
        }
    }

    /// <summary>The bytes of a classifier.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="examples">The hash of what it was trained on.</param>
    public static byte[] Write(TextClassifier classifier, ReadOnlySpan<byte> examples)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentOutOfRangeException.ThrowIfNotEqual(examples.Length, HashLength);
        var bytes = new byte[Length(classifier.Labels)];
        examples.CopyTo(bytes);
        classifier.CopyTo(bytes.AsSpan()[HashLength..^HashLength]);
        SHA256.HashData(bytes.AsSpan()[..^HashLength], bytes.AsSpan()[^HashLength..]);
        return bytes;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="examples">The hash of what the classifier must have been trained on.</param>
    /// <param name="labels">The number of its labels.</param>
    /// <returns>The classifier; null when it was trained on anything else, or the bytes are damaged.</returns>
    public static TextClassifier? Read(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> examples, int labels) =>
        bytes.Length == Length(labels) && bytes.StartsWith(examples) && SHA256.HashData(bytes[..^HashLength]).AsSpan().SequenceEqual(bytes[^HashLength..])
            ? new TextClassifier(bytes[HashLength..^HashLength], labels)
            : null;

    private static int Length(int labels) => (2 * HashLength) + TextClassifier.ByteCount(labels);
}
