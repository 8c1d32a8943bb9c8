using System.Collections.Immutable;
using Bot.Facts.Model;
using Bot.Facts.Schema;
using Bot.Facts.Yaml;

namespace Bot.Facts.Parsing;

/// <summary>Makes the base from a draft that has passed every check.</summary>
internal sealed class FactBaseBuilder
{
    private readonly Draft _draft;
    private readonly RegionalForms _forms;
    private readonly Dictionary<string, Source> _sources;
    private readonly Dictionary<string, Party> _parties;
    private readonly Dictionary<string, Topic> _topics;

    private FactBaseBuilder(Draft draft)
    {
        _draft = draft;
        _forms = new RegionalForms(draft.Of(Shapes.Party));
        _sources = draft.Of(Shapes.Source).Select(Source).ToDictionary(s => s.Id);
        _parties = draft.Of(Shapes.Party).Select(Party).ToDictionary(p => p.Id);
        _topics = draft.Of(Shapes.Topic).Select(Topic).ToDictionary(t => t.Id);
    }

    public static FactBase Build(Draft draft, string version)
    {
        var builder = new FactBaseBuilder(draft);
        return new FactBase(
            version,
            Day(draft.Of(Shapes.BaseFile)[0], "as-of")!.Value,
            Texts(draft.Of(Shapes.BaseFile)[0], "never-aliases"),
            [.. draft.Files.Where(f => f.Shape == Shapes.ChapterFile).Select(builder.Chapter).Order(Comparer<Chapter>.Create((a, b) => a.Span.CompareTo(b.Span)))],
            [.. builder._parties.Values],
            [.. builder._topics.Values],
            [.. builder._sources.Values.Order(Comparer<Source>.Create(ByFootnote))],
            [.. draft.Of(Shapes.Matter).Select(builder.Matter)]);
    }

    private Chapter Chapter(DraftFile file)
    {
        var chapter = (MapNode)file.Root;
        var id = file.Path[..file.Path.IndexOf('/')];
        var events = _draft.Files
            .Where(f => f.Shape == Shapes.EventFile && f.Path.StartsWith(id + "/", StringComparison.Ordinal))
            .Select(f => Event((MapNode)f.Root, id))
            .Order(Comparer<Event>.Create((a, b) => a.When.CompareTo(b.When)));
        return new Chapter(id, Local(chapter, "title"), Date(chapter, "span"), [.. events]);
    }

    private Event Event(MapNode file, string chapter)
    {
        var node = (MapNode)file["event"]!;
        var id = node.Text("id")!;
        return new Event(id, chapter, Date(node, "when"), Local(node, "title"), [.. file.Maps("facts").Select(f => Fact(f, id))]);
    }

    private Fact Fact(MapNode fact, string @event)
    {
        var questions = (MapNode)fact["questions"]!;
        return new Fact
        {
            Id = fact.Text("id")!,
            Event = @event,
            Statements = Texts(fact, "statements"),
            Kind = Enum.Parse<FactKind>(fact.Text("kind")!, ignoreCase: true),
            When = Date(fact, "when"),
            By = [.. fact.Scalars("by").Select(p => _parties[p.Text])],
            About = [.. fact.Scalars("about").Select(p => _parties[p.Text])],
            Topics = [.. fact.Scalars("topics").Select(t => _topics[t.Text])],
            Cites = [.. fact.Scalars("cites").Select(s => _sources[s.Text])],
            Evidence = [.. fact.Scalars("evidence").Select(s => _sources[s.Text])],
            Status = Shapes.ParseStatus(fact.Text("status")!),
            Text = Local(fact, "text"),
            Note = Local(fact, "note"),
            Question = _forms.Text(tag => questions.Scalars(tag).First().Text),
            Questions = Questions(questions),
        };
    }

    private OutOfScopeMatter Matter(MapNode matter) => new(
        matter.Text("id")!,
        [.. matter.Scalars("topics").Select(t => _topics[t.Text])],
        Questions((MapNode)matter["questions"]!));

    private Source Source(MapNode source) => new()
    {
        Id = source.Text("id")!,
        Kind = Enum.Parse<SourceKind>(source.Text("kind")!, ignoreCase: true),
        Footnote = source.Text("footnote") is { } footnote ? int.Parse(footnote) : null,
        Title = source.Text("title"),
        Publisher = source.Text("publisher"),
        Author = source.Text("author"),
        Agency = source.Text("agency"),
        Published = Day(source, "published"),
        Accessed = Day(source, "accessed"),
        Archived = Day(source, "archived"),
        Language = source.Text("language")!,
        Address = source.Text("address"),
        Copies = Texts(source, "copies"),
        Defects = [.. source.Maps("defects").Select(_forms.Text)],
    };

    private Party Party(MapNode party) => new()
    {
        Id = party.Text("id")!,
        Kind = Enum.Parse<PartyKind>(party.Text("kind")!, ignoreCase: true),
        Side = party.Text("side"),
        Country = party.Text("country"),
        Name = RegionalForms.Name(party, "name"),
        Short = RegionalForms.Name(party, "short"),
        Spellings = [.. PartySpellings.Of(party).Select(s => s.Text).Distinct(StringComparer.OrdinalIgnoreCase)],
        Exceptions = Texts(party, "except"),
        Roles = [.. party.Maps("roles").Select(Role).Order(Comparer<Role>.Create((a, b) => Nullable.Compare(a.From, b.From)))],
    };

    private Role Role(MapNode role) => new(
        Local(role, "title"),
        Day(role, "from"),
        Day(role, "until"),
        [.. role.Scalars("sources").Select(s => _sources[s.Text])]);

    private Topic Topic(MapNode topic) => new(
        topic.Text("id")!,
        topic.Text("positions") == "true",
        Local(topic, "name"),
        [.. Languages.Tags.SelectMany(tag => Texts((MapNode)topic["words"]!, tag)).Distinct(StringComparer.OrdinalIgnoreCase)]);

    private LocalText Local(MapNode map, string key) => _forms.Text((MapNode)map[key]!);

    private static ImmutableArray<ImmutableArray<string>> Questions(MapNode questions) => [.. Languages.Tags.Select(tag => Texts(questions, tag))];

    private static ImmutableArray<string> Texts(MapNode map, string key) => [.. map.Scalars(key).Select(s => s.Text)];

    // The article, then its references by number, then the evidence as the files have it.
    private static int ByFootnote(Source a, Source b) =>
        a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : (a.Footnote ?? 0).CompareTo(b.Footnote ?? 0);

    private static When Date(MapNode map, string key) =>
        When.TryParse(map.Text(key)!, out var when) ? when : throw new InvalidOperationException($"The draft was not checked: {map.Text(key)}.");

    private static DateOnly? Day(MapNode map, string key) =>
        map.Text(key) is { } text && When.TryDay(text, out var day) ? day : null;
}
