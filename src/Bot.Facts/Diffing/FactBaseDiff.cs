using System.Collections.Immutable;
using Bot.Facts.Model;
using Bot.Facts.Releases;

namespace Bot.Facts.Diffing;

/// <summary>What differs between two states of a base, by the definition of <see cref="ReleaseComparison"/>.</summary>
/// <param name="Facts">The facts that differ: those of the later state in its order, then those that are gone, by id.</param>
public sealed record FactBaseDiff(ImmutableArray<FactDiff> Facts)
{
    /// <summary>Whether the two states have the same facts.</summary>
    public bool IsEmpty => Facts.IsEmpty;

    /// <summary>The number of facts that differ in one way.</summary>
    public int Count(ChangeKind kind) => Facts.Count(f => f.Kind == kind);

    /// <summary>Compares two states of a base.</summary>
    /// <param name="before">The earlier state.</param>
    /// <param name="since">The later state.</param>
    public static FactBaseDiff Compare(ComparedBase before, ComparedBase since)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(since);
        var (old, @new) = (before.Facts.ToDictionary(f => f.Id), since.Facts.ToDictionary(f => f.Id));
        var differences = ReleaseComparison.Compare(
            [.. since.Facts.Select(f => KeyValuePair.Create(f.Id, f.Hashes))],
            before.Facts.ToDictionary(f => f.Id, f => f.Hashes));
        return new FactBaseDiff([.. differences.Select(d => Diff(d, old.GetValueOrDefault(d.Fact), @new.GetValueOrDefault(d.Fact)))]);
    }

    private static FactDiff Diff(FactDifference difference, ComparedFact? old, ComparedFact? @new) => new(
        difference.Fact,
        difference.Kind,
        difference.Languages,
        [.. difference.Languages.Select(tag => Text(tag, old?.Texts.GetValueOrDefault(tag), @new?.Texts.GetValueOrDefault(tag))).OfType<TextDiff>()],
        Value(old?.Status, @new?.Status),
        Value(old?.When, @new?.When),
        Value(Join(old?.By), Join(@new?.By)));

    private static TextDiff? Text(string tag, string? old, string? @new) =>
        old == @new ? null : new TextDiff(tag, old, @new, old is null || @new is null ? [] : WordChange.Compare(old, @new));

    private static ValueDiff? Value(string? old, string? @new) => old is null || @new is null || old == @new ? null : new ValueDiff(old, @new);

    private static string? Join(ImmutableArray<string>? ids) => ids is { } known ? string.Join(", ", known) : null;
}
