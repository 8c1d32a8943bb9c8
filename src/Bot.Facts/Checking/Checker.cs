using System.Collections.Immutable;
using Bot.Facts.Reading;

namespace Bot.Facts.Checking;

/// <summary>Checks a draft against all rules.</summary>
internal static class Checker
{
    /// <summary>The rules: adding one here is all that it needs.</summary>
    public static ImmutableArray<IRule> Rules { get; } =
    [
        new UnknownKeys(),
        new DuplicateKeys(),
        new MissingKeys(),
        new MissingLanguages(),
        new WrongShapes(),
        new BadDates(),
        new DuplicateIds(),
        new DanglingIds(),
        new MisusedSources(),
        new UnusedSources(),
        new UnsourcedFacts(),
        new UnattributedClaims(),
        new UncoveredStatements(),
        new AmbiguousAliases(),
        new ForbiddenAliases(),
        new BrokenBounds(),
        new StrayDates(),
    ];

    /// <summary>All problems of a draft, in the order of files and lines.</summary>
    public static List<Problem> Check(Draft draft)
    {
        var found = new List<Problem>[Rules.Length];
        Cores.Share(Rules.Length, i => found[i] = [.. Rules[i].Check(draft)]);
        List<Problem> problems = [.. found.SelectMany(p => p)];
        problems.Sort(ByPlace);
        return problems;
    }

    private static int ByPlace(Problem a, Problem b)
    {
        var byFile = string.CompareOrdinal(a.Place.File, b.Place.File);
        var byLine = byFile != 0 ? byFile : a.Place.Line.CompareTo(b.Place.Line);
        return byLine != 0 ? byLine : a.Place.Column.CompareTo(b.Place.Column);
    }
}
