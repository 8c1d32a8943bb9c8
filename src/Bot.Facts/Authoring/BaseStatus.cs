using System.Collections.Immutable;
using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Authoring;

/// <summary>How far the work on a base is. It is read from the files, so the base need not be valid.</summary>
/// <param name="Facts">The number of facts.</param>
/// <param name="Languages">What is missing in each language.</param>
/// <param name="Statuses">The number of facts by status.</param>
/// <param name="Ages">The number of facts by the time since they were checked.</param>
/// <param name="Sources">The number of sources by kind.</param>
/// <param name="Chapters">The number of events and facts of each chapter.</param>
public sealed record BaseStatus(
    int Facts,
    ImmutableArray<LanguageStatus> Languages,
    ImmutableArray<NamedCount> Statuses,
    ImmutableArray<NamedCount> Ages,
    ImmutableArray<NamedCount> Sources,
    ImmutableArray<ChapterStatus> Chapters)
{
    /// <summary>How many example questions a fact should have in each language at least.</summary>
    public const int MinExamples = 3;

    // The days since the check that separate the ages.
    private static readonly int[] s_ages = [30, 90, 365];

    /// <summary>Counts what the files hold.</summary>
    /// <param name="draft">The files.</param>
    /// <param name="today">The day from which ages are counted.</param>
    internal static BaseStatus Of(ParsedBase draft, DateOnly today)
    {
        var facts = draft.ObjectsOf(FileSchemas.Fact);
        return new BaseStatus(
            facts.Count,
            [.. draft.Languages.Select(tag => Language(draft, tag))],
            [.. EnumWords.All<VerificationStatus>().Select(word => new NamedCount(word, facts.Count(f => f.Text("status") == word)))],
            ByAge(draft, facts, today),
            [.. EnumWords.All<SourceKind>().Select(word => new NamedCount(word, draft.ObjectsOf(FileSchemas.Source).Count(s => s.Text("kind") == word)))],
            [.. draft.Files.Where(f => f.Schema == FileSchemas.ChapterFile).Select(f => Chapter(draft, f.Folder))]);
    }

    private static LanguageStatus Language(ParsedBase draft, string tag)
    {
        var texts = draft.Values.Where(v => v is { Node: YamlMapping, Schema: LocalizedSchema }).ToList();
        var facts = draft.ObjectsOf(FileSchemas.Fact).Select(f => (Id: f.Text("id") ?? "", Examples: Examples(f, tag))).ToList();
        var counts = facts.Select(f => f.Examples).Order().ToList();
        return new LanguageStatus(
            tag,
            [.. texts.Where(t => t.Schema is LocalizedSchema { IsComplete: true } && ((YamlMapping)t.Node)[tag] is null).Select(t => t.Node.Location)],
            [.. texts.SelectMany(t => Stubs(((YamlMapping)t.Node)[tag])).Select(s => s.Location)],
            [.. facts.Where(f => f.Examples < MinExamples).Select(f => f.Id)],
            counts.FirstOrDefault(),
            counts.Count == 0 ? 0 : (counts[(counts.Count - 1) / 2] + counts[counts.Count / 2]) / 2.0);
    }

    private static int Examples(YamlMapping fact, string tag) =>
        (fact["questions"] as YamlMapping)?.Scalars(tag).Count(q => !Proofreading.Stubs.IsStub(q.Text)) ?? 0;

    private static IEnumerable<YamlScalar> Stubs(YamlNode? node) => (node switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence list => list.Items.OfType<YamlScalar>(),
        _ => Enumerable.Empty<YamlScalar>(),
    }).Where(s => Proofreading.Stubs.IsStub(s.Text));

    private static ImmutableArray<NamedCount> ByAge(ParsedBase draft, IReadOnlyList<YamlMapping> facts, DateOnly today)
    {
        var asOf = draft.ObjectsOf(FileSchemas.BaseFile).Select(b => b.Text("as-of")).FirstOrDefault();
        var ages = facts.Select(f => FactDate.TryParseDay(f.Text("checked") ?? asOf ?? "", out var day) ? today.DayNumber - day.DayNumber : (int?)null).ToList();
        return
        [
            .. s_ages.Select((max, i) => new NamedCount($"{(i == 0 ? 0 : s_ages[i - 1] + 1)}-{max} days", ages.Count(a => a <= max && (i == 0 || a > s_ages[i - 1])))),
            new NamedCount($"over {s_ages[^1]} days", ages.Count(a => a > s_ages[^1])),
            .. ages.Contains(null) ? [new NamedCount("unknown", ages.Count(a => a is null))] : Array.Empty<NamedCount>(),
        ];
    }

    private static ChapterStatus Chapter(ParsedBase draft, string folder)
    {
        var events = draft.ObjectsOf(FileSchemas.Event).Where(IsIn).ToList();
        return new ChapterStatus(folder, events.Count, draft.ObjectsOf(FileSchemas.Fact).Count(IsIn), Without("meetings"), Without("overview"));

        bool IsIn(YamlMapping entry) => entry.Location.File.StartsWith(folder + '/', StringComparison.Ordinal);

        ImmutableArray<string> Without(string key) => [.. events.Where(e => e[key] is null).Select(e => e.Text("id") ?? "")];
    }
}

/// <summary>What is missing in one language.</summary>
/// <param name="Language">The language's tag.</param>
/// <param name="Missing">Where a text has no form in it.</param>
/// <param name="Stubs">Where a text is still to be written.</param>
/// <param name="FewExamples">The ids of the facts with fewer than <see cref="BaseStatus.MinExamples"/> example questions.</param>
/// <param name="MinExamples">The smallest number of example questions of a fact.</param>
/// <param name="MedianExamples">The median of that number.</param>
public sealed record LanguageStatus(string Language, ImmutableArray<FileLocation> Missing, ImmutableArray<FileLocation> Stubs, ImmutableArray<string> FewExamples, int MinExamples, double MedianExamples);

/// <summary>A number with what it counts.</summary>
/// <param name="Name">What it counts.</param>
/// <param name="Count">The number.</param>
public sealed record NamedCount(string Name, int Count);

/// <summary>The size of a chapter.</summary>
/// <param name="Chapter">The chapter's id.</param>
/// <param name="Events">The number of its events.</param>
/// <param name="Facts">The number of its facts.</param>
/// <param name="WithoutMeetings">The ids of the events that list no meeting. Many are about none.</param>
/// <param name="WithoutOverview">The ids of the events for which no facts answer questions about the event as a whole.</param>
public sealed record ChapterStatus(string Chapter, int Events, int Facts, ImmutableArray<string> WithoutMeetings, ImmutableArray<string> WithoutOverview);
