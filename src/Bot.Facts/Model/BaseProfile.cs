using System.Collections.Immutable;

namespace Bot.Facts.Model;

/// <summary>What a base says of itself. Where it says nothing, the program's neutral texts are shown.</summary>
public sealed record BaseProfile
{
    /// <summary>The bot's name in headings; null when the base gives none.</summary>
    public LocalizedText? Name { get; init; }

    /// <summary>The bot's description, in paragraphs of at most 512 UTF-16 units altogether; null when the base gives none.</summary>
    public LocalizedText? Description { get; init; }

    /// <summary>The bot's short description, of at most 120 UTF-16 units; null when the base gives none.</summary>
    public LocalizedText? ShortDescription { get; init; }

    /// <summary>A sentence on the subject of the base; null when the base gives none.</summary>
    public LocalizedText? About { get; init; }

    /// <summary>A sentence on what the base was checked against; null when the base gives none.</summary>
    public LocalizedText? CheckedAgainst { get; init; }

    /// <summary>The sides whose positions are always shown, in that order; empty when nobody in the base is on a side.</summary>
    public required ImmutableArray<Party> Sides { get; init; }

    /// <summary>The sentences that answers about facts of some time carry, in the curators' order; empty when there is none.</summary>
    public ImmutableArray<DatedRemark> Remarks { get; init; } = [];

    /// <summary>The facts that answer questions about the present state of the subject, newest first; empty where the base names none.</summary>
    public IReadOnlyDictionary<BaseOverviewKind, ImmutableArray<Fact>> Overview { get; init; } = new Dictionary<BaseOverviewKind, ImmutableArray<Fact>>();

    /// <summary>The examples in the program's texts.</summary>
    public required BaseExamples Examples { get; init; }
}

/// <summary>The examples in the program's texts.</summary>
/// <param name="Asked">The fact whose first question is the example of a question.</param>
/// <param name="Fact">The fact whose id is the example of an id.</param>
/// <param name="Party">The party that is the example of a name.</param>
/// <param name="Speaker">The party that is the example of somebody who said something.</param>
public sealed record BaseExamples(Fact Asked, Fact Fact, Party Party, Party Speaker);

/// <summary>A sentence of the base that answers about facts of some time carry, such as that few reports were looked at.</summary>
/// <param name="When">The time.</param>
/// <param name="Text">The sentence, of at most 160 UTF-16 units.</param>
public sealed record DatedRemark(FactDate When, LocalizedText Text)
{
    /// <summary>Whether it belongs to a fact of a date. What goes on is of the time in which it began.</summary>
    public bool IsOn(FactDate date) => date.Precision is DatePrecision.From or DatePrecision.Before ? When.Overlaps(FactDate.Day(date.SortDay)) : When.Overlaps(date);
}
