namespace Bot.Answers.Tests;

public sealed class ReachabilityTests
{
    [Theory]
    [MemberData(nameof(RealBase.Languages), MemberType = typeof(RealBase))]
    public void Every_fact_is_among_the_first_three_for_its_first_question(string language)
    {
        var index = (int)Bot.Facts.Model.Locales.ToLanguage(RealBase.Locale(language));

        Assert.Empty(RealBase.Facts.Facts
            .Where(fact => !RealBase.Ask(fact.Questions[index][0], language).Ids().Take(3).Contains(fact.Id))
            .Select(fact => fact.Id));
    }

    [Theory]
    [MemberData(nameof(RealBase.Languages), MemberType = typeof(RealBase))]
    public void Every_statement_of_the_article_is_among_the_first_three(string language)
    {
        var index = (int)Bot.Facts.Model.Locales.ToLanguage(RealBase.Locale(language));

        Assert.All(Enumerable.Range(1, 57).Select(n => $"S{n:00}"), statement => Assert.Contains(
            RealBase.Facts.Facts.Where(f => f.Statements.Contains(statement)),
            fact => RealBase.Ask(fact.Questions[index][0], language).Facts.Take(3).Any(f => f.Statements.Contains(statement))));
    }
}
