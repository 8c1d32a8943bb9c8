namespace Bot.Answers.Tests.Commands;

public sealed class FactTests
{
    [Theory]
    [MemberData(nameof(RealBase.Languages), MemberType = typeof(RealBase))]
    public void Every_id_shows_its_fact_with_its_note(string language)
    {
        Assert.All(RealBase.Facts.Facts, fact =>
        {
            var card = Assert.Single(RealBase.Ask("/fact " + fact.Id, language).Facts);
            Assert.Equal(fact.Id, card.Id);
            Assert.Equal(fact.Text[RealBase.Locale(language)], card.Text);
            Assert.Equal(fact.Note[RealBase.Locale(language)], card.Note);
            Assert.Equal(fact.Cites.Length + fact.Evidence.Length, card.Labels.Length);
        });
    }

    [Fact]
    public void Every_statement_of_the_article_shows_a_fact_that_covers_it()
    {
        Assert.All(Enumerable.Range(1, 57).Select(n => $"S{n:00}"), statement =>
        {
            Assert.Contains(statement, RealBase.Ask("/fact " + statement).Facts.Single().Statements);
            Assert.Contains(statement, RealBase.Ask("/fact " + statement.ToLowerInvariant()).Facts.Single().Statements);
        });
    }

    [Theory]
    [InlineData("riyadh-talks-duraton", "riyadh-talks-duration")]
    [InlineData("how long did the Riyadh talks last", "riyadh-talks-duration")]
    public void A_near_miss_suggests(string id, string meant)
    {
        var answer = RealBase.Ask("/fact " + id);

        Assert.Equal(Outcome.Suggested, answer.Outcome);
        Assert.Contains(answer.FollowUps, f => f.Request.Words == meant);
    }

    [Theory]
    [InlineData("/fact", Outcome.Invalid)]
    [InlineData("/fact S58", Outcome.Unknown)]
    [InlineData("/fact xyzzy", Outcome.Unknown)]
    public void No_fact_is_made_up(string text, Outcome outcome)
    {
        Assert.Equal(outcome, RealBase.Ask(text).Outcome);
    }
}
