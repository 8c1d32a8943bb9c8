using System.Collections.Immutable;

namespace Bot.Facts.Model;

/// <summary>The role of a source in the base.</summary>
public enum SourceKind
{
    /// <summary>An article that the base was made from.</summary>
    Article,

    /// <summary>A reference of an article, with a footnote number.</summary>
    Reference,

    /// <summary>An independent page against which facts were checked.</summary>
    Evidence,
}

/// <summary>A published page.</summary>
public sealed record Source
{
    /// <summary>The stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Its role in the base.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>The article's footnote number; null unless it is a reference.</summary>
    public int? Footnote { get; init; }

    /// <summary>The title exactly as published; null where it was not seen.</summary>
    public string? Title { get; init; }

    /// <summary>The publisher; null where the article gives none.</summary>
    public string? Publisher { get; init; }

    /// <summary>The author; null where none is given.</summary>
    public string? Author { get; init; }

    /// <summary>The agency or outlet whose text the page carries; null for its own.</summary>
    public string? Agency { get; init; }

    /// <summary>The day of publication; null where it is not given.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The day when the article's authors read it; null where it is not given.</summary>
    public DateOnly? Accessed { get; init; }

    /// <summary>The day of the archived copy; null when there is none.</summary>
    public DateOnly? Archived { get; init; }

    /// <summary>What texts call an article, such as "the article (City Encyclopedia)"; null for other sources, and where the base does not say.</summary>
    public LocalizedText? Called { get; init; }

    /// <summary>The licence of an article; null for other sources, and where the base does not say.</summary>
    public LocalizedText? Licence { get; init; }

    /// <summary>The BCP 47 tag of its language, as given.</summary>
    public required string Language { get; init; }

    /// <summary>The address where it was found; null where it was not found.</summary>
    public string? Url { get; init; }

    /// <summary>Ids of evidence pages that carry the same item.</summary>
    public required ImmutableArray<string> Copies { get; init; }

    /// <summary>The errors in the reference as the article prints it.</summary>
    public required ImmutableArray<LocalizedText> Defects { get; init; }
}
