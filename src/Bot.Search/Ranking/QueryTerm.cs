namespace Bot.Search.Ranking;

/// <summary>A term of a query.</summary>
/// <param name="Number">Its number in the index; -1 when the index does not have it.</param>
/// <param name="FirstMatch">The position of its first match in <see cref="QueryBuffers.Matches"/>.</param>
/// <param name="MatchCount">The number of matches.</param>
/// <param name="Weight">Its weight in the query.</param>
/// <param name="Known">Its impacts; null when they are not cached.</param>
internal readonly record struct QueryTerm(int Number, int FirstMatch, int MatchCount, float Weight, TermImpacts? Known)
{
    /// <summary>The range of its characters in <see cref="QueryBuffers.Characters"/>, if the index does not have it.</summary>
    public Range Characters { get; init; }
}
