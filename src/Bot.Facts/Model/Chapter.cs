using System.Collections.Immutable;

namespace Bot.Facts.Model;

/// <summary>A part of the talks' history: one folder of the base.</summary>
/// <param name="Id">The folder's name.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Span">The days that it spans.</param>
/// <param name="Events">Its events, in the order of time.</param>
public sealed record Chapter(string Id, LocalizedText Title, FactDate Span, ImmutableArray<Event> Events);
