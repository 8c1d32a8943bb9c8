using Bot.Answers.Model;
using Bot.Answers.Understanding;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Live;

/// <summary>Whatever fact is added, it is found by its id, its statements, its questions and the names in it.</summary>
public sealed class ReachabilityTests
{
    private static readonly IReadOnlyList<string> s_statements = [.. LiveBase.Facts.Facts.SelectMany(f => f.Statements).Distinct()];

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void Every_fact_is_among_the_first_three_for_its_first_question(string language)
    {
        var index = (int)Locales.FromTag(language).ToLanguage();

        Assert.Empty(LiveBase.Facts.Facts
            .Where(fact => !LiveBase.Ask(fact.Questions[index][0], language).Ids().Take(3).Contains(fact.Id))
            .Select(fact => fact.Id));
    }

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void Every_statement_of_the_article_is_among_the_first_three(string language)
    {
        var index = (int)Locales.FromTag(language).ToLanguage();

        Assert.All(s_statements, statement => Assert.Contains(
            LiveBase.Facts.Facts.Where(f => f.Statements.Contains(statement)),
            fact => LiveBase.Ask(fact.Questions[index][0], language).Facts.Take(3).Any(f => f.Statements.Contains(statement))));
    }

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void Every_id_shows_its_fact_with_its_note(string language)
    {
        Assert.All(LiveBase.Facts.Facts, fact =>
        {
            var card = Assert.Single(LiveBase.Ask("/fact " + fact.Id, language).Facts);
            Assert.Equal(fact.Id, card.Id);
            Assert.Equal(fact.Text[Locales.FromTag(language)], card.Text);
            Assert.Equal(fact.Note?[Locales.FromTag(language)], card.Note);
            Assert.Equal(fact.Cites.Length + fact.Evidence.Length, card.Labels.Length);
        });
    }

    [Fact]
    public void Every_statement_of_the_article_shows_a_fact_that_covers_it()
    {
        Assert.All(s_statements, statement =>
        {
            Assert.Contains(statement, LiveBase.Ask("/fact " + statement).Facts.Single().Statements);
            Assert.Contains(statement, LiveBase.Ask("/fact " + statement.ToLowerInvariant()).Facts.Single().Statements);
        });
    }

    [Fact]
    public void Every_spelling_of_every_party_shows_that_party()
    {
        Assert.All(LiveBase.Facts.Parties, party => Assert.All(party.Spellings, spelling =>
        {
            var answer = LiveBase.Ask("/who " + spelling);
            Assert.Equal(Outcome.Answered, answer.Outcome);
            Assert.Equal(party.Name[Locales.FromTag("en")], answer.Title);
        }));
    }

    [Fact]
    public void Every_spelling_of_every_party_finds_that_party()
    {
        var parties = new BaseSnapshot(LiveBase.Facts).Parties;

        Assert.All(LiveBase.Facts.Parties, party => Assert.All(
            party.Spellings.Append(party.Id),
            spelling => Assert.Equal(party, parties.Find(spelling))));
    }

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void Every_corrected_fact_is_shown_with_its_note(string language)
    {
        var corrected = LiveBase.Facts.Facts.Where(f => f.Status == VerificationStatus.Corrected).ToList();
        var shown = LiveBase.Ask("/corrections", language).Sections[0].Facts;

        Assert.Equal(corrected.Select(f => (f.Id, f.Note?[Locales.FromTag(language)])), shown.Select(f => (f.Id, f.Note)));
        Assert.All(shown, f => Assert.False(string.IsNullOrWhiteSpace(f.Note)));
    }

    [Fact]
    public void Every_fact_that_is_not_plainly_confirmed_is_shown()
    {
        Assert.Equal(
            LiveBase.Facts.Facts.Where(f => f.Status != VerificationStatus.Confirmed).Select(f => f.Id).Order(),
            LiveBase.Ask("/corrections").Ids().Order());
    }

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void Without_a_country_every_reaction_is_shown(string language)
    {
        Assert.Equal(
            LiveBase.Facts.Facts.Where(f => f.Kind == FactKind.Reaction).Select(f => f.Id).Order(),
            LiveBase.Ask("/reactions", language).Ids().Order());
    }
}
