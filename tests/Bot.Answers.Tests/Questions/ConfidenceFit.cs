using System.Globalization;
using Bot.Answers.Model;
using Bot.Answers.Scoring;
using Bot.Answers.Understanding;
using Bot.Facts.Model;
using Bot.Search.Classification;

namespace Bot.Testing;

/// <summary>
/// Fits the ranking and the confidence to the development questions, on bases of one chapter with few and with many examples and on one of many chapters, so that one
/// model serves them all.
/// </summary>
/// <param name="Lines">The lines of the model's file.</param>
/// <param name="Samples">The samples with the evidence that the fitted ranking gives.</param>
/// <param name="Answered">The threshold of an answer.</param>
/// <param name="Closest">The threshold below which nothing is shown.</param>
internal sealed record ConfidenceFit(List<string> Lines, List<RankedSample> Samples, double Answered, double Closest)
{
    // Of the unanswerable questions and the near misses at most so many may be answered, and of the answers so many may begin with a wrong fact. The first is a third of what is the
    // goal and the second two thirds of it, because others ask about things that nobody thought of here.
    // Few examples make a base less certain, so that more may be wrong there.
    private const int FewExamples = 3;
    private const double MaxUnanswerable = 0.01;
    private const double MaxUnanswerableOfFew = 0.02;
    private const double MaxNearMiss = 0.065;
    private const double MaxWrong = 0.02;

    // Of the questions whose answer is among the best three facts, at most so much may be shown nothing.
    private const double MaxHidden = 0.01;

    // The thresholds come from questions that the trees were not fitted to.
    private const int Parts = 5;

    // Examples a fact and a subject in each language. Those without near misses have two questions for each of the other subjects, which is a quarter.
    private static readonly (int Facts, int Subjects, bool HasNearMisses)[] s_bases =
        [(1, 1, false), (3, 2, false), (8, 2, false), (16, 16, true), (All, All, true), (3, 0, false)];

    private const int All = 99;

    /// <summary>Fits a model.</summary>
    /// <param name="folder">An empty folder for the bases; created.</param>
    /// <param name="signals">The signals that count.</param>
    public static ConfidenceFit Run(string folder, AnswerSignals signals)
    {
        var whole = new BaseSnapshot(SampleBase.Facts, signals);
        var samples = s_bases.AsParallel().AsOrdered().WithDegreeOfParallelism(2).SelectMany((b, i) => Ask(b, Path.Combine(folder, i.ToString(CultureInfo.InvariantCulture)), whole, signals).Select(s => (Sample: s, b.Facts))).ToList();
        samples.AddRange(AskWhole(signals).Select(s => (s, FewExamples)));
        double[] weights = [.. RankingFit.Fit(samples.Select(s => s.Sample)).Select(w => Math.Round(w, 2))];
        var ranked = samples.ConvertAll(s => s.Sample.Rank(weights, s.Facts));
        var unseen = new Dictionary<RankedSample, double>(ReferenceEqualityComparer.Instance);
        for (var part = 0; part < Parts; part++)
        {
            var model = ModelOf(weights, TreeFit.Fit(ranked.FindAll(s => s.Part(Parts) != part)));
            foreach (var sample in ranked.Where(s => s.Part(Parts) == part))
            {
                unseen[sample] = model.Of(sample.Features);
            }
        }

        var (answered, closest) = (AnsweredThreshold(unseen), ClosestThreshold(unseen));
        List<string> lines = [Line(weights), .. TreeFit.Fit(ranked)];
        return signals.HasFlag(AnswerSignals.Vectors)
            ? new ConfidenceFit(lines, ranked, answered, closest)
            : new ConfidenceFit([.. lines, Shift(answered)], ranked, AnswerThresholds.Default.Answered, closest);
    }

    /// <summary>The model that was fitted.</summary>
    public ConfidenceModel Model => ConfidenceModel.Parse(Lines);

    private static List<ConfidenceSample> Ask((int Facts, int Subjects, bool HasNearMisses) kind, string folder, BaseSnapshot whole, AnswerSignals signals)
    {
        FewerExamples.Copy(SampleBase.Folder, folder, kind.Facts, kind.Subjects, kind.HasNearMisses ? null : "near-facts.yaml");
        var snapshot = new BaseSnapshot(SampleBase.Load(folder), signals);
        return [.. ConfidenceSample.Questions(whole, snapshot).Select(q => ConfidenceSample.Of(q, snapshot))];
    }

    // What one chapter does not say, another may.
    private static IEnumerable<ConfidenceSample> AskWhole(AnswerSignals signals)
    {
        var snapshot = new BaseSnapshot(SampleBase.Load(Repository.WholeBase), signals);
        var questions = ConfidenceSample.Questions().Where(q => q.Kind != Question.Ordinary || q.IsAnswerable).Concat(Question.Later().Where(q => q.Set == "development"));
        return questions.Select(q => ConfidenceSample.Of(q, snapshot));
    }

    private static ConfidenceModel ModelOf(double[] weights, List<string> trees) => ConfidenceModel.Parse([Line(weights), .. trees]);

    private static string Line(double[] weights) => string.Join(' ', weights.Select(w => w.ToString("0.##", CultureInfo.InvariantCulture)));

    // A base sets its thresholds once, so what is less certain without vectors is made less certain. A tree whose leaves are equal adds a constant.
    private static string Shift(double answered)
    {
        var shift = (float)Math.Round(LogOdds(AnswerThresholds.Default.Answered) - LogOdds(answered), 2);
        return BoostedTrees.Format([0, 0, 0], [0, 0, 0], [shift, shift, shift, shift]);
    }

    private static double LogOdds(double probability) => Math.Log(probability / (1 - probability));

    private static double AnsweredThreshold(Dictionary<RankedSample, double> probabilities)
    {
        var asked = probabilities.Where(p => p.Key.IsAsked).ToList();
        for (var threshold = 0.3; threshold < 1; threshold += 0.01)
        {
            var answered = asked.FindAll(a => a.Value >= threshold);
            var withFew = (Answered: answered.FindAll(a => a.Key.Examples <= FewExamples), Asked: asked.FindAll(a => a.Key.Examples <= FewExamples));
            var withMany = (Answered: answered.FindAll(a => a.Key.Examples > FewExamples), Asked: asked.FindAll(a => a.Key.Examples > FewExamples));
            var ofWhole = answered.FindAll(a => a.Key.Examples == All && IsOrdinary(a.Key.Question));
            if (Share(withFew.Answered, withFew.Asked, IsUnanswerable) <= MaxUnanswerableOfFew
                && Share(withMany.Answered, withMany.Asked, IsUnanswerable) <= MaxUnanswerable
                && Share(answered, asked, q => q.Kind == "near-miss") <= MaxNearMiss
                && ofWhole.Count(a => !a.Key.IsRight) <= MaxWrong * ofWhole.Count)
            {
                return threshold;
            }
        }

        return 1;
    }

    private static double ClosestThreshold(Dictionary<RankedSample, double> probabilities)
    {
        var findable = probabilities.Where(p => p.Key.IsAsked && IsOrdinary(p.Key.Question) && p.Key.IsAmongThree).Select(p => p.Value).Order().ToList();
        return findable[(int)(MaxHidden * findable.Count)];
    }

    private static bool IsOrdinary(Question question) => question.Kind == Question.Ordinary && question.IsAnswerable;

    private static bool IsUnanswerable(Question question) => question is { Kind: Question.Ordinary, IsAnswerable: false };

    private static double Share(List<KeyValuePair<RankedSample, double>> some, List<KeyValuePair<RankedSample, double>> all, Func<Question, bool> which) =>
        (double)some.Count(s => which(s.Key.Question)) / all.Count(s => which(s.Key.Question));
}
