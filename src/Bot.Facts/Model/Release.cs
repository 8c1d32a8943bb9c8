using System.Collections.Immutable;

namespace Bot.Facts.Model;

/// <summary>A state of the base that was published, and what it changed.</summary>
/// <param name="Name">Its day and number.</param>
/// <param name="Version">The version of the base then.</param>
/// <param name="Changes">The facts that differ from the release before. In the first release, every fact is <see cref="ChangeKind.Added"/>.</param>
/// <param name="Hashes">The hash of each fact, by its id, in each language that it had, by the language's tag.</param>
public sealed record Release(
    ReleaseName Name,
    string Version,
    ImmutableArray<FactChange> Changes,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Hashes);
