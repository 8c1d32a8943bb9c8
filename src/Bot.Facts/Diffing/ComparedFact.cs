using System.Collections.Immutable;

namespace Bot.Facts.Diffing;

/// <summary>What is known of a fact in one state of a base. A release does not hold everything.</summary>
/// <param name="Id">The fact's id.</param>
/// <param name="Hashes">Its hash in each language, by the language's tag: two facts are alike in a language if their hashes are.</param>
/// <param name="Texts">Its text in each language, by the language's tag; without those that are not known.</param>
/// <param name="Status">The word of its status; null when it is not known.</param>
/// <param name="When">Its date, as the files write it; null when it is not known.</param>
/// <param name="By">The ids of its speakers; null when they are not known.</param>
public sealed record ComparedFact(
    string Id,
    IReadOnlyDictionary<string, string> Hashes,
    IReadOnlyDictionary<string, string> Texts,
    string? Status = null,
    string? When = null,
    ImmutableArray<string>? By = null);
