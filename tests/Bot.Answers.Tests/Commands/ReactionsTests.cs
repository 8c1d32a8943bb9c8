namespace Bot.Answers.Tests.Commands;

public sealed class ReactionsTests
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
            ["scholz-no-dictated-peace", "lecornu-pistorius-defence-ministers", "paris-joint-statement"],
            RealBase.Ask("/reactions " + germany, language).Ids());
        Assert.Equal(
            ["lecornu-pistorius-defence-ministers", "paris-joint-statement", "barrot-no-peace-without-europeans"],
            RealBase.Ask("/reactions " + france, language).Ids());
        Assert.Equal([france], RealBase.Ask("/reactions " + france, language).Headings());
    }

    [Theory]
    [MemberData(nameof(RealBase.Languages), MemberType = typeof(RealBase))]
    public void Without_a_country_every_reaction_is_shown(string language)
    {
        Assert.Equal(
            RealBase.Facts.Facts.Where(f => f.Kind == Bot.Facts.Model.FactKind.Reaction).Select(f => f.Id).Order(),
            RealBase.Ask("/reactions", language).Ids().Order());
    }

    [Fact]
    public void A_country_without_reactions_offers_those_that_have_some()
    {
        var answer = RealBase.Ask("/reactions Japan");

        Assert.Equal(Outcome.Unknown, answer.Outcome);
        Assert.Contains(answer.FollowUps, f => f.Label == "Germany");
        Assert.All(answer.FollowUps, f => Assert.Equal(Outcome.Answered, RealBase.Answerer.Answer(f.Request).Outcome));
    }
}
