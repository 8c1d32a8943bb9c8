using System.Collections.Immutable;
using Bot.Facts.Model;

namespace Bot.Facts.Releases;

/// <summary>A fact that differs from a release.</summary>
/// <param name="Fact">The fact's id.</param>
/// <param name="Kind"><see cref="ChangeKind.Added"/>, <see cref="ChangeKind.Removed"/>, or else <see cref="ChangeKind.Wording"/>: only a curator knows of a correction.</param>
/// <param name="Languages">The tags of the languages in which it differs.</param>
public sealed record FactDifference(string Fact, ChangeKind Kind, ImmutableArray<string> Languages);

/// <summary>Compares a base with a release.</summary>
public static class ReleaseComparison
{
    /// <summary>The facts that differ: those of the base in its order, then those that it no longer has, by id.</summary>
    /// <param name="facts">The base.</param>
    /// <param name="last">The release; null when there is none, from which every fact differs.</param>
    public static ImmutableArray<FactDifference> Compare(FactBase facts, Release? last)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Compare([.. facts.Facts.Select(f => KeyValuePair.Create(f.Id, FactHash.OfAll(f, facts.Languages)))], last?.Hashes);
    }

    /// <summary>The facts whose hashes differ: those since, in their order, then those that are gone, by id. This alone defines what counts as a change.</summary>
    /// <param name="since">The facts of the later state: the hash in each language, by the language's tag, of each fact, by its id.</param>
    /// <param name="before">The same of the earlier state; null when there is none.</param>
    internal static ImmutableArray<FactDifference> Compare(
        IReadOnlyList<KeyValuePair<string, IReadOnlyDictionary<string, string>>> since,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? before)
    {
        var differences = ImmutableArray.CreateBuilder<FactDifference>();
        foreach (var (fact, hashes) in since)
        {
            if (before?.GetValueOrDefault(fact) is not { } old)
            {
                differences.Add(new FactDifference(fact, ChangeKind.Added, [.. hashes.Keys]));
                continue;
            }

            var changed = Languages.Tags.Where(tag => hashes.GetValueOrDefault(tag) != old.GetValueOrDefault(tag)).ToImmutableArray();
            if (!changed.IsEmpty)
            {
                differences.Add(new FactDifference(fact, ChangeKind.Wording, changed));
            }
        }

        var kept = since.Select(f => f.Key).ToHashSet();
        var removed = before?.Keys.Where(id => !kept.Contains(id)).Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>();
        differences.AddRange(removed.Select(id => new FactDifference(id, ChangeKind.Removed, [.. before![id].Keys])));
        return differences.ToImmutable();
    }
}
