using System.Collections.Immutable;

namespace Bot.Answers.Model;

/// <summary>The outcome of a request.</summary>
public enum Outcome
{
    /// <summary>The base answers it, and it is certain which fact does.</summary>
    Answered,

    /// <summary>The base does not say exactly this, or not certainly; the facts are the closest that it has.</summary>
    Closest,

    /// <summary>Not found as typed; the follow-ups are what may have been meant.</summary>
    Suggested,

    /// <summary>The base does not say.</summary>
    Unknown,

    /// <summary>The request is invalid; the text says how to correct it.</summary>
    Invalid,

    /// <summary>Not a question about facts, such as a greeting; the text says what the bot does.</summary>
    Talk,
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

    /// <summary>Sentences of the base on the time of the facts, such as that few reports were looked at. Of several pages the first has them.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

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

    /// <summary>Whether the same request with <see cref="Detail.Full"/> shows more.</summary>
    public bool HasDetails { get; init; }

    /// <summary>Whether it always shows everything, such as that of <c>/fact</c>.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether it is shown in private chats only, such as the answer to an insult.</summary>
    public bool IsOnlyPrivate { get; init; }

    /// <summary>Further facts of <see cref="Outcome.Closest"/>, which readers see as follow-ups and scripts as facts.</summary>
    public ImmutableArray<FactCard> FurtherFacts { get; init; } = [];

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
/// <param name="When">Its date: a day, month, year or span, in the form of <see cref="Bot.Facts.Model.FactDate.ToString"/>.</param>
/// <param name="Text">The claim, whole in every form of the answer.</param>
public sealed record FactCard(string Id, ImmutableArray<string> Statements, string When, string Text)
{
    /// <summary>Whether independent reports confirm it; null where it is not shown.</summary>
    public StatusBadge? Status { get; init; }

    /// <summary>The day up to which it was checked; null where it is not shown.</summary>
    public DateOnly? Checked { get; init; }

    /// <summary>Its date in the reader's format; null where <see cref="Text"/> gives it.</summary>
    public string? Date { get; init; }

    /// <summary>Short remarks, each where <see cref="Text"/> does not say it: who says it, and the day that an open-ended fact was last checked.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>The note on what the article says and what the record shows; null where it is left out.</summary>
    public string? Note { get; init; }

    /// <summary>Whether a short answer has the note, too: that of a fact whose status alone would mislead.</summary>
    public bool NeedsNote { get; init; }

    /// <summary>The labels of its <see cref="Citation"/>s; empty in a short answer.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>The one source that a short answer names; null where the labels name all of them.</summary>
    public Citation? Source { get; init; }
}

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
/// <param name="Short">The publisher and the day, in the reader's format.</param>
public sealed record Citation(
    string Label,
    string Id,
    int? Footnote,
    string? Title,
    string? Publisher,
    string? Date,
    string Language,
    string? Url,
    string Text,
    string Short);

/// <summary>A suggested next request.</summary>
/// <param name="Label">The text of the button or suggestion.</param>
/// <param name="Request">The request.</param>
public sealed record FollowUp(string Label, Request Request);
