namespace Bot.Facts.Model;

/// <summary>What a question can ask about the subject of a base as a whole, as it is today.</summary>
public enum BaseOverviewKind
{
    /// <summary>Where things stand, and what is the latest.</summary>
    Now,

    /// <summary>Who negotiates.</summary>
    Negotiators,
}
