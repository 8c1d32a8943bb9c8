using Bot.Answers.Understanding;
using Bot.Search.Ranking;

namespace Bot.Answers.Tests.Understanding;

public sealed class ConfidenceModelTests
{
    [Theory]
    [InlineData(0.5f, 0.3f, 0.1f, 0.5f, 0.91f)]
    [InlineData(0.5f, 0.3f, 0.5f, 0.5f, 0.56f)]
    [InlineData(0.5f, 0.3f, 0.5f, 0.05f, 0.08f)]
    [InlineData(0.5f, 0.3f, 0.5f, 0.95f, 0.95f)]
    [InlineData(0.1f, 0.1f, 0.5f, 0.5f, 0.07f)]
    [InlineData(2f, 1f, 0f, 1f, 1f)]
    public void A_fact_is_surer_the_more_it_holds_of_the_question_and_the_further_it_and_all_facts_are_ahead_of_what_is_out_of_scope(
        float score, float coverage, float outOfScope, float ofFacts, float confidence)
    {
        Assert.Equal(confidence, ConfidenceModel.Of(new SearchHit(0, score, coverage), new ScopeEstimate(new SearchHit(0, outOfScope, 1), ofFacts)), 0.05f);
    }
}
