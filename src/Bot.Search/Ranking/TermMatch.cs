namespace Bot.Search.Ranking;

/// <summary>A term of an index that matches a term of a query.</summary>
/// <param name="Term">Its number in the index.</param>
/// <param name="Similarity">Its similarity to the term of the query: 1 for the same term, between 0 and 1 for others.</param>
internal readonly record struct TermMatch(int Term, float Similarity);
