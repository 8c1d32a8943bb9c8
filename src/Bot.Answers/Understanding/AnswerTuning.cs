namespace Bot.Answers.Understanding;

/// <summary>The constants that decide which facts answer a question. The tests of the questions measure their effect.</summary>
internal static class AnswerTuning
{
    // The weights of a fact's texts, relative to its questions, which are closest to what people type. Notes mention much that the
    // fact is not about. Names make a fact findable by spellings that its texts do not use, but a list of names answers nothing.

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

    /// <summary>The maximum number of facts and out-of-scope subjects that are considered. A few subjects may rank above the facts.</summary>
    public const int MaxDocuments = 48;

    /// <summary>The maximum number of facts that a search returns: enough to let a date in the question promote one of them.</summary>
    public const int MaxHits = 16;

    /// <summary>The maximum number of facts in one answer. A question that needs more is one for the timeline.</summary>
    public const int MaxFacts = 3;

    /// <summary>The share of the threshold that each of several questions in one message needs: apart, they are shorter and lack words of each other.</summary>
    public const float PartOfMessageShare = 0.6f;

    /// <summary>The confidence from which a fact is compared with a message. People check all sorts of messages, and most are about something else.</summary>
    public const float MinCheckConfidence = 0.3f;

    /// <summary>The minimum score of further facts in an answer, as a share of the best fact's score. Most questions then get one fact, and those about several get several.</summary>
    public const float RelatedFactRatio = 0.7f;

    /// <summary>The factor for facts of the day that a question names. Another fact wins only if it matches the words much better.</summary>
    public const float SameDayBoost = 1.25f;

    /// <summary>The factor for facts of other days, if a question names a day.</summary>
    public const float OtherDayPenalty = 0.75f;

    /// <summary>The factor for facts that the conversation, or the base's main event, makes likely.</summary>
    public const float ContextBoost = 1.5f;

    /// <summary>The share that the score of a fact loses if the question names people and the fact is neither by nor about any of them.</summary>
    public const float OtherPartyPenalty = 0.6f;

    /// <summary>How much a fact that is about a named party counts, by one that the party itself says.</summary>
    public const float AboutPartyShare = 0.9f;

    /// <summary>How much the classifier's probability raises the score of a search hit: with a probability of 1, by this share.</summary>
    public const float ClassifierBoost = 1f;

    /// <summary>The minimum share of the words that a source's title or publisher must cover to be suggested.</summary>
    public const float MinSourceCoverage = 0.5f;
}
