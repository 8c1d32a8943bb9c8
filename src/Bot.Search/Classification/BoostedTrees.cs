using System.Globalization;

namespace Bot.Search.Classification;

/// <summary>
/// A sum of small decision trees, each with two levels: the log odds that something holds, from a few features. Unlike a weighted sum, it can say that a
/// feature counts only where another has a certain value.
/// </summary>
/// <remarks>Friedman, "Greedy Function Approximation: A Gradient Boosting Machine", 2001. Immutable and safe for any number of threads.</remarks>
public sealed class BoostedTrees
{
    private const int Splits = 3;
    private const int Leaves = 4;

    private readonly Tree[] _trees;

    private BoostedTrees(Tree[] trees) => _trees = trees;

    /// <summary>Reads what <see cref="Format"/> writes, one tree in each line: three splits, each a feature and a threshold, and four leaves.</summary>
    /// <exception cref="FormatException">A line has another form.</exception>
    public static BoostedTrees Parse(IEnumerable<string> lines) => new([.. lines.Select(ParseTree)]);

    /// <summary>The line of one tree.</summary>
    /// <param name="features">The features of the first split, of the one below it where the feature is less than the threshold, and of the other.</param>
    /// <param name="thresholds">The thresholds of these splits.</param>
    /// <param name="leaves">The values from the least feature values to the greatest.</param>
    public static string Format(ReadOnlySpan<int> features, ReadOnlySpan<float> thresholds, ReadOnlySpan<float> leaves)
    {
        var cells = new List<string>();
        for (var i = 0; i < Splits; i++)
        {
            cells.Add(features[i].ToString(CultureInfo.InvariantCulture));
            cells.Add(thresholds[i].ToString("G5", CultureInfo.InvariantCulture));
        }

        foreach (var leaf in leaves)
        {
            cells.Add(leaf.ToString("G4", CultureInfo.InvariantCulture));
        }

        return string.Join(' ', cells);
    }

    /// <summary>The log odds.</summary>
    /// <param name="features">The features, as many as the trees were fitted with.</param>
    public float Evaluate(ReadOnlySpan<float> features)
    {
        var sum = 0f;
        foreach (ref readonly var tree in _trees.AsSpan())
        {
            sum += features[tree.Root] < tree.RootThreshold
                ? features[tree.Low] < tree.LowThreshold ? tree.First : tree.Second
                : features[tree.High] < tree.HighThreshold ? tree.Third : tree.Fourth;
        }

        return sum;
    }

    private static Tree ParseTree(string line)
    {
        var cells = line.Split(' ');
        if (cells.Length != (2 * Splits) + Leaves)
        {
            throw new FormatException($"A tree has {(2 * Splits) + Leaves} numbers: '{line}'.");
        }

        return new Tree(Feature(0), Number(1), Feature(2), Number(3), Feature(4), Number(5), Number(6), Number(7), Number(8), Number(9));

        int Feature(int at) => int.Parse(cells[at], NumberStyles.None, CultureInfo.InvariantCulture);
        float Number(int at) => float.Parse(cells[at], NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private readonly record struct Tree(
        int Root, float RootThreshold, int Low, float LowThreshold, int High, float HighThreshold, float First, float Second, float Third, float Fourth);
}
