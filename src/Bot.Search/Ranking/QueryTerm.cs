namespace Bot.Search.Ranking;

/// <summary>A term of a query.</summary>
/// <param name="Number">Its number in the index; -1 when the index does not have it.</param>
/// <param name="FirstMatch">The position of the first term that stands for it in <see cref="QueryBuffers.Matches"/>.</param>
/// <param name="MatchCount">How many terms stand for it.</param>
/// <param name="Weight">How much it weighs in the query.</param>
/// <param name="Known">Its impacts, where they are cached.</param>
internal readonly record struct QueryTerm(int Number, int FirstMatch, int MatchCount, float Weight, TermImpacts? Known)
{
    /// <summary>Where its characters stand in <see cref="QueryBuffers.Characters"/>, if the index does not have it.</summary>
    public Range Characters { get; init; }
}
