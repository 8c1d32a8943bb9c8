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
        var differences = ImmutableArray.CreateBuilder<FactDifference>();
        foreach (var fact in facts.Facts)
        {
            var hashes = FactHash.OfAll(fact, facts.Languages);
            if (last?.Hashes.GetValueOrDefault(fact.Id) is not { } before)
            {
                differences.Add(new FactDifference(fact.Id, ChangeKind.Added, [.. hashes.Keys]));
                continue;
            }

            var changed = Languages.Tags.Where(tag => hashes.GetValueOrDefault(tag) != before.GetValueOrDefault(tag)).ToImmutableArray();
            if (!changed.IsEmpty)
            {
                differences.Add(new FactDifference(fact.Id, ChangeKind.Wording, changed));
            }
        }

        var removed = last?.Hashes.Keys.Where(id => facts.FindFact(id) is null).Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>();
        differences.AddRange(removed.Select(id => new FactDifference(id, ChangeKind.Removed, [.. last!.Hashes[id].Keys])));
        return differences.ToImmutable();
    }
}
