using System.Collections.Immutable;

namespace Bot.Facts.Model;

/// <summary>A change of one fact in a release.</summary>
/// <param name="Fact">The fact's id. The base may no longer have it.</param>
/// <param name="Day">The day of the release.</param>
/// <param name="Kind">How it was changed.</param>
/// <param name="Languages">The tags of the languages in which it was changed.</param>
/// <param name="Old">The text before, by the tag of the language, where the text itself was changed or removed. A text that no kept release holds is missing.</param>
/// <param name="New">The text since, by the tag of the language, where the text itself was changed or added.</param>
/// <param name="Sentence">What readers are told; null unless it is a <see cref="ChangeKind.Correction"/>.</param>
public sealed record FactChange(
    string Fact,
    DateOnly Day,
    ChangeKind Kind,
    ImmutableArray<string> Languages,
    IReadOnlyDictionary<string, string> Old,
    IReadOnlyDictionary<string, string> New,
    LocalizedText? Sentence);
