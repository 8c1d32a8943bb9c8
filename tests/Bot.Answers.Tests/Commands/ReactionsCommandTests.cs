using Bot.Answers.Model;

namespace Bot.Answers.Tests.Commands;

public sealed class ReactionsCommandTests
{
    [Theory]
    [InlineData("en", "Germany", "France")]
    [InlineData("zh-Hant", "德國", "法國")]
    [InlineData("zh-Hans", "德国", "法国")]
    [InlineData("ru", "Германия", "Франция")]
    [InlineData("uk", "Німеччина", "Франція")]
    public void A_country_shows_what_its_people_said(string language, string germany, string france)
    {
        Assert.Equal(
            ["paris-joint-statement", "scholz-no-dictated-peace", "lecornu-pistorius-defence-ministers"],
            SampleBase.Ask("/reactions " + germany, language).Ids());
        Assert.Equal(
            ["paris-joint-statement", "barrot-no-peace-without-europeans", "lecornu-pistorius-defence-ministers"],
            SampleBase.Ask("/reactions " + france, language).Ids());
        Assert.Equal([france], SampleBase.Ask("/reactions " + france, language).Headings());
    }

    [Fact]
    public void A_country_without_reactions_offers_those_that_have_some()
    {
        var answer = SampleBase.Ask("/reactions Japan");

        Assert.Equal(Outcome.Unknown, answer.Outcome);
        Assert.Contains(answer.FollowUps, f => f.Label == "Germany");
        Assert.All(answer.FollowUps, f => Assert.Equal(Outcome.Answered, SampleBase.Answerer.Answer(f.Request).Outcome));
    }
}
