using System.Buffers;
using Bot.Facts.Model;
using Bot.Search;
using Bot.Search.Classification;
using Bot.Search.Index;
using Bot.Search.Ranking;
using Bot.Search.Text;

namespace Bot.Answers.Understanding;

/// <summary>The result of a search for the answer to a question.</summary>
/// <param name="Hits">The hits, best first, by the facts' positions in <see cref="FactBase.Facts"/>: at most <see cref="AnswerTuning.MaxHits"/>.</param>
/// <param name="Confidence">The probability that the first hit answers the question, from 0 to 1; 0 when nothing matches.</param>
/// <param name="Scope">The estimate of whether the question is within the scope of the base.</param>
/// <param name="Asked">The values that the question states.</param>
internal sealed record FoundFacts(ReadOnlyMemory<FactHit> Hits, float Confidence, ScopeEstimate Scope, StatedValues Asked);

/// <summary>Finds the facts of one base that answer a question, with a confidence. Safe for any number of threads.</summary>
internal sealed class FactSearch
{
    private readonly FactBase _base;
    private readonly ValueComparer _values;
    private readonly FactDocuments _documents;
    private readonly Lazy<Task> _preparation;
    private readonly Lazy<Models> _fallback;
    private readonly Lazy<Dictionary<string, Fact>> _examples;

    // Null until it is prepared. A search that does not wait for it builds the fallback on one core.
    private volatile Models? _prepared;

    /// <summary>Creates the search of a base. Its models are built by the first search, or by <see cref="PrepareAsync"/>.</summary>
    /// <param name="base">The base.</param>
    /// <param name="parties">The index of its people, places and organisations by name.</param>
    /// <param name="values">Compares the values of questions and facts.</param>
    public FactSearch(FactBase @base, NameIndex<Party> parties, ValueComparer values)
    {
        (_base, _values) = (@base, values);
        _documents = new FactDocuments(@base, parties);
        _preparation = new Lazy<Task>(() => Task.Run(BuildAsync));
        _fallback = new Lazy<Models>(Build);
        _examples = new Lazy<Dictionary<string, Fact>>(Examples);
    }

    /// <summary>Whether the models are built.</summary>
    public bool IsPrepared => _prepared is not null;

    /// <summary>Builds the models on two cores. Completes when they are built. Repeated calls build them only once.</summary>
    public Task PrepareAsync() => _preparation.Value;

    /// <summary>The facts that match a question best, and the confidence that they answer it.</summary>
    /// <param name="question">Any text.</param>
    /// <param name="context">Facts that the question is likely to be about; null for none.</param>
    public FoundFacts Find(string question, IReadOnlySet<string>? context = null) => Find(question, _values.Read(question), context);

    /// <summary>Like <see cref="Find(string, IReadOnlySet{string}?)"/>, for a question whose values are read.</summary>
    public FoundFacts Find(string question, StatedValues asked, IReadOnlySet<string>? context)
    {
        var hits = new FactHit[AnswerTuning.MaxHits];
        var count = Find(question, asked, context, hits, out var scope);
        return new FoundFacts(hits.AsMemory(0, count), count == 0 ? 0 : ConfidenceModel.Of(FeaturesOf(hits.AsSpan(0, count), scope, asked)), scope, asked);
    }

    /// <summary>The evidence that the first of some hits answers a question.</summary>
    /// <param name="hits">The hits, best first; at least one.</param>
    /// <param name="scope">The estimate of whether the question is within the scope of the base.</param>
    /// <param name="asked">The values that the question states.</param>
    public MatchFeatures FeaturesOf(ReadOnlySpan<FactHit> hits, ScopeEstimate scope, StatedValues asked)
    {
        var fact = _base.Facts[hits[0].Position];
        return new MatchFeatures(
            ConfidenceModel.LeadOver(hits[0].Score, scope.BestOutOfScope.Score),
            ConfidenceModel.OddsOf(scope.InScopeProbability),
            hits[0].Coverage,
            hits.Length > 1 ? ConfidenceModel.LeadOver(hits[0].Score, hits[1].Score) : 1,
            ConfidenceModel.OddsOf(hits[0].Probability),
            Math.Min(1, _values.MissingPeople(asked, fact)),
            _values.HasOtherPlace(asked, fact) ? 1 : 0,
            _values.HasDay(asked, fact) ? 0 : 1);
    }

    /// <summary>The fact that has exactly this question among its own; null when none has.</summary>
    public Fact? FindExample(string question) => _examples.Value.GetValueOrDefault(Folding.Fold(question));

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
        var facts = new List<Fact>();
        for (var i = 0; i < found.Hits.Length; i++)
        {
            if (ConfidenceModel.Of(FeaturesOf(found.Hits.Span[i..], found.Scope, found.Asked)) >= _base.Thresholds.Closest)
            {
                facts.Add(_base.Facts[found.Hits.Span[i].Position]);
            }
        }

        return facts;
    }

    /// <summary>Finds the facts that match a question best, with any spelling of names, and estimates whether it is within the scope of the base.</summary>
    /// <param name="question">Any text.</param>
    /// <param name="asked">The values that it states.</param>
    /// <param name="context">Facts that it is likely to be about; null for none.</param>
    /// <param name="hits">Receives the hits, best first, by the facts' positions in <see cref="FactBase.Facts"/>.</param>
    /// <param name="scope">The estimate of whether the question is within the scope of the base.</param>
    /// <returns>The number of hits.</returns>
    public int Find(string question, StatedValues asked, IReadOnlySet<string>? context, Span<FactHit> hits, out ScopeEstimate scope)
    {
        var canonical = _documents.Canonicalize(question.Length > QueryLimits.MaxLength ? question[..QueryLimits.MaxLength] : question);
        var (index, classifier) = _prepared ?? _fallback.Value;
        Span<SearchHit> all = stackalloc SearchHit[AnswerTuning.MaxDocuments];
        all = all[..index.Search(canonical, all)];
        var rented = ArrayPool<float>.Shared.Rent(index.Count);
        int count;
        try
        {
            var probabilities = rented.AsSpan(0, index.Count);
            classifier.Classify(canonical, probabilities);
            count = Combine(all, probabilities, hits, out scope);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }

        Rerank(asked, context, hits[..count]);
        hits[..count].Sort((a, b) => b.Score.CompareTo(a.Score));
        return count;
    }

    // Multiplies the search scores by the classifier's boost, and separates the facts from the out-of-scope subjects.
    private int Combine(ReadOnlySpan<SearchHit> all, ReadOnlySpan<float> probabilities, Span<FactHit> hits, out ScopeEstimate scope)
    {
        var inScope = 0f;
        foreach (var probability in probabilities[.._base.Facts.Length])
        {
            inScope += probability;
        }

        var outOfScope = default(SearchHit);
        var count = 0;
        foreach (var hit in all)
        {
            var probability = probabilities[hit.Document];
            var score = hit.Score * (1 + (AnswerTuning.ClassifierBoost * probability));
            if (hit.Document < _base.Facts.Length)
            {
                if (count < hits.Length)
                {
                    hits[count++] = new FactHit(hit.Document, score, hit.Coverage, probability);
                }
            }
            else if (score > outOfScope.Score)
            {
                outOfScope = hit with { Score = score, Document = hit.Document - _base.Facts.Length };
            }
        }

        scope = new ScopeEstimate(outOfScope, inScope);
        return count;
    }

    // Adjusts the scores by the day and the parties that the question names, and by the context.
    private void Rerank(StatedValues asked, IReadOnlySet<string>? context, Span<FactHit> hits)
    {
        // A day that is only asserted may be wrong, and must not lead to another fact.
        FactDate? day = asked.AssertsDay || asked.Days is not [{ Precision: DatePrecision.Day or DatePrecision.Range } first, ..] ? null : first;
        if (day is null && asked.Parties.Count == 0 && context is null)
        {
            return;
        }

        foreach (ref var hit in hits)
        {
            var fact = _base.Facts[hit.Position];
            var boost = context is not null && context.Contains(fact.Id) ? AnswerTuning.ContextBoost : 1;
            hit = hit with { Score = hit.Score * DayFactor(fact, day) * PartyFactor(fact, asked.Parties) * boost };
        }
    }

    private static float DayFactor(Fact fact, FactDate? asked) =>
        asked is not { } day ? 1 : fact.Date.Overlaps(day) ? AnswerTuning.SameDayBoost : AnswerTuning.OtherDayPenalty;

    private static float PartyFactor(Fact fact, List<Party> asked)
    {
        if (asked.Count == 0)
        {
            return 1;
        }

        var matching = 0f;
        foreach (var party in asked)
        {
            matching += fact.By.Contains(party) ? 1 : fact.About.Contains(party) ? AnswerTuning.AboutPartyShare : 0;
        }

        return 1 - AnswerTuning.OtherPartyPenalty + (AnswerTuning.OtherPartyPenalty * matching / asked.Count);
    }

    // Index and classifier are independent, and each takes about the same time to build.
    private async Task BuildAsync()
    {
        var documents = _documents.All();
        var training = Task.Run(() => Train(documents));
        var index = SearchIndex.Build(documents);
        _prepared = new Models(index, await training.ConfigureAwait(false));
    }

    private Models Build()
    {
        var documents = _documents.All();
        return new Models(SearchIndex.Build(documents), Train(documents));
    }

    private Dictionary<string, Fact> Examples()
    {
        var examples = new Dictionary<string, Fact>();
        foreach (var fact in _base.Facts)
        {
            foreach (var question in fact.Questions.SelectMany(q => q))
            {
                examples.TryAdd(Folding.Fold(question), fact);
            }
        }

        return examples;
    }

    private static TextClassifier Train(SearchDocument[] documents) => ClassifierTrainer.Train(FactDocuments.Examples(documents), documents.Length);

    // The models of the facts, followed by the out-of-scope subjects.
    private sealed record Models(SearchIndex Index, TextClassifier Classifier);
}
