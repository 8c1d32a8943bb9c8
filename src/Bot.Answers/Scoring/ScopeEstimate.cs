using Bot.Facts.Model;
using Bot.Search.Ranking;

namespace Bot.Answers.Scoring;

/// <summary>The estimate of whether a question is within the scope of the base.</summary>
/// <param name="BestOutOfScope">The out-of-scope subject that matches it best, by its position in <see cref="FactBase.OutOfScope"/>; its score is 0 when none matches.</param>
/// <param name="Similarity">The similarity of the most similar question out of scope.</param>
internal readonly record struct ScopeEstimate(SearchHit BestOutOfScope, float Similarity);
