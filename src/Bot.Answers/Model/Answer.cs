using System.Collections.Immutable;

namespace Bot.Answers.Model;

/// <summary>The outcome of a request.</summary>
public enum Outcome
{
    /// <summary>The base answers it.</summary>
    Answered,

    /// <summary>Not found as typed; the follow-ups are what may have been meant.</summary>
    Suggested,

    /// <summary>The base does not say.</summary>
    Unknown,

    /// <summary>The request is invalid; the text says how to correct it.</summary>
    Invalid,
}

/// <summary>
/// The answer to a request: a value that any platform can show. All texts are plain, without markup and without text that the user typed.
/// </summary>
public sealed record Answer
{
    /// <summary>The outcome of the request.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>
    /// The canonical request for this answer: the user's request, with recognized words replaced by the base's ids,
    /// so that it is short and means the same to every reader.
    /// </summary>
    public required Request Request { get; init; }

    /// <summary>The language of the texts: <c>en</c>, <c>zh-Hant</c>, <c>zh-Hans</c>, <c>ru</c> or <c>uk</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The title, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>The probability that the base answers the question, from 0 to 1; null where no search was needed.</summary>
    public float? Confidence { get; init; }

    /// <summary>Paragraphs and facts, in groups.</summary>
    public ImmutableArray<Section> Sections { get; init; } = [];

    /// <summary>The sources that the facts' labels point to: footnotes by number, then evidence by letter.</summary>
    public ImmutableArray<Citation> Citations { get; init; } = [];

    /// <summary>Suggested next requests.</summary>
    public ImmutableArray<FollowUp> FollowUps { get; init; } = [];

    /// <summary>The number of this page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The number of pages, at least 1.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>The version of the base that it comes from.</summary>
    public required string Version { get; init; }

    /// <summary>The facts of all sections, in their order.</summary>
    public IEnumerable<FactCard> Facts => Sections.SelectMany(s => s.Facts);
}

/// <summary>Paragraphs and facts that belong together.</summary>
/// <param name="Heading">The heading; null for none.</param>
/// <param name="Paragraphs">The paragraphs, shown before the facts.</param>
/// <param name="Facts">The facts.</param>
public sealed record Section(string? Heading, ImmutableArray<string> Paragraphs, ImmutableArray<FactCard> Facts);

/// <summary>A fact in the form that readers see.</summary>
/// <param name="Id">The stable id, for <c>/fact</c>.</param>
/// <param name="Statements">The article's statements that it covers, such as <c>S41</c>.</param>
/// <param name="Date">Its date, in the reader's format.</param>
/// <param name="Status">Whether independent reports confirm it.</param>
/// <param name="Text">The claim.</param>
/// <param name="Note">The note on what the article says and what the record shows; null where the status is enough.</param>
/// <param name="Labels">The labels of its <see cref="Citation"/>s.</param>
public sealed record FactCard(
    string Id,
    ImmutableArray<string> Statements,
    string Date,
    StatusBadge Status,
    string Text,
    string? Note,
    ImmutableArray<string> Labels);

/// <summary>A status in the form that readers see.</summary>
/// <param name="Code"><c>confirmed</c>, <c>confirmed-with-nuance</c>, <c>corrected</c> or <c>unverified</c>.</param>
/// <param name="Symbol">One narrow character.</param>
/// <param name="Label">The status in the reader's language.</param>
public sealed record StatusBadge(string Code, string Symbol, string Label);

/// <summary>A source in the form that readers see.</summary>
/// <param name="Label">The footnote number, or a letter for evidence.</param>
/// <param name="Id">The stable id, for <c>/source</c>.</param>
/// <param name="Footnote">The article's footnote number; null for evidence and the article itself.</param>
/// <param name="Title">The title exactly as published; null where it was not seen.</param>
/// <param name="Publisher">The publisher; null where none is given.</param>
/// <param name="Date">The day of publication, <c>yyyy-MM-dd</c>; null where none is given.</param>
/// <param name="Language">The BCP 47 tag of its language.</param>
/// <param name="Url">The address where it was found; null where it was not found.</param>
/// <param name="Text">One line with everything except the address, in the reader's format.</param>
public sealed record Citation(
    string Label,
    string Id,
    int? Footnote,
    string? Title,
    string? Publisher,
    string? Date,
    string Language,
    string? Url,
    string Text);

/// <summary>A suggested next request.</summary>
/// <param name="Label">The text of the button or suggestion.</param>
/// <param name="Request">The request.</param>
public sealed record FollowUp(string Label, Request Request);
