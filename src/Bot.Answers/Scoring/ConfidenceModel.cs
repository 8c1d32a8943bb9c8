using System.Globalization;
using Bot.Search.Classification;

namespace Bot.Answers.Scoring;

/// <summary>Ranks facts and gives the probability that the best one answers a question.</summary>
/// <remarks>
/// Both are fitted to the development questions, with one, three and all examples a fact; the test <c>ConfidenceModelTests</c> fits them again and writes
/// <c>confidence.txt</c> and, for a program without word vectors, <c>confidence-by-words.txt</c>. The first line of a file has the weights of the ranking, each
/// further one a tree. The benchmark <c>questions</c> shows how far the probability can be trusted.
/// </remarks>
internal sealed class ConfidenceModel
{
    /// <summary>The name of the model that uses word vectors.</summary>
    public const string WithVectorsName = "confidence";

    /// <summary>The name of the model that does without.</summary>
    public const string ByWordsName = "confidence-by-words";

    private static readonly Lazy<ConfidenceModel> s_withVectors = new(() => Load(WithVectorsName));
    private static readonly Lazy<ConfidenceModel> s_byWords = new(() => Load(ByWordsName));

    private readonly BoostedTrees _trees;

    private ConfidenceModel(RankingModel ranking, BoostedTrees trees) => (Ranking, _trees) = (ranking, trees);

    /// <summary>The model that uses word vectors.</summary>
    public static ConfidenceModel WithVectors => s_withVectors.Value;

    /// <summary>The model for a program without word vectors.</summary>
    public static ConfidenceModel ByWords => s_byWords.Value;

    /// <summary>The ranking.</summary>
    public RankingModel Ranking { get; }

    /// <summary>Reads a model.</summary>
    /// <param name="lines">The lines of its file.</param>
    /// <exception cref="FormatException">A line has another form.</exception>
    public static ConfidenceModel Parse(IReadOnlyList<string> lines) =>
        new(new RankingModel(Array.ConvertAll(lines[0].Split(' '), w => float.Parse(w, CultureInfo.InvariantCulture))), BoostedTrees.Parse(lines.Skip(1)));

    /// <summary>The confidence, from 0 to 1.</summary>
    /// <param name="features">The features in the order of <see cref="MatchFeature"/>.</param>
    public float Of(ReadOnlySpan<float> features) => 1 / (1 + MathF.Exp(-_trees.Evaluate(features)));

    /// <summary>The lead of one score over another, as a logarithm: 0 where they are equal.</summary>
    public static float LeadOver(float score, float other)
    {
        // Smoothing, which keeps weak chance matches from deciding.
        const float MinScore = 0.1f;
        return MathF.Log((score + MinScore) / (other + MinScore));
    }

    private static ConfidenceModel Load(string name)
    {
        using var stream = typeof(ConfidenceModel).Assembly.GetManifestResourceStream($"scoring/{name}.txt") ?? throw new InvalidOperationException($"The assembly has no model '{name}'.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
