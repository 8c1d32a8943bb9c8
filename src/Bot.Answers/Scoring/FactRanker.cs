using System.Buffers;
using Bot.Answers.Aspects;
using Bot.Answers.Model;
using Bot.Answers.Reading;
using Bot.Answers.Typing;
using Bot.Facts.Model;
using Bot.Search;
using Bot.Search.Classification;
using Bot.Search.Ranking;
using Bot.Search.Text;
using Bot.Search.Vectors;

namespace Bot.Answers.Scoring;

/// <summary>
/// Ranks the facts of one base by all signals together, and estimates how likely the best one answers: the words, their vectors, the aspect asked, and whom,
/// where and when the question names. Immutable and safe for any number of threads.
/// </summary>
/// <param name="base">The base.</param>
/// <param name="values">Compares the values of questions and facts.</param>
/// <param name="index">The words of the facts, followed by those of the subjects out of scope.</param>
/// <param name="classifier">Tells the facts apart.</param>
/// <param name="vectors">Their vectors; null for none.</param>
/// <param name="aspects">The aspects of the facts.</param>
/// <param name="names">Finds the names that the base does not know.</param>
/// <param name="numbers">The numbers of the facts.</param>
/// <param name="signals">The signals that count.</param>
internal sealed class FactRanker(
    FactBase @base, ValueComparer values, SearchIndex index, TextClassifier classifier, FactVectors? vectors, AspectIndex aspects, UnknownNames names, NumberMentions numbers, AnswerSignals signals)
{
    private const int MaxUnknownNames = 2;
    private const int MaxMissingPeople = 2;
    private const int MaxMissingNumbers = 2;
    private const int MaxWords = 6;

    private readonly ConfidenceModel _model = vectors is null ? ConfidenceModel.ByWords : ConfidenceModel.WithVectors;

    /// <summary>Reads a question.</summary>
    /// <param name="question">Any text.</param>
    /// <param name="asked">The values that it states.</param>
    /// <param name="documents">Replaces the known names.</param>
    public QuestionReading Read(string question, StatedValues asked, FactDocuments documents)
    {
        var text = ColloquialWords.Default.Replace(QuestionReading.Cut(question));
        var folded = Folding.Fold(text);
        var canonical = documents.CanonicalizeFolded(folded);

        // Places that the base lacks are compared as places.
        var unknown = signals.HasFlag(AnswerSignals.Names) ? Math.Clamp(names.Count(text, canonical) - asked.Places.Count, 0, MaxUnknownNames) : 0;
        Span<int> stated = stackalloc int[NumberMentions.MaxNumbers];
        stated = signals.HasFlag(AnswerSignals.Names) ? stated[..NumberMentions.Read(folded, stated)] : [];
        return new QuestionReading(
            text,
            canonical,
            asked,
            signals.HasFlag(AnswerSignals.Aspects) ? AspectWords.Default.Find(folded) : Aspect.None,
            unknown,
            stated.ToArray());
    }

    /// <summary>Ranks the facts that match a question best.</summary>
    /// <param name="reading">The question.</param>
    /// <param name="context">Facts that it is likely to be about; null for none.</param>
    /// <param name="hits">Receives the hits, best first; <see cref="AnswerTuning.MaxCandidates"/> are always enough.</param>
    /// <param name="scope">The estimate of whether the question is within the scope of the base.</param>
    /// <returns>The number of hits.</returns>
    public int Rank(QuestionReading reading, IReadOnlySet<string>? context, Span<FactHit> hits, out ScopeEstimate scope)
    {
        Span<SearchHit> all = stackalloc SearchHit[AnswerTuning.MaxDocuments];
        all = all[..index.Search(reading.Canonical, all)];
        var count = 0;
        var outOfScope = default(SearchHit);
        foreach (var hit in all)
        {
            if (hit.Document >= @base.Facts.Length)
            {
                outOfScope = hit.Score > outOfScope.Score ? hit with { Document = hit.Document - @base.Facts.Length } : outOfScope;
            }
            else if (count < AnswerTuning.MaxHits)
            {
                hits[count++] = new FactHit(hit.Document, 0, hit.Score, hit.Coverage, 0, default);
            }
        }

        scope = new ScopeEstimate(outOfScope, 0);
        if (vectors is not null)
        {
            count = Compare(reading, all, hits, count, out var similarity);
            scope = scope with { Similarity = similarity };
        }

        Classify(reading, hits[..count]);
        foreach (ref var hit in hits[..count])
        {
            var boost = context is not null && context.Contains(@base.Facts[hit.Position].Id) ? AnswerTuning.ContextBoost : 1;
            hit = hit with { Score = _model.Ranking.Score(FeaturesOf(reading, hit)) * boost };
        }

        hits[..count].Sort((a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : a.Position.CompareTo(b.Position));
        return count;
    }

    /// <summary>The probability that the first of some hits answers a question.</summary>
    /// <param name="reading">The question.</param>
    /// <param name="hits">The hits, best first; at least one.</param>
    /// <param name="scope">The estimate of whether the question is within the scope of the base.</param>
    public float Confidence(QuestionReading reading, ReadOnlySpan<FactHit> hits, ScopeEstimate scope)
    {
        Span<float> features = stackalloc float[MatchFeatures.Count];
        FeaturesOf(reading, hits, scope, features);
        return _model.Of(features);
    }

    /// <summary>The evidence that the first of some hits answers a question.</summary>
    public void FeaturesOf(QuestionReading reading, ReadOnlySpan<FactHit> hits, ScopeEstimate scope, Span<float> features)
    {
        var best = hits[0];
        var fact = @base.Facts[best.Position];
        var ranked = FeaturesOf(reading, best);
        var uncovered = vectors?.Coverage.Measure(reading.Text, best.Position) ?? default;
        var total = 0f;
        foreach (var hit in hits)
        {
            total += hit.Score;
        }

        features.Clear();
        features[(int)MatchFeature.Lead] = ConfidenceModel.LeadOver(best.Lexical, scope.BestOutOfScope.Score);
        features[(int)MatchFeature.Coverage] = best.Coverage;
        features[(int)MatchFeature.MissingPerson] = Math.Min(1, ranked.MissingPeople);
        features[(int)MatchFeature.OtherPlace] = ranked.OtherPlace;
        features[(int)MatchFeature.OtherDay] = signals.HasFlag(AnswerSignals.Names) && !values.HasDay(reading.Asked, fact) ? 1 : 0;
        features[(int)MatchFeature.OtherParty] = ranked.Party < MathF.Log(AnswerTuning.MinPartyShare) ? 1 : 0;
        features[(int)MatchFeature.UnknownNames] = reading.UnknownNames;
        features[(int)MatchFeature.BestSimilarity] = best.Similarity.Best;
        features[(int)MatchFeature.MeanSimilarity] = best.Similarity.MeanOfThree;
        features[(int)MatchFeature.SimilarityOutOfScope] = scope.Similarity;
        features[(int)MatchFeature.AspectShare] = ranked.AspectShare;
        features[(int)MatchFeature.NeverSaid] = aspects.IsNeverSaid(reading.Aspects, best.Position) ? 1 : 0;
        features[(int)MatchFeature.Uncovered] = uncovered.Share;
        features[(int)MatchFeature.MaxUncovered] = uncovered.Max;
        features[(int)MatchFeature.ScoreShare] = total > 0 ? best.Score / total : 0;
        features[(int)MatchFeature.Words] = Math.Min(MaxWords, QuestionForm.CountWords(reading.Text));
        features[(int)MatchFeature.MissingNumbers] = ranked.MissingNumbers;
    }

    /// <summary>The evidence by which a fact is ranked.</summary>
    public RankingFeatures FeaturesOf(QuestionReading reading, FactHit hit)
    {
        var fact = @base.Facts[hit.Position];
        var usesNames = signals.HasFlag(AnswerSignals.Names);
        return new RankingFeatures(
            hit.Lexical,
            hit.Probability,
            hit.Similarity.Best,
            hit.Similarity.MeanOfThree,
            usesNames ? Party(fact, reading.Asked.Parties) : 0,
            usesNames ? Day(fact, reading.Asked) : 0,
            usesNames ? Math.Min(MaxMissingPeople, values.MissingPeople(reading.Asked, fact)) : 0,
            usesNames && values.HasOtherPlace(reading.Asked, fact) ? 1 : 0,
            aspects.LogShare(reading.Aspects, hit.Position),
            Math.Min(MaxMissingNumbers, numbers.CountMissing(reading.Numbers.Span, hit.Position)));
    }

    private void Classify(QuestionReading reading, Span<FactHit> hits)
    {
        var rented = ArrayPool<float>.Shared.Rent(@base.Facts.Length);
        var probabilities = rented.AsSpan(0, @base.Facts.Length);
        classifier.Classify(reading.Canonical, probabilities);
        foreach (ref var hit in hits)
        {
            hit = hit with { Probability = probabilities[hit.Position] };
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    // Adds the facts whose texts are nearest, and compares the texts of all.
    private int Compare(QuestionReading reading, ReadOnlySpan<SearchHit> all, Span<FactHit> hits, int count, out float outOfScope)
    {
        Span<float> vector = stackalloc float[WordVectors.Dimensions];
        Span<short> query = stackalloc short[WordVectors.Dimensions];
        vectors!.Words.Embed(reading.Text, vector);
        VectorIndex.Round(vector, query);
        var script = Scripts.Of(reading.Text);
        foreach (ref var hit in hits[..count])
        {
            hit = hit with { Similarity = vectors.Index.Compare(query, script, hit.Position) };
        }

        Span<int> nearest = stackalloc int[AnswerTuning.MaxNearest];
        foreach (var document in nearest[..vectors.Index.FindNearest(query, script, 0, @base.Facts.Length, nearest)])
        {
            if (!IsAmong(hits[..count], document) && vectors.Index.Compare(query, script, document) is var similarity && similarity.Best >= AnswerTuning.MinSimilarity)
            {
                hits[count++] = HitOf(document, all) with { Similarity = similarity };
            }
        }

        outOfScope = 0;
        Span<int> subjects = stackalloc int[AnswerTuning.MaxNearestSubjects];
        foreach (var document in subjects[..vectors.Index.FindNearest(query, script, @base.Facts.Length, vectors.Index.Count, subjects)])
        {
            outOfScope = Math.Max(outOfScope, vectors.Index.Compare(query, script, document).Best);
        }

        return count;
    }

    private static FactHit HitOf(int document, ReadOnlySpan<SearchHit> all)
    {
        foreach (var hit in all)
        {
            if (hit.Document == document)
            {
                return new FactHit(document, 0, hit.Score, hit.Coverage, 0, default);
            }
        }

        return new FactHit(document, 0, 0, 0, 0, default);
    }

    private static bool IsAmong(ReadOnlySpan<FactHit> hits, int position)
    {
        foreach (var hit in hits)
        {
            if (hit.Position == position)
            {
                return true;
            }
        }

        return false;
    }

    // A day that is only asserted may be wrong, and must not lead to another fact.
    private static float Day(Fact fact, StatedValues asked) =>
        asked.AssertsDay || !asked.Days.Exists(d => d.Precision != DatePrecision.Year) ? 0 : asked.Days.Exists(fact.Date.Overlaps) ? 1 : -1;

    private static float Party(Fact fact, List<Party> asked)
    {
        if (asked.Count == 0)
        {
            return 0;
        }

        var matching = 0f;
        foreach (var party in asked)
        {
            matching += fact.By.Contains(party) ? 1 : fact.About.Contains(party) ? AnswerTuning.AboutPartyShare : 0;
        }

        return MathF.Log(AnswerTuning.OtherPartyShare + ((1 - AnswerTuning.OtherPartyShare) * matching / asked.Count));
    }
}
