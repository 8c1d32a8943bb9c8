namespace Bot.Facts.Model;

/// <summary>Whether independent reports confirm a statement of the article.</summary>
public enum VerificationStatus
{
    /// <summary>An independent report says the same.</summary>
    Confirmed,

    /// <summary>The core is confirmed; the article's wording omits or adds something.</summary>
    ConfirmedWithNuance,

    /// <summary>The article says something that the record contradicts.</summary>
    Corrected,

    /// <summary>No independent report that says the same was found.</summary>
    Unverified,
}
