using Bot.Answers.Understanding;

namespace Bot.Testing;

/// <summary>The confidence of questions with known answers, and the figures that fit it to them.</summary>
/// <param name="Question">The question.</param>
/// <param name="Features">The evidence that the search has for its best fact.</param>
/// <param name="IsRight">Whether the best fact answers it.</param>
/// <param name="IsAmongThree">Whether one of the best three facts does.</param>
internal sealed record ConfidenceFit(Question Question, float[] Features, bool IsRight, bool IsAmongThree)
{
    private const int Rounds = 40_000;
    private const double Step = 0.1;

    // A small penalty keeps the figures finite.
    private const double Penalty = 0.002;

    // Of what is answered, at most so much may begin with a wrong fact.
    private const double MaxWrong = 0.03;

    // Of the questions whose answer is among the best three facts, at most so much may be shown nothing.
    private const double MaxHidden = 0.01;

    private static readonly string[] s_kinds = [Question.Ordinary, "near-miss", "other-subject", "premise"];

    /// <summary>The questions that the confidence is about, with what the search finds for them.</summary>
    public static List<ConfidenceFit> All(BaseSnapshot snapshot) =>
        [.. Question.Every().Where(q => s_kinds.Contains(q.Kind)).Select(q => Of(q, snapshot))];

    /// <summary>The constant and the weights that fit samples: logistic regression by gradient descent, enough for few figures and few samples.</summary>
    public static double[] Fit(IReadOnlyCollection<ConfidenceFit> samples)
    {
        var figures = new double[MatchFeatures.Count + 1];
        var slope = new double[figures.Length];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < slope.Length; i++)
            {
                slope[i] = i == 0 ? 0 : Penalty * figures[i];
            }

            foreach (var sample in samples)
            {
                var error = (sample.Probability(figures) - (sample.IsRight ? 1 : 0)) / samples.Count;
                slope[0] += error;
                for (var i = 0; i < sample.Features.Length; i++)
                {
                    slope[i + 1] += error * sample.Features[i];
                }
            }

            for (var i = 0; i < figures.Length; i++)
            {
                figures[i] -= Step * slope[i];
            }
        }

        return figures;
    }

    /// <summary>The thresholds that keep wrong answers and hidden facts few.</summary>
    public static (double Answered, double Closest) Thresholds(IReadOnlyCollection<ConfidenceFit> samples, double[] figures)
    {
        var (wrong, count, answered) = (0, 0, 1.0);
        foreach (var sample in samples.OrderByDescending(s => s.Probability(figures)))
        {
            count++;
            wrong += sample.IsRight ? 0 : 1;
            answered = wrong <= MaxWrong * count ? sample.Probability(figures) : answered;
        }

        var findable = samples.Where(s => s.IsAmongThree).Select(s => s.Probability(figures)).Order().ToList();
        return (answered, findable[(int)(MaxHidden * findable.Count)]);
    }

    /// <summary>The probability that the best fact answers it.</summary>
    /// <param name="figures">The constant and the weights.</param>
    public double Probability(double[] figures)
    {
        var sum = figures[0];
        for (var i = 0; i < Features.Length; i++)
        {
            sum += figures[i + 1] * Features[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    private static ConfidenceFit Of(Question question, BaseSnapshot snapshot)
    {
        var found = snapshot.Search.Find(question.Text);
        var facts = snapshot.Search.Best(found, 3).ConvertAll(f => f.Id);
        var features = new float[MatchFeatures.Count];
        if (facts.Count > 0)
        {
            snapshot.Search.FeaturesOf(found.Hits.Span, found.Scope, found.Asked).CopyTo(features);
        }

        return new ConfidenceFit(
            question,
            features,
            question.IsAnswerable && facts.Take(1).Any(question.Facts.Contains),
            question.IsAnswerable && facts.Any(question.Facts.Contains));
    }
}
