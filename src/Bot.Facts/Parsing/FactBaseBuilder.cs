using System.Collections.Immutable;
using Bot.Facts.Model;
using Bot.Facts.Releases;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Parsing;

/// <summary>Builds the base from a draft that has passed every check.</summary>
internal sealed class FactBaseBuilder
{
    private readonly ParsedBase _draft;
    private readonly RegionalTexts _texts;
    private readonly DateOnly _asOf;
    private readonly Dictionary<string, Source> _sources;
    private readonly Dictionary<string, Party> _parties;
    private readonly Dictionary<string, Topic> _topics;

    private FactBaseBuilder(ParsedBase draft)
    {
        _draft = draft;
        _texts = new RegionalTexts(draft.Languages[0], draft.ObjectsOf(FileSchemas.Party), draft.ObjectsOf(FileSchemas.RegionalWord));
        _asOf = Day(draft.ObjectsOf(FileSchemas.BaseFile)[0], "as-of")!.Value;
        _sources = draft.ObjectsOf(FileSchemas.Source).Select(Source).ToDictionary(s => s.Id);
        _parties = draft.ObjectsOf(FileSchemas.Party).Select(Party).ToDictionary(p => p.Id);
        _topics = draft.ObjectsOf(FileSchemas.Topic).Select(Topic).ToDictionary(t => t.Id);
    }

    public static FactBase Build(ParsedBase draft, string version, string releasesVersion)
    {
        var builder = new FactBaseBuilder(draft);
        var events = builder.Events().ToLookup(e => e.Chapter);
        ImmutableArray<Chapter> chapters =
        [
            .. draft.Files.Where(f => f.Schema == FileSchemas.ChapterFile).Select(f => builder.Chapter(f, events[f.Folder]))
                .Order(Comparer<Chapter>.Create((a, b) => a.Span.CompareTo(b.Span))),
        ];
        return new FactBase(
            version,
            builder._asOf,
            Texts(draft.ObjectsOf(FileSchemas.BaseFile)[0], "forbidden-aliases"),
            chapters,
            [.. builder._parties.Values],
            [.. builder._topics.Values],
            [.. builder._sources.Values.Order(Comparer<Source>.Create(ByFootnote))],
            [.. draft.ObjectsOf(FileSchemas.OutOfScopeSubject).Select(builder.OutOfScopeSubject)],
            Thresholds(draft.ObjectsOf(FileSchemas.BaseFile)[0]),
            draft.ObjectsOf(FileSchemas.BaseFile)[0].Text("main-event"),
            [.. draft.Languages.Select(tag => Locales.FromTag(tag).ToLanguage())],
            new BaseProfileBuilder(draft.ObjectsOf(FileSchemas.BaseFile)[0], builder._texts, builder._parties, [.. chapters.SelectMany(c => c.Events).SelectMany(e => e.Facts)]).Build())
        {
            Releases =
            [
                .. draft.Files.Where(f => f.Schema == ReleaseSchemas.File)
                    .Select(f => ReleaseReader.Read(f.Path, (YamlMapping)f.Root, builder._texts.Text))
                    .OrderBy(r => r.Name),
            ],
            ReleasesVersion = releasesVersion,
        };
    }

    // Most of a base is in its events, each of which can be built alone.
    private Event[] Events()
    {
        var files = _draft.Files.Where(f => f.Schema == FileSchemas.EventFile).ToList();
        var events = new Event[files.Count];
        ParallelWork.Share(events.Length, i => events[i] = Event((YamlMapping)files[i].Root, files[i].Folder));
        return events;
    }

    private Chapter Chapter(ParsedFile file, IEnumerable<Event> all)
    {
        var chapter = (YamlMapping)file.Root;
        ImmutableArray<Event> events = [.. all.Order(Comparer<Event>.Create((a, b) => a.Date.CompareTo(b.Date)))];
        return new Chapter(file.Folder, Local(chapter, "title"), chapter["span"] is null ? Span(events) : Date(chapter, "span"), events, chapter.Text("main-event"));
    }

    private static FactDate Span(ImmutableArray<Event> events) => events is []
        ? FactDate.Range(DateOnly.MinValue, DateOnly.MaxValue)
        : FactDate.Range(events.Min(e => e.Date.SortDay), events.Max(e => e.Date.Precision == DatePrecision.From ? e.Date.First : e.Date.Last));

    private Event Event(YamlMapping file, string chapter)
    {
        var node = (YamlMapping)file["event"]!;
        var id = node.Text("id")!;
        ImmutableArray<Fact> facts = [.. file.Maps("facts").Select(f => Fact(f, id))];
        return new Event(id, chapter, Date(node, "when"), Local(node, "title"), facts, Overview(node))
        {
            Meetings = [.. node.Maps("meetings").Select(m => Meeting(m, file, facts))],
        };
    }

    private Meeting Meeting(YamlMapping meeting, YamlMapping file, ImmutableArray<Fact> facts)
    {
        var fact = MeetingNodes.FactOf(meeting, file)!.Text("id");
        return new Meeting(
            EnumWords.Parse<MeetingForm>(meeting.Text("form")),
            Parties(meeting, "between"),
            Date(meeting["when"] is null ? (YamlMapping)file["event"]! : meeting, "when"),
            Parties(meeting, "place"),
            facts.Single(f => f.Id == fact));
    }

    private Fact Fact(YamlMapping fact, string @event)
    {
        var questions = (YamlMapping)fact["questions"]!;
        return new Fact
        {
            Id = fact.Text("id")!,
            Event = @event,
            Statements = Texts(fact, "statements"),
            Kind = EnumWords.Parse<FactKind>(fact.Text("kind")),
            Date = Date(fact, "when"),
            By = Parties(fact, "by"),
            About = Parties(fact, "about"),
            Topics = [.. fact.Scalars("topics").Select(t => _topics[t.Text])],
            Cites = [.. fact.Scalars("cites").Select(s => _sources[s.Text])],
            Evidence = [.. EvidenceNodes.Of(fact).Select(e => new Evidence(_sources[e.Page.Text], e.Role))],
            Checked = Day(fact, "checked") ?? _asOf,
            Status = EnumWords.Parse<VerificationStatus>(fact.Text("status")),
            Text = Local(fact, "text"),
            Supersedes = Texts(fact, "supersedes"),
            See = Texts(fact, "see"),
            Note = _texts.TextOrNull(fact, "note"),
            Question = _texts.Text(tag => questions.Scalars(tag).FirstOrDefault()?.Text),
            Questions = Questions(questions),
        };
    }

    private static Dictionary<OverviewKind, ImmutableArray<string>> Overview(YamlMapping node)
    {
        var overview = new Dictionary<OverviewKind, ImmutableArray<string>>();
        if (node["overview"] is YamlMapping kinds)
        {
            foreach (var (key, _) in kinds.Entries)
            {
                overview[EnumWords.Parse<OverviewKind>(key.Text)] = Texts(kinds, key.Text);
            }
        }

        return overview;
    }

    private OutOfScopeSubject OutOfScopeSubject(YamlMapping subject) => new(
        subject.Text("id")!,
        [.. subject.Scalars("topics").Select(t => _topics[t.Text])],
        Questions((YamlMapping)subject["questions"]!));

    private Source Source(YamlMapping source) => new()
    {
        Id = source.Text("id")!,
        Kind = EnumWords.Parse<SourceKind>(source.Text("kind")),
        Footnote = source.Text("footnote") is { } footnote ? int.Parse(footnote) : null,
        Title = source.Text("title"),
        Publisher = source.Text("publisher"),
        Author = source.Text("author"),
        Agency = source.Text("agency"),
        Published = Day(source, "published"),
        Accessed = Day(source, "accessed"),
        Archived = Day(source, "archived"),
        Language = source.Text("language")!,
        Url = source.Text("address"),
        Copies = Texts(source, "copies"),
        Defects = [.. source.Maps("defects").Select(_texts.Text)],
        Called = _texts.TextOrNull(source, "called"),
        Licence = _texts.TextOrNull(source, "licence"),
    };

    private Party Party(YamlMapping party) => new()
    {
        Id = party.Text("id")!,
        Kind = EnumWords.Parse<PartyKind>(party.Text("kind")),
        Side = party.Text("side"),
        Country = party.Text("country"),
        Name = _texts.Name(party, "name"),
        ShortName = _texts.Name(party, "short"),
        Spellings = [.. PartySpellings.Of(party).Select(s => s.Text).Distinct(StringComparer.OrdinalIgnoreCase)],
        ExcludedPhrases = Texts(party, "except"),
        Roles = [.. party.Maps("roles").Select(Role).Order(Comparer<Role>.Create((a, b) => Nullable.Compare(a.From, b.From)))],
    };

    private Role Role(YamlMapping role) => new(
        Local(role, "title"),
        [.. role["words"] is YamlMapping words ? _draft.Languages.SelectMany(tag => Texts(words, tag)).Distinct(StringComparer.OrdinalIgnoreCase) : []],
        Day(role, "from"),
        Day(role, "until"),
        [.. role.Scalars("sources").Select(s => _sources[s.Text])]);

    private Topic Topic(YamlMapping topic) => new(
        topic.Text("id")!,
        topic.Text("positions") == "true",
        Local(topic, "name"),
        [.. _draft.Languages.SelectMany(tag => Texts((YamlMapping)topic["words"]!, tag)).Distinct(StringComparer.OrdinalIgnoreCase)]);

    private static AnswerThresholds Thresholds(YamlMapping file)
    {
        var (set, defaults) = (file["thresholds"] as YamlMapping, AnswerThresholds.Default);
        return new AnswerThresholds(Share(set, "answered") ?? defaults.Answered, Share(set, "closest") ?? defaults.Closest);
    }

    private static float? Share(YamlMapping? map, string key) =>
        map?.Text(key) is { } text && FileSchemas.TryParseShare(text, out var share) ? share : null;

    private ImmutableArray<Party> Parties(YamlMapping map, string key) => [.. map.Scalars(key).Select(p => _parties[p.Text])];

    private LocalizedText Local(YamlMapping map, string key) => _texts.Text((YamlMapping)map[key]!);

    private static ImmutableArray<ImmutableArray<string>> Questions(YamlMapping questions) => [.. Languages.Tags.Select(tag => Texts(questions, tag))];

    private static ImmutableArray<string> Texts(YamlMapping map, string key) => [.. map.Scalars(key).Select(s => s.Text)];

    // The article, then its references by number, then the evidence in the order of the files.
    private static int ByFootnote(Source a, Source b) =>
        a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : (a.Footnote ?? 0).CompareTo(b.Footnote ?? 0);

    private static FactDate Date(YamlMapping map, string key) =>
        FactDate.TryParse(map.Text(key)!, out var when) ? when : throw new InvalidOperationException($"The draft was not checked: {map.Text(key)}.");

    private static DateOnly? Day(YamlMapping map, string key) =>
        map.Text(key) is { } text && FactDate.TryParseDay(text, out var day) ? day : null;
}
