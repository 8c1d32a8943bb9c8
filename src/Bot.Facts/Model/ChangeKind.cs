namespace Bot.Facts.Model;

/// <summary>How a release changed a fact.</summary>
public enum ChangeKind
{
    /// <summary>It says the same in other words, or its date, status or speakers are given differently, and readers need not be told.</summary>
    Wording,

    /// <summary>It was wrong before. A sentence for readers says what was wrong.</summary>
    Correction,

    /// <summary>It is new.</summary>
    Added,

    /// <summary>The base no longer has it.</summary>
    Removed,
}
