using System.Collections.Immutable;
using System.Text;
using Bot.Facts.Authoring;
using Bot.Facts.Parsing;
using Bot.Facts.Proofreading;
using Bot.Facts.Rules;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts;

/// <summary>Something new for a base, composed but not written yet.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Edits">The files that it changes.</param>
/// <param name="Stubs">The texts that are still to be written, by place.</param>
/// <param name="Problems">Why it cannot be written: <c>facts check</c> would refuse it for more than its stubs.</param>
/// <param name="Warnings">What a curator should look at.</param>
public sealed record NewEntry(string Id, ImmutableArray<FileEdit> Edits, ImmutableArray<FileLocation> Stubs, ImmutableArray<string> Problems, ImmutableArray<string> Warnings);

/// <summary>Adds to the files of a base. What it writes passes every check, except that stubs are still to be written, that no fact uses a new source and that a new chapter has no event yet.</summary>
public sealed class FactBaseEditor
{
    private readonly string _folder;
    private readonly IReadOnlyDictionary<string, string> _texts;
    private readonly ParsedBase _draft;

    /// <summary>Reads the files of a base, which may have problems.</summary>
    /// <param name="folder">The base's folder.</param>
    public FactBaseEditor(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _folder = folder;
        (_texts, var problems) = FactBaseLoader.ReadTexts(folder);
        Problems = problems;
        _draft = FactBaseLoader.Draft(Read(_texts));
    }

    /// <summary>The files and folders that cannot be read.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>The tags of the languages of the base.</summary>
    public IReadOnlyList<string> Languages => _draft.Languages;

    /// <summary>The id that an entry would get: an event from its day and place, a fact like those of its event, the others from a title or a name; null when nothing of it has a word of Latin letters.</summary>
    /// <param name="kind">The kind of entry.</param>
    /// <param name="values">The values that were given, by the name of the field.</param>
    public string? ProposeId(EntryKind kind, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        var given = new EntryValues(values, Languages);
        var placement = new EntryPlacement(_draft, _texts, given);
        return new EntryIds(_draft, given, id => placement.IsTaken(kind, id)).Propose(kind);
    }

    /// <summary>The file below <c>sources/</c> that a source would be written into; null when the curator must choose, or for another kind of entry.</summary>
    /// <param name="kind">The kind of entry.</param>
    /// <param name="values">The values that were given, by the name of the field.</param>
    public string? ProposeFile(EntryKind kind, IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        kind == EntryKind.Source && EntryFields.Of(kind).Where(f => f.Name == "kind").Select(new EntryValues(values, Languages).Value).First() is { } source ? new SourceFiles(_draft).Propose(source) : null;

    /// <summary>Composes an entry and checks the base with it.</summary>
    /// <param name="kind">The kind of entry.</param>
    /// <param name="values">The values that were given, by the name of the field.</param>
    public NewEntry Compose(EntryKind kind, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var given = new EntryValues(values, Languages);
        var id = given.Value(EntryFields.Id) ?? ProposeId(kind, values);
        var missing = EntryFields.Of(kind).Where(f => f is { IsRequired: true, IsLocalized: false } && (f.Name == EntryFields.Id ? id is null : given.Value(f) is null && given.List(f).IsEmpty)).ToList();
        var unwritable = values.Where(v => v.Value.Any(t => !YamlText.IsOneLine(t))).Select(v => $"'{v.Key}' has a line break or a control character; write it on one line");
        ImmutableArray<string> problems = [.. missing.Select(f => $"--{f.Name} is missing: {f.Description}"), .. unwritable, .. EntryFields.Of(kind).SelectMany(given.MisplacedTags)];
        if (problems.IsEmpty && !FileSchemas.IsValidId(id!))
        {
            problems = [$"'{id}' is not an id; use at most 48 lower-case letters and digits, in words joined by single hyphens"];
        }

        var placement = new EntryPlacement(_draft, _texts, given);
        if (problems.IsEmpty && placement.IsTaken(kind, id!))
        {
            problems = [$"the id '{id}' is taken; choose another"];
        }

        if (!problems.IsEmpty)
        {
            return new NewEntry(id ?? "", [], [], problems, []);
        }

        var edits = placement.Place(kind, id!);
        return placement.Problems.Count > 0
            ? new NewEntry(id!, [], [], [.. placement.Problems], [])
            : Check(id!, [.. edits]);
    }

    /// <summary>Writes an entry. A file that exists is only added to.</summary>
    /// <param name="entry">An entry without problems.</param>
    /// <exception cref="IOException">A file cannot be written, a new one exists by now, or another has changed since it was read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public void Write(NewEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var now = FactBaseLoader.ReadTexts(_folder).Texts;
        if (entry.Edits.FirstOrDefault(e => !e.IsNew && now.GetValueOrDefault(e.Path) != _texts[e.Path]) is { } changed)
        {
            throw new IOException($"{changed.Path} has changed since it was read; run the command again");
        }

        foreach (var edit in entry.Edits)
        {
            var path = Path.Combine(_folder, edit.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = new StreamWriter(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), new FileStreamOptions { Mode = edit.IsNew ? FileMode.CreateNew : FileMode.Create, Access = FileAccess.Write });
            file.Write(edit.Text);
        }
    }

    private NewEntry Check(string id, ImmutableArray<FileEdit> edits)
    {
        var texts = _texts.ToDictionary();
        foreach (var edit in edits)
        {
            texts[edit.Path] = edit.Text;
        }

        var before = AllProblems(_texts).Select(Key).ToHashSet();
        var added = AllProblems(texts).Where(p => !before.Contains(Key(p))).ToList();
        var stubs = added.Where(p => p.Rule == Name(new Stubs())).Select(p => p.Location);
        var unfinished = added.Where(p => p.Rule == Name(new UnusedSources()) || p.Rule == Name(new EmptyChapters())).ToList();
        var errors = added.Where(p => p.Severity == Severity.Error && p.Rule != Name(new Stubs())).Except(unfinished);
        return new NewEntry(id, edits, [.. stubs], [.. errors.Select(Text).Distinct()], [.. added.Where(p => p.Severity == Severity.Warning).Concat(unfinished).Select(Text).Distinct()]);
    }

    // Lines move, so a problem is known by the rest. Stubs are all alike except for their place.
    private static string Key(Problem problem) => problem.Rule == Name(new Stubs()) ? problem.ToString() : $"{problem.Location.File} {problem.Message}";

    private static string Text(Problem problem) => $"{problem.Message}; {problem.Fix}";

    private static string Name(IRule rule) => rule.Name;

    private static List<Problem> AllProblems(IReadOnlyDictionary<string, string> texts)
    {
        var readings = Read(texts);
        return RuleSet.Check(FactBaseLoader.Draft(readings), [.. readings.SelectMany(r => r.Problems)], proofreads: true);
    }

    private static List<FileReading> Read(IReadOnlyDictionary<string, string> texts) =>
        [.. texts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => FactBaseLoader.Parse(t.Key, t.Value))];
}
