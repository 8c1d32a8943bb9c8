using System.Collections.Immutable;

namespace Bot.Facts.Model;

/// <summary>A period of time: one folder of the base.</summary>
/// <param name="Id">The folder's name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Span">The days that it spans.</param>
/// <param name="Events">Its events, earliest first.</param>
/// <param name="MainEvent">The id of the event that a question without a subject is about when it points to this chapter; null when it names none.</param>
public sealed record Chapter(string Id, LocalizedText Title, FactDate Span, ImmutableArray<Event> Events, string? MainEvent);
