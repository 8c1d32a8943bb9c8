namespace Bot.Facts.Model;

/// <summary>What a page of evidence does for a fact.</summary>
public enum EvidenceRole
{
    /// <summary>It reports the fact itself.</summary>
    Reports,

    /// <summary>It quotes the speaker's words.</summary>
    Quotes,

    /// <summary>It denies the fact, or reports that somebody denies it.</summary>
    Denies,

    /// <summary>It is an official text or transcript, or carries one.</summary>
    OfficialText,
}

/// <summary>A page against which a fact was checked.</summary>
/// <param name="Source">The page.</param>
/// <param name="Role">What it does for the fact.</param>
public sealed record Evidence(Source Source, EvidenceRole Role);
