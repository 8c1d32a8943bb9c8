namespace Bot.Facts.Model;

/// <summary>Whether independent reports confirm a fact.</summary>
public enum VerificationStatus
{
    /// <summary>
    /// Two reports say the same that do not carry one agency's text, or for somebody's words two that carry them. Where an article states it
    /// already, one independent report is enough.
    /// </summary>
    Confirmed,

    /// <summary>The core is confirmed; a detail differs between the reports, or the article omits or adds something.</summary>
    ConfirmedWithNuance,

    /// <summary>An article, or an earlier release of the base, says something that the record contradicts.</summary>
    Corrected,

    /// <summary>One report alone says it, or no independent report of it was found.</summary>
    Unverified,

    /// <summary>Those involved contradict each other: the text gives both versions and whose they are.</summary>
    Disputed,
}
