namespace Bot.Search.Ranking;

/// <summary>A document that a search found.</summary>
/// <param name="Document">Its position among the indexed documents.</param>
/// <param name="Score">Its score: higher is better. Comparable only within one search.</param>
/// <param name="Coverage">The share of the query's weight that it covers, from 0 to 1. Comparable between searches.</param>
public readonly record struct SearchHit(int Document, float Score, float Coverage);
