using Bot.Answers.Understanding;
using Bot.Search.Ranking;

namespace Bot.Answers.Tests.Live;

/// <summary>The confidence is fitted to questions about the base that is served: when the base grows, the figures are fitted again.</summary>
public sealed class ConfidenceFitTests
{
    [Theory]
    [InlineData(0, 0.25, 0, 0.15)]
    [InlineData(0.25, 0.75, 0.3, 0.7)]
    [InlineData(0.75, 0.9, 0.75, 0.98)]
    [InlineData(0.9, 1, 0.94, 1)]
    public void Of_what_it_calls_so_sure_so_much_is_answered(double from, double to, double least, double most)
    {
        var asked = Question.All().Select(q => (q.IsAnswerable, LiveBase.Ask(q.Text, q.Language).Confidence)).Where(a => a.Confidence >= from && a.Confidence < to).ToList();

        Assert.InRange(asked.Count(a => a.IsAnswerable) / (double)asked.Count, least, most);
    }

    // Logistic regression by gradient descent: few figures, few samples. The small penalty keeps the figures finite.
    [Fact]
    public void Its_figures_are_those_that_fit_the_half_of_the_questions_that_may_be_tuned_on()
    {
        var knowledge = new BaseSnapshot(LiveBase.Facts);
        var hits = new SearchHit[16];
        var samples = new List<(double[] Features, double Label)>();
        foreach (var question in Question.All().Where(q => q.IsForTuning))
        {
            var fact = knowledge.Search.Find(question.Text, hits, out var scope) > 0 ? hits[0] : default;
            samples.Add(([1, ConfidenceModel.LeadOver(fact, scope.BestOutOfScope), ConfidenceModel.OddsOf(scope.InScopeProbability), fact.Coverage], question.IsAnswerable ? 1 : 0));
        }

        var figures = new double[4];
        for (var round = 0; round < 20_000; round++)
        {
            var slope = figures.Select((f, i) => i == 0 ? 0 : 0.001 * f).ToArray();
            foreach (var (features, label) in samples)
            {
                var sum = 0.0;
                for (var i = 0; i < 4; i++)
                {
                    sum += features[i] * figures[i];
                }

                for (var i = 0; i < 4; i++)
                {
                    slope[i] += ((1 / (1 + Math.Exp(-sum))) - label) * features[i] / samples.Count;
                }
            }

            for (var i = 0; i < 4; i++)
            {
                figures[i] -= 0.2 * slope[i];
            }
        }

        string[] names = ["constant", "lead", "odds", "coverage"];
        Assert.All(names.Zip(figures, ConfidenceModel.Coefficients), f => Assert.True(Math.Abs(f.Second - f.Third) < 0.25, $"{f.First} is {f.Third:F2}, and {f.Second:F2} fits"));
    }
}
