using System.Collections.Immutable;

namespace Bot.Facts.Model;

/// <summary>The kind of a fact.</summary>
public enum FactKind
{
    /// <summary>Something that happened.</summary>
    Event,

    /// <summary>Something that somebody said.</summary>
    Statement,

    /// <summary>A side's position on a topic.</summary>
    Position,

    /// <summary>Something that happened before the events of its chapter.</summary>
    Background,

    /// <summary>Something that somebody said or did in response to the events.</summary>
    Reaction,

    /// <summary>A publication's assessment.</summary>
    Commentary,
}

/// <summary>One curated claim with its sources, status and translations.</summary>
public sealed record Fact
{
    /// <summary>The stable id. Changing it is a breaking change.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the event that it belongs to.</summary>
    public required string Event { get; init; }

    /// <summary>The article's statements that it covers, such as <c>S41</c>; empty for a fact that is not in an article.</summary>
    public required ImmutableArray<string> Statements { get; init; }

    /// <summary>Its kind.</summary>
    public required FactKind Kind { get; init; }

    /// <summary>When it happened or was said.</summary>
    public required FactDate Date { get; init; }

    /// <summary>The parties that say it; empty where reports or the article narrate.</summary>
    public required ImmutableArray<Party> By { get; init; }

    /// <summary>The parties that it is about.</summary>
    public required ImmutableArray<Party> About { get; init; }

    /// <summary>Its topics.</summary>
    public required ImmutableArray<Topic> Topics { get; init; }

    /// <summary>The references that the article gives for it, in the order of their footnotes; empty where it gives none.</summary>
    public required ImmutableArray<Source> Cites { get; init; }

    /// <summary>The independent pages that it was checked against, best first.</summary>
    public required ImmutableArray<Evidence> Evidence { get; init; }

    /// <summary>The day up to which it was checked: its own, or else that of the base.</summary>
    public required DateOnly Checked { get; init; }

    /// <summary>Whether independent reports confirm it.</summary>
    public required VerificationStatus Status { get; init; }

    /// <summary>The claim.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>The note: what is behind the status, such as what the article says or where reports differ; null where there is nothing to add.</summary>
    public LocalizedText? Note { get; init; }

    /// <summary>The ids of the earlier facts that are no longer true since this one.</summary>
    public ImmutableArray<string> Supersedes { get; init; } = [];

    /// <summary>The ids of the facts that a reader of this one may want to see next.</summary>
    public ImmutableArray<string> See { get; init; } = [];

    /// <summary>The first of its <see cref="Questions"/>: the fact's title in buttons and completions.</summary>
    public required LocalizedText Question { get; init; }

    /// <summary>Questions that it answers, as people ask them, in the order of <see cref="Languages.All"/>; none in a language that the base does not have.</summary>
    public required ImmutableArray<ImmutableArray<string>> Questions { get; init; }
}
