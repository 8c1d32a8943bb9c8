namespace Bot.Search.Ranking;

/// <summary>A document that was found.</summary>
/// <param name="Document">Its position among the documents that were indexed.</param>
/// <param name="Score">How well it matches: higher is better; comparable within one search only.</param>
/// <param name="Coverage">The share of the query that it holds, from 0 to 1; comparable between searches.</param>
public readonly record struct SearchHit(int Document, float Score, float Coverage);
