using Bot.Answers.Aspects;
using Bot.Answers.Model;
using Bot.Answers.Reading;
using Bot.Answers.Scoring;
using Bot.Answers.Typing;
using Bot.Facts.Model;
using Bot.Search;
using Bot.Search.Classification;
using Bot.Search.Index;
using Bot.Search.Vectors;

namespace Bot.Answers.Understanding;

/// <summary>The result of a search for the answer to a question.</summary>
/// <param name="Hits">The hits, best first, by the facts' positions in <see cref="FactBase.Facts"/>: at most <see cref="AnswerTuning.MaxCandidates"/>.</param>
/// <param name="Confidence">The probability that the first hit answers the question, from 0 to 1; 0 when nothing matches.</param>
/// <param name="Scope">The estimate of whether the question is within the scope of the base.</param>
/// <param name="Reading">What was read in the question.</param>
internal sealed record FoundFacts(ReadOnlyMemory<FactHit> Hits, float Confidence, ScopeEstimate Scope, QuestionReading Reading)
{
    /// <summary>The values that the question states.</summary>
    public StatedValues Asked => Reading.Asked;
}

/// <summary>Finds the facts of one base that answer a question, with a confidence. Safe for any number of threads.</summary>
internal sealed class FactSearch
{
    private readonly FactBase _base;
    private readonly ValueComparer _values;
    private readonly FactDocuments _documents;
    private readonly AnswerSignals _signals;
    private readonly Lock _preparing = new();
    private readonly Lazy<Indexes> _fallback;

    private Task? _preparation;

    // Null until it is prepared. A search that does not wait for it builds the fallback on one core.
    private volatile Indexes? _prepared;

    // What the cache does not have yet, with the hash of its examples.
    private Tuple<TextClassifier, byte[]>? _unsaved;

    /// <summary>Creates the search of a base. Its indexes are built by the first search, or by <see cref="PrepareAsync"/>.</summary>
    /// <param name="base">The base.</param>
    /// <param name="parties">The index of its people, places and organisations by name.</param>
    /// <param name="values">Compares the values of questions and facts.</param>
    /// <param name="signals">The signals that count.</param>
    public FactSearch(FactBase @base, NameIndex<Party> parties, ValueComparer values, AnswerSignals signals)
    {
        (_base, _values, _signals) = (@base, values, signals);
        _documents = new FactDocuments(@base, parties);
        _fallback = new Lazy<Indexes>(Build);
    }

    /// <summary>Whether the indexes are built.</summary>
    public bool IsPrepared => _prepared is not null;

    /// <summary>Builds the indexes on all cores. Completes when they are built. Repeated calls build them only once.</summary>
    /// <param name="cache">Has the classifier of the base, if the first call gives it and it was saved; null for none.</param>
    public Task PrepareAsync(IClassifierCache? cache)
    {
        lock (_preparing)
        {
            return _preparation ??= Task.Run(() => BuildAsync(cache));
        }
    }

    /// <summary>Writes the classifier to a cache, unless it came from there.</summary>
    public void SaveClassifier(IClassifierCache cache)
    {
        if (Interlocked.Exchange(ref _unsaved, null) is var (classifier, hash))
        {
            cache.Write(ClassifierFile.Write(classifier, hash));
        }
    }

    /// <summary>The facts that match a question best, and the confidence that they answer it.</summary>
    /// <param name="question">Any text.</param>
    /// <param name="context">Facts that the question is likely to be about; null for none.</param>
    public FoundFacts Find(string question, IReadOnlySet<string>? context = null) => Find(question, _values.Read(question), context);

    /// <summary>Like <see cref="Find(string, IReadOnlySet{string}?)"/>, for a question whose values are read.</summary>
    public FoundFacts Find(string question, StatedValues asked, IReadOnlySet<string>? context)
    {
        var ranker = Ranker;
        var reading = ranker.Read(question, asked, _documents);
        var hits = new FactHit[AnswerTuning.MaxCandidates];
        var count = ranker.Rank(reading, context, hits, out var scope);
        return LeadsWithExample(question, hits.AsSpan(0, count))
            ? new FoundFacts(hits.AsMemory(0, count), 1, scope, reading)
            : new FoundFacts(hits.AsMemory(0, count), count == 0 ? 0 : ranker.Confidence(reading, hits.AsSpan(0, count), scope), scope, reading);
    }

    /// <summary>The evidence that the first of some hits answers a question.</summary>
    /// <param name="found">The result of a search.</param>
    /// <param name="features">Receives the features in the order of <see cref="MatchFeature"/>.</param>
    public void FeaturesOf(FoundFacts found, Span<float> features) => Ranker.FeaturesOf(found.Reading, found.Hits.Span, found.Scope, features);

    /// <summary>The probability that the first of some hits answers a question, from 0 to 1.</summary>
    /// <param name="found">The result of a search, with at least one hit.</param>
    public float ConfidenceOf(FoundFacts found) => Ranker.Confidence(found.Reading, found.Hits.Span, found.Scope);

    /// <summary>The evidence by which a fact is ranked.</summary>
    public RankingFeatures RankingFeaturesOf(FoundFacts found, FactHit hit) => Ranker.FeaturesOf(found.Reading, hit);

    /// <summary>The fact that has exactly this question among its own; null when none has.</summary>
    public Fact? FindExample(string question) => Built.Examples.Find(question);

    /// <summary>The facts that answer a question, best first; none when the base does not say.</summary>
    public List<Fact> FindAnswers(string question)
    {
        var found = Find(question);
        return found.Confidence >= _base.Thresholds.Closest ? Related(found) : [];
    }

    /// <summary>The best fact and those with nearly the same score: at most <see cref="AnswerTuning.MaxFacts"/>.</summary>
    public List<Fact> Related(FoundFacts found)
    {
        var facts = new List<Fact>(AnswerTuning.MaxFacts);
        var hits = found.Hits.Span;
        foreach (var hit in hits[..Math.Min(AnswerTuning.MaxFacts, hits.Length)])
        {
            if (hit.Score >= hits[0].Score * AnswerTuning.RelatedFactRatio)
            {
                facts.Add(_base.Facts[hit.Position]);
            }
        }

        return facts;
    }

    /// <summary>The best facts, whatever their scores.</summary>
    /// <param name="found">The result of a search.</param>
    /// <param name="count">The maximum number of facts.</param>
    public List<Fact> Best(FoundFacts found, int count)
    {
        var facts = new List<Fact>(count);
        foreach (var hit in found.Hits.Span[..Math.Min(count, found.Hits.Length)])
        {
            facts.Add(_base.Facts[hit.Position]);
        }

        return facts;
    }

    /// <summary>All facts that match a text well enough to be an answer, best first: at most <see cref="AnswerTuning.MaxHits"/>.</summary>
    public List<Fact> FindMatches(string text)
    {
        var found = Find(text);
        var ranker = Ranker;
        var facts = new List<Fact>();
        for (var i = 0; i < Math.Min(found.Hits.Length, AnswerTuning.MaxHits); i++)
        {
            if (ranker.Confidence(found.Reading, found.Hits.Span[i..], found.Scope) >= _base.Thresholds.Closest)
            {
                facts.Add(_base.Facts[found.Hits.Span[i].Position]);
            }
        }

        return facts;
    }

    private Indexes Built => _prepared ?? _fallback.Value;

    private FactRanker Ranker => Built.Ranker;

    // The classifier takes longest, so that all else is built beside it.
    private async Task BuildAsync(IClassifierCache? cache)
    {
        var questions = await FoldedQuestions.ReadAsync(_base).ConfigureAwait(false);
        var vectors = Task.Run(() => Vectors(questions));
        var aspects = Task.Run(() => new AspectIndex(_base, questions));
        var numbers = Task.Run(() => new NumberMentions(_base, questions));
        var examples = Task.Run(() => new ExampleQuestions(_base, questions));
        var documents = _documents.All(questions);
        var index = Task.Run(() => SearchIndex.Build(documents));
        var names = Task.Run(() => Names(documents));
        var classifier = Train(documents, cache);
        var ranker = new FactRanker(
            _base, _values, await index.ConfigureAwait(false), classifier, await vectors.ConfigureAwait(false), await aspects.ConfigureAwait(false),
            await names.ConfigureAwait(false), await numbers.ConfigureAwait(false), _signals);
        _prepared = new Indexes(ranker, await examples.ConfigureAwait(false));
    }

    private Indexes Build()
    {
        var questions = FoldedQuestions.Of(_base);
        var documents = _documents.All(questions);
        var ranker = new FactRanker(
            _base, _values, SearchIndex.Build(documents), Train(documents, cache: null), Vectors(questions), new AspectIndex(_base, questions), Names(documents),
            new NumberMentions(_base, questions), _signals);
        return new Indexes(ranker, new ExampleQuestions(_base, questions));
    }

    private TextClassifier Train(SearchDocument[] documents, IClassifierCache? cache)
    {
        var examples = _documents.Examples(documents);
        if (cache is null)
        {
            return ClassifierTrainer.Train(examples, _base.Facts.Length);
        }

        var hash = ClassifierFile.HashOf(examples, _base.Facts.Length);
        if (Read(cache) is { } bytes && ClassifierFile.Read(bytes, hash, _base.Facts.Length) is { } saved)
        {
            return saved;
        }

        var classifier = ClassifierTrainer.Train(examples, _base.Facts.Length);
        _unsaved = Tuple.Create(classifier, hash);
        return classifier;
    }

    // Whoever cannot read it will be told when it cannot be replaced either.
    private static byte[]? Read(IClassifierCache cache)
    {
        try
        {
            return cache.Read();
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private UnknownNames Names(SearchDocument[] documents) => new(_base, _documents.FactTexts(documents));

    private FactVectors? Vectors(FoldedQuestions questions) =>
        _signals.HasFlag(AnswerSignals.Vectors) && BundledVectors.Table is { } table ? FactVectors.Build(_base, questions, table) : null;

    // What a curator wrote as a fact's question is answered by that fact.
    private bool LeadsWithExample(string question, Span<FactHit> hits)
    {
        if (FindExample(question) is { } fact)
        {
            for (var i = 0; i < hits.Length; i++)
            {
                if (_base.Facts[hits[i].Position] == fact)
                {
                    var hit = hits[i] with { Score = hits[0].Score };
                    hits[..i].CopyTo(hits[1..]);
                    hits[0] = hit;
                    return true;
                }
            }
        }

        return false;
    }

    // What is built from a base.
    private sealed record Indexes(FactRanker Ranker, ExampleQuestions Examples);
}
