namespace Bot.Facts.Model;

/// <summary>Whether independent reports bear a statement of the article out.</summary>
public enum VerificationStatus
{
    /// <summary>An independent report says the same.</summary>
    Confirmed,

    /// <summary>The core is borne out; the article's wording drops or adds something.</summary>
    ConfirmedWithNuance,

    /// <summary>The article says something that the record contradicts.</summary>
    Corrected,

    /// <summary>No independent report was found that says it.</summary>
    Unverified,
}
