using System.Globalization;
using Bot.Answers.Understanding;

namespace Bot.Answers.Tests.Understanding;

public sealed class ConfidenceModelTests
{
    private static readonly BaseSnapshot s_snapshot = new(SampleBase.Facts);
    private static readonly List<ConfidenceFit> s_samples = ConfidenceFit.All(s_snapshot);

    [Fact]
    public void A_fact_is_more_certain_the_more_it_has_of_the_question_and_the_further_it_is_ahead_of_what_is_out_of_scope()
    {
        var middle = ConfidenceModel.Of(new MatchFeatures(0, 0, 0.5f, 0.5f, 0, 0, 0, 0));

        Assert.True(ConfidenceModel.Of(new MatchFeatures(1, 0, 0.5f, 0.5f, 0, 0, 0, 0)) > middle);
        Assert.True(ConfidenceModel.Of(new MatchFeatures(0, 0, 1, 0.5f, 0, 0, 0, 0)) > middle);
        Assert.True(ConfidenceModel.Of(new MatchFeatures(0, 0, 0.5f, 0.5f, 3, 0, 0, 0)) > middle);
        Assert.True(ConfidenceModel.Of(new MatchFeatures(0, 0, 0.5f, 0.5f, 0, 1, 0, 0)) < middle);
    }

    [Theory]
    [InlineData("development", 0, 0.25, 0, 0.15)]
    [InlineData("development", 0.8, 0.95, 0.8, 1)]
    [InlineData("development", 0.95, 1, 0.95, 1)]
    [InlineData("held-out", 0, 0.25, 0, 0.15)]
    [InlineData("held-out", 0.8, 0.95, 0.8, 1)]
    [InlineData("held-out", 0.95, 1, 0.95, 1)]
    public void Of_the_questions_of_a_confidence_so_many_are_right(string set, double from, double to, double least, double most)
    {
        double[] figures = [.. ConfidenceModel.Coefficients.Select(c => (double)c)];
        var here = s_samples.Where(s => s.Question.Set == set && s.Probability(figures) is var p && p >= from && p <= to).ToList();

        Assert.InRange(here.Count(s => s.IsRight) / (double)here.Count, least, most);
    }

    [Fact]
    public void Its_figures_and_the_default_thresholds_are_those_that_fit_the_development_questions()
    {
        var development = s_samples.FindAll(s => s.Question.Set == "development");

        var figures = ConfidenceFit.Fit(development);
        var (answered, closest) = ConfidenceFit.Thresholds(development, figures);

        var fitting = string.Create(CultureInfo.InvariantCulture, $"These fit: {string.Join(", ", figures.Select(f => f.ToString("F2", CultureInfo.InvariantCulture)))}; answered {answered:F2}, closest {closest:F2}.");
        Assert.True(figures.Zip(ConfidenceModel.Coefficients).All(f => Math.Abs(f.First - f.Second) < 0.1), fitting);
        Assert.True(Math.Abs(answered - SampleBase.Facts.Thresholds.Answered) < 0.02 && Math.Abs(closest - SampleBase.Facts.Thresholds.Closest) < 0.02, fitting);
    }
}
