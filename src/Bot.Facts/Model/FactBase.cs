using System.Collections.Immutable;

namespace Bot.Facts.Model;

/// <summary>
/// The curated base: an immutable snapshot with its lookups. It has passed every check.
/// </summary>
public sealed class FactBase
{
    private readonly Dictionary<string, Fact> _facts;
    private readonly Dictionary<string, Event> _events;
    private readonly Dictionary<string, Party> _parties;
    private readonly Dictionary<string, Topic> _topics;
    private readonly Dictionary<string, Source> _sources;
    private readonly Dictionary<string, ImmutableArray<Fact>> _laterFacts = [];

    internal FactBase(
        string version,
        DateOnly asOf,
        ImmutableArray<string> forbiddenAliases,
        ImmutableArray<Chapter> chapters,
        ImmutableArray<Party> parties,
        ImmutableArray<Topic> topics,
        ImmutableArray<Source> sources,
        ImmutableArray<OutOfScopeSubject> outOfScope,
        AnswerThresholds thresholds,
        string? mainEvent,
        ImmutableArray<Language> languages,
        BaseProfile profile)
    {
        Version = version;
        AsOf = asOf;
        ForbiddenAliases = forbiddenAliases;
        Chapters = chapters;
        Parties = parties;
        Topics = topics;
        Sources = sources;
        Article = sources.Where(s => s.Kind == SourceKind.Article).ToList() is [var only] ? only : null;
        Span = FactDate.Range(chapters.Min(c => c.Span.First), chapters.Max(c => c.Span.Last));
        HasReferences = sources.Any(s => s.Kind == SourceKind.Reference);
        OutOfScope = outOfScope;
        Thresholds = thresholds;
        Languages = languages;
        Profile = profile;
        Events = [.. chapters.SelectMany(c => c.Events)];
        Facts = [.. Events.SelectMany(e => e.Facts)];
        _facts = Facts.ToDictionary(f => f.Id);
        _events = Events.ToDictionary(e => e.Id);
        MainEvent = mainEvent is null ? null : _events[mainEvent];
        _parties = parties.ToDictionary(p => p.Id);
        _topics = topics.ToDictionary(t => t.Id);
        _sources = sources.ToDictionary(s => s.Id);
        foreach (var later in Facts)
        {
            foreach (var earlier in later.Supersedes)
            {
                _laterFacts[earlier] = [.. _laterFacts.GetValueOrDefault(earlier, []), later];
            }
        }
    }

    /// <summary>Eight hexadecimal digits that change with what the files mean: not with comments, blanks, quotation marks, the order of keys, the names of files, or the releases.</summary>
    public string Version { get; }

    /// <summary>The releases, newest last.</summary>
    public ImmutableArray<Release> Releases { get; internal init; } = [];

    /// <summary>Like <see cref="Version"/>, but of the releases, which do not count there: a release changes no answer.</summary>
    public string ReleasesVersion { get; internal init; } = "";

    /// <summary>The day up to which the base was verified.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Spellings that must not be an alias of any party, such as the article's typing errors.</summary>
    public ImmutableArray<string> ForbiddenAliases { get; }

    /// <summary>The chapters, earliest first.</summary>
    public ImmutableArray<Chapter> Chapters { get; }

    /// <summary>The events of all chapters, earliest first within each.</summary>
    public ImmutableArray<Event> Events { get; }

    /// <summary>The facts of all events, in their order.</summary>
    public ImmutableArray<Fact> Facts { get; }

    /// <summary>People, places and organisations.</summary>
    public ImmutableArray<Party> Parties { get; }

    /// <summary>The topics, in the curators' order.</summary>
    public ImmutableArray<Topic> Topics { get; }

    /// <summary>The article, its references by footnote, then the evidence.</summary>
    public ImmutableArray<Source> Sources { get; }

    /// <summary>Subjects that people ask about and that the base does not cover.</summary>
    public ImmutableArray<OutOfScopeSubject> OutOfScope { get; }

    /// <summary>The confidence that an answer needs.</summary>
    public AnswerThresholds Thresholds { get; }

    /// <summary>The languages of its texts; readers of another language get the first.</summary>
    public ImmutableArray<Language> Languages { get; }

    /// <summary>The locale in which a reader gets the base: the reader's own, or that of the first language.</summary>
    public Locale ServedLocale(Locale reader) => Languages.Contains(reader.ToLanguage()) ? reader : Languages[0].ToLocale();

    /// <summary>What the base says of itself.</summary>
    public BaseProfile Profile { get; }

    /// <summary>The only article that the base was made from; null when there is none, or more than one.</summary>
    public Source? Article { get; }

    /// <summary>The time of all chapters.</summary>
    public FactDate Span { get; }

    /// <summary>Whether it has references of an article, with footnote numbers.</summary>
    public bool HasReferences { get; }

    /// <summary>The event that a question without a subject is about; null when the base names none.</summary>
    public Event? MainEvent { get; }

    /// <summary>The fact with an id; null when there is none.</summary>
    public Fact? FindFact(ReadOnlySpan<char> id) =>
        _facts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out var fact) ? fact : null;

    /// <summary>The event with an id; null when there is none.</summary>
    public Event? FindEvent(string id) => _events.GetValueOrDefault(id);

    /// <summary>The party with an id; null when there is none.</summary>
    public Party? FindParty(string id) => _parties.GetValueOrDefault(id);

    /// <summary>The topic with an id; null when there is none.</summary>
    public Topic? FindTopic(string id) => _topics.GetValueOrDefault(id);

    /// <summary>The source with an id; null when there is none.</summary>
    public Source? FindSource(string id) => _sources.GetValueOrDefault(id);

    /// <summary>The reference with a footnote number; null when there is none.</summary>
    public Source? FindFootnote(int number) => Sources.FirstOrDefault(s => s.Footnote == number);

    /// <summary>The same base with other facts in place of its own, such as facts without some of their examples. Its version stays.</summary>
    /// <param name="change">Gives the fact in place of one; it must have the same id.</param>
    public FactBase WithFacts(Func<Fact, Fact> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        ImmutableArray<Chapter> chapters = [.. Chapters.Select(c => c with { Events = [.. c.Events.Select(e => e with { Facts = [.. e.Facts.Select(change)] })] })];
        return new FactBase(Version, AsOf, ForbiddenAliases, chapters, Parties, Topics, Sources, OutOfScope, Thresholds, MainEvent?.Id, Languages, Profile)
        {
            Releases = Releases,
            ReleasesVersion = ReleasesVersion,
        };
    }

    /// <summary>The facts since which a fact is no longer true; empty where it still is.</summary>
    public ImmutableArray<Fact> FactsSuperseding(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return _laterFacts.GetValueOrDefault(fact.Id, []);
    }

    /// <summary>The facts that cite a source, or were checked against it.</summary>
    public IEnumerable<Fact> FactsCiting(Source source) =>
        Facts.Where(f => f.Cites.Contains(source) || f.Evidence.Any(e => e.Source == source));
}
