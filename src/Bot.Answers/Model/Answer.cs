using System.Collections.Immutable;

namespace Bot.Answers.Model;

/// <summary>How a request ended.</summary>
public enum Outcome
{
    /// <summary>The base says it.</summary>
    Answered,

    /// <summary>Not found as written; the follow-ups are what may have been meant.</summary>
    Suggested,

    /// <summary>The base does not say.</summary>
    Unknown,

    /// <summary>The request itself was at fault; the text says how to put it right.</summary>
    Invalid,
}

/// <summary>
/// What is said in reply to a request: a value that any platform can show. Every text is plain: no markup, nothing that the asker typed.
/// </summary>
public sealed record Answer
{
    /// <summary>How the request ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>
    /// The request that gives this answer again: the asker's, but in the base's own ids where its words were understood,
    /// so that it is short and means the same to every reader.
    /// </summary>
    public required Request Request { get; init; }

    /// <summary>The language of the texts: <c>en</c>, <c>zh-Hant</c>, <c>zh-Hans</c>, <c>ru</c> or <c>uk</c>.</summary>
    public required string Language { get; init; }

    /// <summary>One line that says what the answer is about.</summary>
    public required string Title { get; init; }

    /// <summary>How sure it is that the base answers, from 0 to 1; null where no search was needed.</summary>
    public float? Confidence { get; init; }

    /// <summary>Sentences and facts, in groups.</summary>
    public ImmutableArray<Section> Sections { get; init; } = [];

    /// <summary>The sources that the facts' labels point to: footnotes by number, then evidence by letter.</summary>
    public ImmutableArray<Citation> Citations { get; init; } = [];

    /// <summary>What can be asked next.</summary>
    public ImmutableArray<FollowUp> FollowUps { get; init; } = [];

    /// <summary>The number of this page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are, from 1.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>The version of the base that it was made from.</summary>
    public required string Version { get; init; }

    /// <summary>The facts of all sections, in their order.</summary>
    public IEnumerable<FactCard> Facts => Sections.SelectMany(s => s.Facts);
}

/// <summary>Sentences and facts that stand together.</summary>
/// <param name="Heading">What they have in common; null when nothing needs to be said.</param>
/// <param name="Paragraphs">Sentences, shown before the facts.</param>
/// <param name="Facts">The facts.</param>
public sealed record Section(string? Heading, ImmutableArray<string> Paragraphs, ImmutableArray<FactCard> Facts);

/// <summary>A fact as it is shown.</summary>
/// <param name="Id">The stable id, for <c>/fact</c>.</param>
/// <param name="Statements">The article's statements that it covers, such as <c>S41</c>.</param>
/// <param name="Date">When it was, as the reader writes dates.</param>
/// <param name="Status">Whether independent reports confirm it.</param>
/// <param name="Text">The claim.</param>
/// <param name="Note">What the article says and what the record shows; null where the status says enough.</param>
/// <param name="Labels">The labels of its <see cref="Citation"/>s.</param>
public sealed record FactCard(
    string Id,
    ImmutableArray<string> Statements,
    string Date,
    StatusBadge Status,
    string Text,
    string? Note,
    ImmutableArray<string> Labels);

/// <summary>A status as it is shown.</summary>
/// <param name="Code"><c>confirmed</c>, <c>confirmed-with-nuance</c>, <c>corrected</c> or <c>unverified</c>.</param>
/// <param name="Symbol">One narrow character.</param>
/// <param name="Label">The status in the reader's language.</param>
public sealed record StatusBadge(string Code, string Symbol, string Label);

/// <summary>A source as it is shown.</summary>
/// <param name="Label">The footnote number, or a letter for evidence.</param>
/// <param name="Id">The stable id, for <c>/source</c>.</param>
/// <param name="Footnote">The article's footnote number; null for evidence and the article itself.</param>
/// <param name="Title">The title exactly as published; null where it was not seen.</param>
/// <param name="Publisher">Who published it; null where none is given.</param>
/// <param name="Date">The day it was published, <c>yyyy-MM-dd</c>; null where none is given.</param>
/// <param name="Language">The BCP 47 tag of its language.</param>
/// <param name="Url">Where it was found; null where it was not.</param>
/// <param name="Text">One line with all of it but the address, as the reader writes it.</param>
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

/// <summary>Something to ask next.</summary>
/// <param name="Label">What a button or a suggestion says.</param>
/// <param name="Request">What it asks.</param>
public sealed record FollowUp(string Label, Request Request);
