using System.Collections.Immutable;

namespace Bot.Facts.Model;

/// <summary>Facts that belong together in the timeline.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="Chapter">The id of its chapter.</param>
/// <param name="Date">Its date.</param>
/// <param name="Title">Its title.</param>
/// <param name="Facts">Its facts, in the curators' order.</param>
/// <param name="Overview">The ids of the facts that answer questions about it as a whole, in the order in which they are shown.</param>
public sealed record Event(string Id, string Chapter, FactDate Date, LocalizedText Title, ImmutableArray<Fact> Facts, IReadOnlyDictionary<OverviewKind, ImmutableArray<string>> Overview)
{
    /// <summary>The meetings and calls that its facts tell, in the curators' order.</summary>
    public ImmutableArray<Meeting> Meetings { get; init; } = [];

    /// <summary>The earliest of its facts.</summary>
    public Fact FirstFact => Facts.MinBy(f => f.Date)!;
}
