using Bot.Facts.Model;
using Bot.Search.Vectors;

namespace Bot.Answers.Scoring;

/// <summary>A fact that a search found.</summary>
/// <param name="Position">Its position in <see cref="FactBase.Facts"/>.</param>
/// <param name="Score">Its score: higher is better. Comparable only within one search.</param>
/// <param name="Lexical">The score of its words.</param>
/// <param name="Coverage">The share of the question's weight that it covers, from 0 to 1.</param>
/// <param name="Probability">The classifier's probability that the question is about it, from 0 to 1.</param>
/// <param name="Similarity">The similarity of its texts.</param>
internal readonly record struct FactHit(int Position, float Score, float Lexical, float Coverage, float Probability, Similarity Similarity);
