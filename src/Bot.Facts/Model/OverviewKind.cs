namespace Bot.Facts.Model;

/// <summary>What a question can ask about an event as a whole.</summary>
public enum OverviewKind
{
    /// <summary>What it was about, in short.</summary>
    Whole,

    /// <summary>What was agreed, or how it ended.</summary>
    Outcome,

    /// <summary>Who took part.</summary>
    Participants,

    /// <summary>What comes next.</summary>
    Next,

    /// <summary>Where it was.</summary>
    Place,

    /// <summary>When it was.</summary>
    Day,

    /// <summary>How long it took.</summary>
    Duration,
}
