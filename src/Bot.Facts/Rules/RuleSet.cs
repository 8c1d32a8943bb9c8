using System.Collections.Immutable;
using Bot.Facts.Parsing;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>Checks a draft against all rules.</summary>
internal static class RuleSet
{
    // They look at one thing at a time, and so hold even where other files cannot be read.
    private static readonly ImmutableArray<IRule> s_ofEach =
    [
        new UnknownKeys(),
        new DuplicateKeys(),
        new MissingKeys(),
        new MissingTranslations(),
        new InvalidValues(),
        new InvalidDates(),
        new UnsourcedFacts(),
        new UnattributedClaims(),
    ];

    private static readonly ImmutableArray<IRule> s_ofAll =
    [
        new DuplicateIds(),
        new DanglingReferences(),
        new MisplacedSources(),
        new UnusedSources(),
        new UncoveredStatements(),
        new AmbiguousAliases(),
        new ForbiddenAliases(),
        new CountsOutOfRange(),
        new DatesOutsideSpan(),
    ];

    /// <summary>The rules: adding one to either list is all that it needs.</summary>
    public static ImmutableArray<IRule> Rules { get; } = [.. s_ofEach, .. s_ofAll];

    /// <summary>All problems of a draft and of its reading, in the order of files and lines.</summary>
    /// <param name="draft">The files that could be read.</param>
    /// <param name="reading">What could not: where there is any, the rules that need the whole base do not ask.</param>
    public static List<Problem> Check(ParsedBase draft, IReadOnlyCollection<Problem> reading)
    {
        var rules = reading.Count == 0 ? Rules : s_ofEach;
        var found = new List<Problem>[rules.Length];
        ParallelWork.Share(rules.Length, i => found[i] = [.. rules[i].Check(draft)]);
        List<Problem> problems = [.. found.SelectMany(p => p), .. reading];
        problems.Sort(ByLocation);
        return problems;
    }

    private static int ByLocation(Problem a, Problem b)
    {
        var byFile = string.CompareOrdinal(a.Location.File, b.Location.File);
        var byLine = byFile != 0 ? byFile : a.Location.Line.CompareTo(b.Location.Line);
        return byLine != 0 ? byLine : a.Location.Column.CompareTo(b.Location.Column);
    }
}
