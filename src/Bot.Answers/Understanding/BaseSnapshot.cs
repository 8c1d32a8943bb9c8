using System.Buffers;
using System.Collections.Concurrent;
using Bot.Answers.Buttons;
using Bot.Answers.Model;
using Bot.Facts.Model;
using Bot.Search;
using Bot.Search.Classification;
using Bot.Search.Index;
using Bot.Search.Ranking;
using Bot.Search.Text;

namespace Bot.Answers.Understanding;

/// <summary>One version of the base with everything that is derived from it for finding: a snapshot that an answer is made from.</summary>
internal sealed class BaseSnapshot
{
    // How much each text of a fact counts beside its questions, which say most nearly what people type; notes mention much that the
    // fact is not about; names make a fact findable by spellings that its texts do not use, but many names in a row answer nothing.
    private const float QuestionWeight = 1f;
    private const float TextWeight = 0.9f;
    private const float NoteWeight = 0.4f;
    private const float TitleWeight = 0.3f;
    private const float NameWeight = 0.3f;
    private const float TopicWeight = 0.3f;

    // Facts and matters that are looked at; a few matters may stand before the facts.
    private const int MaxHits = 48;

    // A question that names a day means a fact of that day, unless another fits its words far better.
    private const float SameDayBoost = 1.25f;
    private const float OtherDayPenalty = 0.75f;

    // A question that names people means a fact by or about them; so much is off for one by and about others only.
    private const float OtherPartyPenalty = 0.6f;

    // What the search finds and the classifier means as well is worth so much more.
    private const float ClassifierBoost = 1f;

    // No day is written without one of these.
    private static readonly SearchValues<char> s_numerals = SearchValues.Create("0123456789０１２３４５６７８９一二三四五六七八九十");

    public BaseSnapshot(FactBase @base)
    {
        Base = @base;
        Parties = new NameIndex<Party>(@base.Parties, p => p.Spellings.Prepend(p.Id), @base.ForbiddenAliases.Concat(@base.Parties.SelectMany(p => p.ExcludedPhrases)));
        _preparing = new Lazy<Task>(() => Task.Run(BuildAsync));
        _unprepared = new Lazy<Finding>(Build);
        Topics = new NameIndex<Topic>(@base.Topics, t => Names(t.Name).Concat(t.Keywords).Prepend(t.Id));
        Codes = new Lazy<RequestCodec>(() => new RequestCodec(@base));
        Year = @base.Chapters[^1].Span.Last.Year;
        _sources = new Lazy<SearchIndex>(() => SearchIndex.Build([.. @base.Sources.Select(Document)]));
    }

    // Null until it is prepared. A search that does not wait for that builds its own, on one core.
    private volatile Finding? _prepared;
    private readonly Lazy<Task> _preparing;
    private readonly Lazy<Finding> _unprepared;
    private readonly Lazy<SearchIndex> _sources;

    /// <summary>The base itself.</summary>
    public FactBase Base { get; }

    /// <summary>The sources, by their positions in <see cref="FactBase.Sources"/>.</summary>
    public SearchIndex Sources => _sources.Value;

    /// <summary>People, places and organisations by name.</summary>
    public NameIndex<Party> Parties { get; }

    /// <summary>Topics by name.</summary>
    public NameIndex<Topic> Topics { get; }

    /// <summary>Requests in few bytes.</summary>
    public Lazy<RequestCodec> Codes { get; }

    /// <summary>The sources as they are shown, without labels, as far as they were.</summary>
    public ConcurrentDictionary<(Source Source, Locale Locale), Citation> Citations { get; } = new();

    /// <summary>The year that a date without one means.</summary>
    public int Year { get; }

    /// <summary>Builds what searches need, on two cores; done when it is there. However often it is called, it is built once.</summary>
    public Task PrepareAsync() => _preparing.Value;

    /// <summary>The facts that match a question best, whatever spelling of a name it uses.</summary>
    /// <param name="question">Any text.</param>
    /// <param name="hits">Takes the hits, best first, by the facts' positions in <see cref="FactBase.Facts"/>.</param>
    /// <returns>How many there are.</returns>
    public int Search(string question, Span<SearchHit> hits) => Search(question, hits, out _);

    /// <summary>The facts that match a question best, and what is known of the base's scope.</summary>
    /// <param name="question">Any text.</param>
    /// <param name="hits">Takes the hits, best first, by the facts' positions in <see cref="FactBase.Facts"/>.</param>
    /// <param name="scope">Whether it is of what the base says at all.</param>
    /// <returns>How many hits there are.</returns>
    public int Search(string question, Span<SearchHit> hits, out ScopeEstimate scope)
    {
        var canonical = Canonicalize(question.Length > QueryLimits.MaxLength ? question[..QueryLimits.MaxLength] : question);
        var (index, classifier) = _prepared ?? _unprepared.Value;
        Span<SearchHit> all = stackalloc SearchHit[MaxHits];
        all = all[..index.Search(canonical, all)];
        var rented = ArrayPool<float>.Shared.Rent(index.Count);
        try
        {
            var probabilities = rented.AsSpan(0, index.Count);
            classifier.Classify(canonical, probabilities);
            var count = Join(all, probabilities, hits, out scope);
            Rerank(question, hits[..count]);
            hits[..count].Sort((a, b) => b.Score.CompareTo(a.Score));
            return count;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    // What the search found, weighed by what the classifier means.
    private int Join(ReadOnlySpan<SearchHit> all, ReadOnlySpan<float> probabilities, Span<SearchHit> hits, out ScopeEstimate scope)
    {
        var inScope = 0f;
        foreach (var probability in probabilities[..Base.Facts.Length])
        {
            inScope += probability;
        }

        var outOfScope = default(SearchHit);
        var count = 0;
        foreach (var hit in all)
        {
            var weighed = hit with { Score = hit.Score * (1 + (ClassifierBoost * probabilities[hit.Document])) };
            if (hit.Document < Base.Facts.Length)
            {
                if (count < hits.Length)
                {
                    hits[count++] = weighed;
                }
            }
            else if (weighed.Score > outOfScope.Score)
            {
                outOfScope = weighed with { Document = hit.Document - Base.Facts.Length };
            }
        }

        scope = new ScopeEstimate(outOfScope, inScope);
        return count;
    }

    // What words alone do not tell: whom and what day the question is about.
    private void Rerank(string question, Span<SearchHit> hits)
    {
        FactDate? asked = question.AsSpan().ContainsAny(s_numerals) && DateParser.Find(question, Year) is { Date: { Precision: DatePrecision.Day or DatePrecision.Range } when } ? when : null;
        var parties = Parties.FindMentions(question);
        if (asked is null && parties.Count == 0)
        {
            return;
        }

        foreach (ref var hit in hits)
        {
            var fact = Base.Facts[hit.Document];
            hit = hit with { Score = hit.Score * ShareOfDay(fact, asked) * ShareOfParties(fact, parties) };
        }
    }

    private static float ShareOfDay(Fact fact, FactDate? asked) =>
        asked is not { } day ? 1 : fact.Date.Overlaps(day) ? SameDayBoost : OtherDayPenalty;

    private static float ShareOfParties(Fact fact, List<Party> asked)
    {
        if (asked.Count == 0)
        {
            return 1;
        }

        var concerned = 0;
        foreach (var party in asked)
        {
            concerned += fact.By.Contains(party) || fact.About.Contains(party) ? 1 : 0;
        }

        return 1 - OtherPartyPenalty + (OtherPartyPenalty * concerned / asked.Count);
    }

    // One name for each party in all languages and spellings: its id, in one word.
    private string Canonicalize(string text) => Parties.Replace(Folding.Fold(text), p => p.Id.Replace("-", "", StringComparison.Ordinal));

    private SearchDocument Document(Fact fact)
    {
        var fields = new List<SearchField>();
        foreach (var language in Languages.All)
        {
            Add(fields, fact.Text[language], TextWeight);
            Add(fields, fact.Note[language], NoteWeight);
            Add(fields, Base.FindEvent(fact.Event)!.Title[language], TitleWeight);
            foreach (var question in fact.Questions[(int)language])
            {
                fields.Add(new(Canonicalize(question), QuestionWeight, PenalizesExtraTerms: true));
            }
        }

        foreach (var party in fact.By.Concat(fact.About).Distinct())
        {
            fields.Add(new(string.Join(' ', Names(party.Name).Concat(Names(party.ShortName)).Distinct()), NameWeight, PenalizesExtraTerms: true));
        }

        foreach (var topic in fact.Topics)
        {
            fields.Add(new(string.Join(' ', Names(topic.Name)), TopicWeight, PenalizesExtraTerms: true));
        }

        return new SearchDocument(fact.Id, fields);
    }

    // Index and classifier need nothing of each other, and each takes about as long.
    private async Task BuildAsync()
    {
        var documents = Documents();
        var learning = Task.Run(() => Learn(documents));
        var index = SearchIndex.Build(documents);
        _prepared = new Finding(index, await learning.ConfigureAwait(false));
    }

    private Finding Build()
    {
        var documents = Documents();
        return new Finding(SearchIndex.Build(documents), Learn(documents));
    }

    private SearchDocument[] Documents() => [.. Base.Facts.Select(Document), .. Base.OutOfScope.Select(Document)];

    private static TextClassifier Learn(SearchDocument[] documents) => ClassifierTrainer.Train(Examples(documents), documents.Length);

    // Of each document what it is asked with, and what it says itself.
    private static List<LabeledExample> Examples(SearchDocument[] documents)
    {
        var examples = new List<LabeledExample>();
        for (var label = 0; label < documents.Length; label++)
        {
            foreach (var field in documents[label].Fields)
            {
                if (field.Weight >= TextWeight)
                {
                    examples.Add(new LabeledExample(field.Text, label));
                }
            }
        }

        return examples;
    }

    private SearchDocument Document(OutOfScopeSubject matter) =>
        new(matter.Id, [.. matter.Questions.SelectMany(q => q).Select(q => new SearchField(Canonicalize(q), QuestionWeight, PenalizesExtraTerms: true))]);

    // Folding takes the signs that end sentences away.
    private void Add(List<SearchField> fields, string text, float weight)
    {
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            fields.Add(new(Canonicalize(text[sentence]), weight, PenalizesExtraTerms: true));
        }
    }

    private static SearchDocument Document(Source source) => new(source.Id,
    [
        new(source.Title ?? ""), new(source.Publisher ?? ""), new(source.Author ?? ""), new(source.Agency ?? ""),
    ]);

    private static IEnumerable<string> Names(LocalizedText text)
    {
        foreach (var locale in Enum.GetValues<Locale>())
        {
            yield return text[locale];
        }
    }

    // Of the facts, and behind them the matters out of scope.
    private sealed record Finding(SearchIndex Index, TextClassifier Classifier);
}
