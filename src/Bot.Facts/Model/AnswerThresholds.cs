namespace Bot.Facts.Model;

/// <summary>The confidence from which a question counts as answered, and from which its closest fact is shown.</summary>
/// <param name="Answered">The minimum for an answer, from 0 to 1.</param>
/// <param name="Closest">The minimum for showing the closest fact, from 0 to <paramref name="Answered"/>.</param>
/// <remarks>Both are derived from the development questions by the test <c>ConfidenceModelTests</c>.</remarks>
public readonly record struct AnswerThresholds(float Answered, float Closest)
{
    /// <summary>The thresholds of a base that sets none.</summary>
    public static AnswerThresholds Default => new(0.79f, 0.12f);
}
