using System.Collections.Immutable;
using Bot.Facts.Parsing;
using Bot.Facts.Proofreading;
using Bot.Facts.Succession;
using Bot.Facts.Yaml;

namespace Bot.Facts.Rules;

/// <summary>Checks a draft against all rules.</summary>
internal static class RuleSet
{
    // Each looks at one value at a time, so these rules can run even when other files cannot be read.
    private static readonly ImmutableArray<IRule> s_localRules =
    [
        new UnknownKeys(),
        new DuplicateKeys(),
        new MissingKeys(),
        new MissingTranslations(),
        new InvalidValues(),
        new InvalidDates(),
        new UnsourcedFacts(),
        new UnattributedClaims(),
        new AmbiguousEvidence(),
        new UnexplainedCorrections(),
    ];

    private static readonly ImmutableArray<IRule> s_wholeBaseRules =
    [
        new DuplicateIds(),
        new DanglingReferences(),
        new MisplacedSources(),
        new CircularSuccession(),
        new OutdatedOverview(),
        new UnusedSources(),
        new UncoveredStatements(),
        new AmbiguousAliases(),
        new ForbiddenAliases(),
        new CountsOutOfRange(),
        new DatesOutsideSpan(),
        new InconsistentMeetings(),
        new ThresholdsOutOfOrder(),
        new UnknownAllowances(),
        new InconsistentReleases(),
    ];

    // Only facts check runs these: they look at how texts are written, and would make the bot start later.
    private static readonly ImmutableArray<IRule> s_proofreading =
    [
        new DifferingDay(),
        new DifferingNumbers(),
        new EmptyChapters(),
        new ForeignLetters(),
        new HiddenCharacters(),
        new MisplacedQuestions(),
        new MisspeltNames(),
        new MixedAlphabets(),
        new OddAddresses(),
        new QuotationMarks(),
        new RepeatedQuestions(),
        new SimilarQuestions(),
        new Stubs(),
        new SwallowedNames(),
        new UncheckedOverview(),
        new UnlistedSpellings(),
        new WrongHanForms(),
    ];

    /// <summary>The rules that a base must obey to be served.</summary>
    public static ImmutableArray<IRule> Rules { get; } = [.. s_localRules, .. s_wholeBaseRules];

    /// <summary>All rules, including those of proofreading. A new rule only needs to be added to one of the three lists.</summary>
    public static ImmutableArray<IRule> AllRules { get; } = [.. Rules, .. s_proofreading];

    /// <summary>All problems of a draft, including those found while reading it, in the order of files and lines.</summary>
    /// <param name="draft">The files that could be read.</param>
    /// <param name="readProblems">The problems found while reading. If there are any, the rules that need the whole base are skipped.</param>
    /// <param name="proofreads">Whether to look at how the texts are written, too.</param>
    public static List<Problem> Check(ParsedBase draft, IReadOnlyCollection<Problem> readProblems, bool proofreads = false)
    {
        var rules = readProblems.Count > 0 ? s_localRules : proofreads ? AllRules : Rules;
        var found = new List<Problem>[rules.Length];
        ParallelWork.Share(rules.Length, i => found[i] = [.. rules[i].Check(draft).Select(p => p with { Rule = rules[i].Name, Severity = rules[i].Severity })]);
        var allowances = new Allowances(draft);
        List<Problem> problems = [.. found.SelectMany(p => p).Where(p => !allowances.Allow(p)), .. readProblems];
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
