using Bot.Facts.Model;
using Bot.Search.Ranking;

namespace Bot.Answers.Understanding;

/// <summary>Whether a question is of what the base says at all.</summary>
/// <param name="BestOutOfScope">The matter out of scope that it matches best, by its position in <see cref="FactBase.OutOfScope"/>; a score of 0 when none matches.</param>
/// <param name="InScopeProbability">How probable it is, by the examples of both, that it is of one of the facts: from 0 to 1.</param>
internal readonly record struct ScopeEstimate(SearchHit BestOutOfScope, float InScopeProbability);
