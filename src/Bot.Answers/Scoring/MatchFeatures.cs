namespace Bot.Answers.Scoring;

/// <summary>The evidence that a fact answers a question, in the order in which the fitted trees number it.</summary>
internal enum MatchFeature
{
    /// <summary>The lead of its words' score over that of the best subject out of scope, as a logarithm.</summary>
    Lead,

    /// <summary>The share of the question's words that the fact has, itself or similar ones by spelling.</summary>
    Coverage,

    /// <summary>1 when the question names a person whom the fact does not have, else 0.</summary>
    MissingPerson,

    /// <summary>1 when the question names a place that the fact does not have, else 0.</summary>
    OtherPlace,

    /// <summary>1 when the question names a day and the fact has only others, else 0.</summary>
    OtherDay,

    /// <summary>1 when the fact is neither by nor about most of whom and what the question names, else 0.</summary>
    OtherParty,

    /// <summary>The number of names in the question that the base does not know, at most 2.</summary>
    UnknownNames,

    /// <summary>The similarity of the fact's most similar text.</summary>
    BestSimilarity,

    /// <summary>The mean similarity of its three most similar texts.</summary>
    MeanSimilarity,

    /// <summary>The similarity of the most similar question out of scope.</summary>
    SimilarityOutOfScope,

    /// <summary>How often the fact is asked for the same aspects, as a logarithm.</summary>
    AspectShare,

    /// <summary>1 when the question asks for something that no base says, else 0.</summary>
    NeverSaid,

    /// <summary>The share of the question that the fact lacks, by the vectors of its words.</summary>
    Uncovered,

    /// <summary>The share of the one word that it lacks most.</summary>
    MaxUncovered,

    /// <summary>The share of its score in the scores of all facts found.</summary>
    ScoreShare,

    /// <summary>The number of words of the question, at most 6.</summary>
    Words,

    /// <summary>The number of numbers and ordinals that the question names and the fact does not have, at most 2.</summary>
    MissingNumbers,
}

/// <summary>The features together.</summary>
internal static class MatchFeatures
{
    /// <summary>The number of features.</summary>
    public const int Count = (int)MatchFeature.MissingNumbers + 1;

    /// <summary>A feature's name as explanations show it.</summary>
    public static string NameOf(MatchFeature feature) => feature switch
    {
        MatchFeature.Lead => "lead-over-out-of-scope",
        MatchFeature.Coverage => "coverage",
        MatchFeature.MissingPerson => "missing-person",
        MatchFeature.OtherPlace => "other-place",
        MatchFeature.OtherDay => "other-day",
        MatchFeature.OtherParty => "other-party",
        MatchFeature.UnknownNames => "unknown-names",
        MatchFeature.BestSimilarity => "best-similarity",
        MatchFeature.MeanSimilarity => "mean-similarity",
        MatchFeature.SimilarityOutOfScope => "similarity-out-of-scope",
        MatchFeature.AspectShare => "aspect-share",
        MatchFeature.NeverSaid => "never-said",
        MatchFeature.Uncovered => "uncovered",
        MatchFeature.MaxUncovered => "max-uncovered",
        MatchFeature.ScoreShare => "score-share",
        MatchFeature.Words => "words",
        MatchFeature.MissingNumbers => "missing-numbers",
        _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, null),
    };

    /// <summary>Whether the confidence can only rise with a feature (1), only fall (-1), or do both (0).</summary>
    public static int DirectionOf(MatchFeature feature) => feature switch
    {
        MatchFeature.Lead or MatchFeature.Coverage or MatchFeature.BestSimilarity or MatchFeature.MeanSimilarity or MatchFeature.AspectShare or MatchFeature.ScoreShare or MatchFeature.Words => 1,
        MatchFeature.SimilarityOutOfScope => 0,
        _ => -1,
    };
}
