using Bot.Answers.Model;

namespace Bot.Answers.Tests.Commands;

public sealed class FactCommandTests
{
    [Theory]
    [InlineData("riyadh-talks-duraton", "riyadh-talks-duration")]
    [InlineData("how long did the Riyadh talks last", "riyadh-talks-duration")]
    public void A_near_miss_suggests(string id, string meant)
    {
        var answer = SampleBase.Ask("/fact " + id);

        Assert.Equal(Outcome.Suggested, answer.Outcome);
        Assert.Contains(answer.FollowUps, f => f.Request.Arguments == meant);
    }

    [Theory]
    [InlineData("/fact", Outcome.Invalid)]
    [InlineData("/fact S58", Outcome.Unknown)]
    [InlineData("/fact xyzzy", Outcome.Unknown)]
    public void No_fact_is_made_up(string text, Outcome outcome)
    {
        Assert.Equal(outcome, SampleBase.Ask(text).Outcome);
    }
}
