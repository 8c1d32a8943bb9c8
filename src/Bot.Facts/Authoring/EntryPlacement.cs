using Bot.Facts.Model;
using Bot.Facts.Parsing;
using Bot.Facts.Schema;
using Bot.Facts.Spelling;
using Bot.Facts.Yaml;

namespace Bot.Facts.Authoring;

/// <summary>Finds the file for something new, and writes it there.</summary>
/// <param name="draft">The base's files.</param>
/// <param name="texts">Their texts, by path.</param>
/// <param name="values">What the curator gave.</param>
internal sealed class EntryPlacement(ParsedBase draft, IReadOnlyDictionary<string, string> texts, EntryValues values)
{
    // Folders that have another meaning than a chapter.
    private static readonly string[] s_reserved = ["names", "sources", "out-of-scope", "releases", "schema"];

    private readonly List<FileEdit> _edits = [];
    private readonly List<string> _problems = [];

    /// <summary>What is wrong with the given values; nothing is to be written if there is any.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The edits that add an entry.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="id">Its id.</param>
    public IReadOnlyList<FileEdit> Place(EntryKind kind, string id)
    {
        switch (kind)
        {
            case EntryKind.Chapter:
                PlaceChapter(id);
                break;
            case EntryKind.Event:
                PlaceEvent(id);
                break;
            case EntryKind.Fact:
                PlaceFact(id);
                break;
            case EntryKind.Party:
                var parties = values.Value("kind") switch { "person" => "people", "place" => "places", _ => "organisations" };
                PlaceInList($"names/{parties}.yaml", "parties", FileSchemas.Parties, Lines(EntryKind.Party, id));
                Raise("base.yaml", ("parties", draft.ObjectsOf(FileSchemas.Party).Count + 1));
                break;
            case EntryKind.Source:
                PlaceSource(id);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of entry.");
        }

        return _edits;
    }

    /// <summary>Whether an id of a kind of entry is taken.</summary>
    public bool IsTaken(EntryKind kind, string id) => kind switch
    {
        EntryKind.Chapter => s_reserved.Contains(id) || texts.Keys.Any(p => p.StartsWith(id + "/", StringComparison.Ordinal)),
        EntryKind.Event => draft.Ids(IdKind.Event).Contains(id),
        EntryKind.Fact => draft.Ids(IdKind.Fact).Contains(id),
        EntryKind.Party => draft.Ids(IdKind.Party).Contains(id),
        EntryKind.Source => draft.Ids(IdKind.Source).Contains(id),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of entry."),
    };

    private void PlaceChapter(string id) =>
        Create($"{id}/chapter.yaml", FileSchemas.ChapterFile, Lines(EntryFields.Of(EntryKind.Chapter).Where(f => f.Name != EntryFields.Id), id));

    private void PlaceEvent(string id)
    {
        var chapter = values.Value(EntryFields.Chapter) ?? "";
        var chapters = draft.Files.Where(f => f.Schema == FileSchemas.ChapterFile).Select(f => f.Folder).ToList();
        if (!chapters.Contains(chapter))
        {
            _problems.Add(Unknown(EntryFields.Chapter, chapter, chapters));
            return;
        }

        var fact = values.Value(EntryFields.FirstFact) ?? IdProposal.Unique(
            values.Texts("questions", values.MainLanguage).Select(q => IdProposal.Propose(q, _ => false)).FirstOrDefault() ?? id,
            taken => IsTaken(EntryKind.Fact, taken));
        if (EventHints.MeetingProblem(values) is { } problem)
        {
            _problems.Add(problem);
            return;
        }

        var ofEvent = FileSchemas.Event.Keys.Select(k => k.Name).ToList();
        var fields = EntryFields.Of(EntryKind.Event);
        Create($"{chapter}/{id}.yaml", FileSchemas.EventFile,
        [
            "event:",
            .. EntryWriter.Indent([.. Lines(fields.Where(f => ofEvent.Contains(f.Name)), id), .. EventHints.Lines(values, fact)], 2),
            "facts:",
            .. EntryWriter.Indent(FactLines(fact, values.Value("when") ?? ""), 2, isItem: true),
        ]);
        Raise($"{chapter}/chapter.yaml", ("events", Count(FileSchemas.Event, chapter) + 1), ("facts", Count(FileSchemas.Fact, chapter) + 1));
    }

    private void PlaceFact(string id)
    {
        var named = values.Value(EntryFields.Event) ?? "";
        var file = draft.Files.FirstOrDefault(f => f.Schema == FileSchemas.EventFile && f.Root is YamlMapping root && (root["event"] as YamlMapping)?.Text("id") == named);
        if (file is null)
        {
            _problems.Add(Unknown(EntryFields.Event, named, draft.Ids(IdKind.Event)));
            return;
        }

        var when = values.Value("when") ?? (((YamlMapping)file.Root)["event"] as YamlMapping)!.Text("when") ?? "";
        Append(file, "facts", FactLines(id, when));
        var chapter = file.Folder;
        Raise($"{chapter}/chapter.yaml", ("facts", Count(FileSchemas.Fact, chapter) + 1));
    }

    private void PlaceSource(string id)
    {
        var kind = EntryFields.Of(EntryKind.Source).Where(f => f.Name == "kind").Select(values.Value).First()!;
        var (path, problem) = new SourceFiles(draft).Find(values.Value(EntryFields.File), kind);
        if (path is null)
        {
            _problems.Add(problem!);
            return;
        }

        PlaceInList(path, "sources", FileSchemas.Sources, Lines(EntryFields.Of(EntryKind.Source).Where(f => f.Name != EntryFields.File), id));
        if (EnumWords.Find<SourceKind>(kind) is SourceKind.Reference or SourceKind.Evidence)
        {
            Raise("base.yaml", (kind == SourceKind.Reference.ToWord() ? "references" : "evidence", draft.ObjectsOf(FileSchemas.Source).Count(s => s.Text("kind") == kind) + 1));
        }
    }

    private List<string> FactLines(string id, string when)
    {
        var fields = EntryFields.Of(EntryKind.Fact).Where(f => f.Name != EntryFields.Event).Select(f => f.Name == "when" ? f with { Default = when } : f);
        return EntryWriter.Lines(id, fields, values);
    }

    private List<string> Lines(EntryKind kind, string id) => Lines(EntryFields.Of(kind), id);

    private List<string> Lines(IEnumerable<EntryField> fields, string id) => EntryWriter.Lines(id, fields, values);

    private void PlaceInList(string path, string key, ObjectSchema schema, List<string> item)
    {
        if (draft.Files.FirstOrDefault(f => f.Path == path) is { } file)
        {
            Append(file, key, item);
        }
        else
        {
            Create(path, schema, [key + ":", .. EntryWriter.Indent(item, 2, isItem: true)]);
        }
    }

    private void Append(ParsedFile file, string key, List<string> item)
    {
        if ((file.Root as YamlMapping)?[key] is YamlSequence list && BlockList.Append(texts[file.Path], list, item) is { } text)
        {
            _edits.Add(new FileEdit(file.Path, text, IsNew: false, $"{item.Count} lines added"));
        }
        else
        {
            _problems.Add($"{file.Path}: nothing can be added under '{key}'; write each of its items on lines of its own, after '- '");
        }
    }

    private void Create(string path, ObjectSchema schema, List<string> lines)
    {
        if (texts.ContainsKey(path))
        {
            _problems.Add($"{path} exists already; choose another id");
            return;
        }

        var header = $"# yaml-language-server: $schema=../schema/{FileSchemas.Files.First(f => f.Shape == schema).Schema}.schema.json";
        _edits.Add(new FileEdit(path, string.Concat(lines.Prepend(header).Select(l => l + "\n")), IsNew: true, $"{lines.Count + 1} lines written"));
    }

    private void Raise(string path, params (string Key, int Count)[] totals)
    {
        if (draft.Files.FirstOrDefault(f => f.Path == path) is { } file && Bounds.Raise(file, texts[path], totals) is { } edit)
        {
            _edits.Add(edit);
        }
    }

    private int Count(ObjectSchema schema, string chapter) => draft.ObjectsOf(schema).Count(o => o.Location.File.StartsWith(chapter + "/", StringComparison.Ordinal));

    private static string Unknown(string field, string value, IEnumerable<string> known)
    {
        var ids = known.ToList();
        return ClosestMatch.Find(value, ids) is { } closest
            ? $"there is no {field} '{value}'; did you mean '{closest}'?"
            : $"there is no {field} '{value}'; use one of: {string.Join(", ", ids)}, or add it with facts new {field}";
    }
}
