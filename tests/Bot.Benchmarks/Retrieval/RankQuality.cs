namespace Bot.Benchmarks.Retrieval;

/// <summary>How well questions found their documents.</summary>
/// <param name="Count">How many questions there were.</param>
/// <param name="First">The share whose document came first: hit@1.</param>
/// <param name="ReciprocalRank">The mean of one divided by the document's rank, nothing for one that was not found: MRR.</param>
/// <param name="Found">The share whose document was found at all, among so many results: hit@10.</param>
internal readonly record struct RankQuality(int Count, double First, double ReciprocalRank, double Found)
{
    /// <summary>Sums ranks up, from 1; null for a document that was not found.</summary>
    public static RankQuality Of(IReadOnlyCollection<int?> ranks) => new(
        ranks.Count,
        ranks.Average(r => r == 1 ? 1.0 : 0),
        ranks.Average(r => r is { } rank ? 1.0 / rank : 0),
        ranks.Average(r => r is null ? 0 : 1.0));
}
