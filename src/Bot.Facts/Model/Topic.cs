using System.Collections.Immutable;

namespace Bot.Facts.Model;

/// <summary>A subject that facts are about, such as prices, tours or opening hours.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="HasPositions">Whether the sides' positions on it are shown side by side.</param>
/// <param name="Name">Its name.</param>
/// <param name="Keywords">Words that people use for it, in any language.</param>
public sealed record Topic(string Id, bool HasPositions, LocalizedText Name, ImmutableArray<string> Keywords);
