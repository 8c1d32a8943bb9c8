namespace Bot.Answers.Scoring;

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

    /// <summary>The number of facts that are compared by their vectors besides those that share words with the question.</summary>
    public const int MaxNearest = 12;

    /// <summary>The similarity that such a fact needs: less is chance.</summary>
    public const float MinSimilarity = 0.4f;

    /// <summary>The number of subjects out of scope that are compared by their vectors.</summary>
    public const int MaxNearestSubjects = 8;

    /// <summary>The maximum number of facts that are ranked.</summary>
    public const int MaxCandidates = MaxHits + MaxNearest;

    /// <summary>The maximum number of facts in one answer. A question that needs more is one for the timeline.</summary>
    public const int MaxFacts = 3;

    /// <summary>The share of the threshold that each of several questions in one message needs: apart, they are shorter and lack words of each other.</summary>
    public const float PartOfMessageShare = 0.6f;

    /// <summary>The confidence from which a fact is compared with a message. People check all sorts of messages, and most are about something else.</summary>
    public const float MinCheckConfidence = 0.3f;

    /// <summary>The confidence from which a fact corrects the value that a question asserts. With less, the question is about something else, and the other value is a sign of it.</summary>
    public const float MinPremiseConfidence = 0.25f;

    /// <summary>The minimum score of further facts in an answer, as a share of the best fact's score. Most questions then get one fact, and those about several get several.</summary>
    public const float RelatedFactRatio = 0.35f;

    /// <summary>The factor for facts that the conversation, or the base's main event, makes likely.</summary>
    public const float ContextBoost = 25f;

    /// <summary>The share of its score that a fact keeps, before its weight, if the question names people and the fact is neither by nor about any of them.</summary>
    public const float OtherPartyShare = 0.4f;

    /// <summary>How much a fact that is about a named party counts, by one that the party itself says.</summary>
    public const float AboutPartyShare = 0.9f;

    /// <summary>The share below which the parties that a question names count as others than the fact's.</summary>
    public const float MinPartyShare = 0.74f;

    /// <summary>The minimum share of the words that a source's title or publisher must cover to be suggested.</summary>
    public const float MinSourceCoverage = 0.5f;
}
