using Bot.Answers.Model;
using Bot.Answers.Scoring;

namespace Bot.Answers.Tests.Understanding;

public sealed class ConfidenceModelTests : IDisposable
{
    private const int Step = 10;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(MatchFeature.Lead, 1)]
    [InlineData(MatchFeature.Coverage, 1)]
    [InlineData(MatchFeature.BestSimilarity, 1)]
    [InlineData(MatchFeature.AspectShare, 1)]
    [InlineData(MatchFeature.ScoreShare, 1)]
    [InlineData(MatchFeature.MissingPerson, -1)]
    [InlineData(MatchFeature.UnknownNames, -1)]
    [InlineData(MatchFeature.NeverSaid, -1)]
    [InlineData(MatchFeature.Uncovered, -1)]
    public void The_confidence_only_rises_or_only_falls_with_a_feature(object feature, int direction)
    {
        var features = new float[MatchFeatures.Count];
        Array.Fill(features, 0.4f);
        var confidences = new List<float>();
        for (var value = -Step; value <= Step; value++)
        {
            features[(int)(MatchFeature)feature] = 2f * value / Step;
            confidences.Add(direction * ConfidenceModel.WithVectors.Of(features));
        }

        Assert.Equal(confidences.Order(), confidences);
        Assert.True(confidences[^1] > confidences[0]);
    }

    [Theory]
    [InlineData(ConfidenceModel.WithVectorsName, AnswerSignals.All)]
    [InlineData(ConfidenceModel.ByWordsName, AnswerSignals.All & ~AnswerSignals.Vectors)]
    public void Its_figures_and_the_default_thresholds_are_those_that_fit_the_development_questions(string name, AnswerSignals signals)
    {
        var current = name == ConfidenceModel.WithVectorsName ? ConfidenceModel.WithVectors : ConfidenceModel.ByWords;

        var fit = ConfidenceFit.Run(_folder, signals);

        var received = Path.Combine(Repository.Root, "src", "Bot.Answers", "Scoring", name + ".txt.received");
        var difference = fit.Samples.Average(s => Math.Abs(fit.Model.Of(s.Features) - current.Of(s.Features)));
        var weights = fit.Model.Ranking.Weights.Zip(current.Ranking.Weights, (f, c) => Math.Abs(f - c)).Max();
        if (difference > 0.02 || weights > 0.1)
        {
            File.WriteAllLines(received, fit.Lines);
            Assert.Fail($"Other figures fit: move {received} over the model. The thresholds that fit are answered {fit.Answered:F2}, closest {fit.Closest:F2}.");
        }

        File.Delete(received);
        if (name == ConfidenceModel.WithVectorsName)
        {
            Assert.Equal(fit.Answered, SampleBase.Facts.Thresholds.Answered, 0.02);
            Assert.Equal(fit.Closest, SampleBase.Facts.Thresholds.Closest, 0.02);
        }
    }
}
