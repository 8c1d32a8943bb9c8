using System.Collections.Immutable;
using Bot.Facts.Model;

namespace Bot.Facts.Diffing;

/// <summary>How a fact differs between two states of a base.</summary>
/// <param name="Fact">The fact's id.</param>
/// <param name="Kind"><see cref="ChangeKind.Added"/>, <see cref="ChangeKind.Removed"/>, or else <see cref="ChangeKind.Wording"/>: only a curator knows of a correction.</param>
/// <param name="Languages">The tags of the languages in which it differs.</param>
/// <param name="Texts">The texts that differ, as far as they are known.</param>
/// <param name="Status">How the status differs; null when it does not, or is not known.</param>
/// <param name="When">How the date differs; null when it does not, or is not known.</param>
/// <param name="By">How the speakers differ; null when they do not, or are not known.</param>
public sealed record FactDiff(
    string Fact,
    ChangeKind Kind,
    ImmutableArray<string> Languages,
    ImmutableArray<TextDiff> Texts,
    ValueDiff? Status,
    ValueDiff? When,
    ValueDiff? By);

/// <summary>A text that differs.</summary>
/// <param name="Language">The tag of the language.</param>
/// <param name="Old">The old text; null when there was none, or it is not known.</param>
/// <param name="New">The new text; null when there is none, or it is not known.</param>
/// <param name="Words">The changes word by word; empty unless both texts are known.</param>
public sealed record TextDiff(string Language, string? Old, string? New, ImmutableArray<WordChange> Words);

/// <summary>A value that differs.</summary>
/// <param name="Old">The old value.</param>
/// <param name="New">The new value.</param>
public sealed record ValueDiff(string Old, string New);
