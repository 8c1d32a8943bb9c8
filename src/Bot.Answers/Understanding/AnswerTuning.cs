namespace Bot.Answers.Understanding;

/// <summary>The constants that decide which facts answer a question. The test of the questions measures what they are worth.</summary>
internal static class AnswerTuning
{
    // How much each text of a fact counts beside its questions, which say most nearly what people type; notes mention much that the
    // fact is not about; names make a fact findable by spellings that its texts do not use, but many names in a row answer nothing.

    /// <summary>The weight of a question that a fact answers.</summary>
    public const float QuestionWeight = 1f;

    /// <summary>The weight of a sentence of the claim.</summary>
    public const float TextWeight = 0.9f;

    /// <summary>The weight of a sentence of the note.</summary>
    public const float NoteWeight = 0.4f;

    /// <summary>The weight of the event's title.</summary>
    public const float TitleWeight = 0.3f;

    /// <summary>The weight of the names of a party.</summary>
    public const float NameWeight = 0.3f;

    /// <summary>The weight of the names of a topic.</summary>
    public const float TopicWeight = 0.3f;

    /// <summary>Facts and subjects out of scope that are looked at; a few subjects may stand before the facts.</summary>
    public const int MaxDocuments = 48;

    /// <summary>Facts that a search for an answer gives: enough that a day in the question can bring one forward.</summary>
    public const int MaxHits = 16;

    /// <summary>At most so many facts answer one question; a question that needs more is a question for the timeline.</summary>
    public const int MaxFacts = 3;

    /// <summary>Beside the best fact only those that come this near it: one fact where one suffices, several where the question is of several.</summary>
    public const float RelatedFactRatio = 0.7f;

    /// <summary>A question that names a day means a fact of that day, unless another fits its words far better.</summary>
    public const float SameDayBoost = 1.25f;

    /// <summary>What is left of the score of a fact of another day.</summary>
    public const float OtherDayPenalty = 0.75f;

    /// <summary>A question that names people means a fact by or about them; so much is off for one by and about others only.</summary>
    public const float OtherPartyPenalty = 0.6f;

    /// <summary>What the search finds and the classifier means as well is worth so much more.</summary>
    public const float ClassifierBoost = 1f;

    /// <summary>A title or publisher of which the words hold less is not the one that is meant.</summary>
    public const float MinSourceCoverage = 0.5f;
}
