using System.Collections.Concurrent;
using Bot.Answers.Buttons;
using Bot.Answers.Conversation;
using Bot.Answers.Model;
using Bot.Answers.Reading;
using Bot.Answers.Scoring;
using Bot.Answers.Typing;
using Bot.Answers.Values;
using Bot.Facts.Model;
using Bot.Search;
using Bot.Search.Index;

namespace Bot.Answers.Understanding;

/// <summary>One version of the base with the indexes derived from it. Each answer comes from one snapshot.</summary>
internal sealed class BaseSnapshot
{
    private readonly Lazy<SearchIndex> _sources;
    private readonly ConcurrentDictionary<string, EventScope> _scopes = new();
    private readonly Lazy<EventFinder> _eventFinder;
    private readonly Lazy<TypedText> _typing;

    /// <summary>Creates the snapshot of a base. What takes long is built when it is first needed, or by <see cref="PrepareAsync"/>.</summary>
    /// <param name="base">The base.</param>
    /// <param name="signals">The signals by which facts are ranked.</param>
    public BaseSnapshot(FactBase @base, AnswerSignals signals = AnswerSignals.All)
    {
        Base = @base;
        var offices = OfficeNames.Of(@base);
        Parties = new NameIndex<Party>(
            @base.Parties, p => p.Spellings.Prepend(p.Id).Concat(offices[p]), [.. @base.ForbiddenAliases, .. @base.Parties.SelectMany(p => p.ExcludedPhrases), .. Outlets(@base)]);
        Topics = new NameIndex<Topic>(@base.Topics, t => FactDocuments.Names(t.Name).Concat(t.Keywords).Prepend(t.Id));
        Codes = new Lazy<RequestCodec>(() => new RequestCodec(@base));
        Year = new AssumedYear(@base);
        EventOrder = new EventOrder(@base);
        SpansYears = EventOrder.Events.Select(e => e.Date.First.Year).Distinct().Count() > 1;
        Values = new ValueComparer(@base, Parties, PlaceNames.Default, YearsOf(@base));
        OverviewQuestion = new BaseOverviewQuestion(@base.Profile.Sides.SelectMany(p => p.Spellings));
        Search = new FactSearch(@base, Parties, Values, signals);
        _eventFinder = new Lazy<EventFinder>(() => new EventFinder(@base, ScopeOf));
        _typing = new Lazy<TypedText>(() => new TypedText(@base));
        _sources = new Lazy<SearchIndex>(() => SearchIndex.Build([.. @base.Sources.Select(Document)]));
    }

    /// <summary>The base.</summary>
    public FactBase Base { get; }

    /// <summary>The search for its facts.</summary>
    public FactSearch Search { get; }

    /// <summary>The index of the sources; a document is a position in <see cref="FactBase.Sources"/>.</summary>
    public SearchIndex Sources => _sources.Value;

    /// <summary>People, places and organisations by name.</summary>
    public NameIndex<Party> Parties { get; }

    /// <summary>Compares what people write with the values of facts.</summary>
    public ValueComparer Values { get; }

    /// <summary>Topics by name.</summary>
    public NameIndex<Topic> Topics { get; }

    /// <summary>Recognizes questions about the present state of the subject.</summary>
    public BaseOverviewQuestion OverviewQuestion { get; }

    /// <summary>The codec for requests in buttons.</summary>
    public Lazy<RequestCodec> Codes { get; }

    /// <summary>The year assumed for a date without a year.</summary>
    public AssumedYear Year { get; }

    /// <summary>Restores questions that were typed on another keyboard layout or in Latin letters.</summary>
    public TypedText Typing => _typing.Value;

    /// <summary>The events in the order of time.</summary>
    public EventOrder EventOrder { get; }

    /// <summary>Finds the event that a question names.</summary>
    public EventFinder EventFinder => _eventFinder.Value;

    /// <summary>Whether its events are of more than one year, so that lists name the years.</summary>
    public bool SpansYears { get; }

    // The latest first: a date without a year is mostly of the last one. A chapter without an end has no last year.
    private static List<int> YearsOf(FactBase @base)
    {
        var (first, last) = (@base.Span.First.Year, Math.Min(@base.Span.Last.Year, @base.AsOf.Year));
        return [.. Enumerable.Range(first, Math.Max(1, last - first + 1)).Reverse()];
    }

    /// <summary>What belongs to an event.</summary>
    /// <param name="id">The id of an event of the base.</param>
    public EventScope ScopeOf(string id) => _scopes.GetOrAdd(id, static (key, self) => new EventScope(self.Base.FindEvent(key)!, self.Parties), this);

    /// <summary>Whether everything is built, so that no answer has to wait for it.</summary>
    public bool IsPrepared => Search.IsPrepared && Codes.IsValueCreated && _eventFinder.IsValueCreated && _typing.IsValueCreated && _sources.IsValueCreated;

    /// <summary>Builds all that answers need. Completes when it is built. Repeated calls build it only once.</summary>
    /// <param name="cache">May have the trained classifier; null for none.</param>
    public Task PrepareAsync(IClassifierCache? cache = null) => Task.WhenAll(Search.PrepareAsync(cache), Task.Run(() => (Codes.Value, _sources.Value, _eventFinder.Value, _typing.Value)));

    // Nobody who names The Harbour Times means the harbour.
    private static IEnumerable<string> Outlets(FactBase @base)
    {
        var names = @base.Parties.SelectMany(p => p.Spellings).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return @base.Sources.Select(s => s.Publisher).OfType<string>().Distinct().Where(p => !names.Contains(p) && !names.Contains(WithoutArticle(p)));
    }

    private static string WithoutArticle(string name) => name.StartsWith("The ", StringComparison.Ordinal) ? name[4..] : name;

    private static SearchDocument Document(Source source) => new(source.Id,
    [
        new(source.Title ?? ""), new(source.Publisher ?? ""), new(source.Author ?? ""), new(source.Agency ?? ""),
    ]);
}
