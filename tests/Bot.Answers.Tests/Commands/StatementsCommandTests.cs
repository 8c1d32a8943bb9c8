using Bot.Answers.Model;

namespace Bot.Answers.Tests.Commands;

public sealed class StatementsCommandTests
{
    [Theory]
    [InlineData("en", "Trump elections", "Statements · Trump · Elections, term and legitimacy")]
    [InlineData("zh-Hant", "特朗普 選舉", "言論 · 特朗普 · 選舉、任期與合法性")]
    [InlineData("zh-Hans", "特朗普 选举", "言论 · 特朗普 · 选举、任期与合法性")]
    [InlineData("ru", "Трамп выборы", "Заявления · Трамп · Выборы, срок полномочий и легитимность")]
    [InlineData("uk", "Трамп вибори", "Заяви · Трамп · Вибори, строк повноважень і легітимність")]
    public void What_somebody_said_on_a_topic_is_found_in_every_language(string language, string words, string title)
    {
        var answer = SampleBase.Ask("/statements " + words, language);

        Assert.Equal((Outcome.Answered, title), (answer.Outcome, answer.Title));
        Assert.Equal(new Request("statements", "trump elections", language), answer.Request);
        Assert.Equal(["trump-elections-at-some-point", "trump-zelensky-term-expired"], answer.Ids());
    }

    [Fact]
    public void The_newest_statement_comes_first_with_its_status_and_sources()
    {
        var answer = SampleBase.Ask("/statements Zelenskyy and Lavrov");

        Assert.Equal(
            ["riyadh-ambassadors", "riyadh-diplomatic-missions", "riyadh-deputies-meeting", "zelensky-on-call-with-trump", "zelensky-no-talks-without-ukraine", "zelensky-elections-after-martial-law"],
            answer.Ids());
        Assert.Equal("2025-02-18", answer.Facts.First().When);
        Assert.Equal("confirmed", answer.Facts.First().Status!.Code);
        Assert.Equal(["15", "16", "17", "a", "b", "c"], answer.Facts.First().Labels);
    }

    [Fact]
    public void What_others_say_about_somebody_and_what_somebody_did_is_no_statement()
    {
        Assert.Equal(["putin-questions-zelensky-legitimacy"], SampleBase.Ask("/statements Putin").Ids());
    }

    [Fact]
    public void A_name_that_is_a_topic_as_well_means_the_topic_where_it_has_said_nothing()
    {
        Assert.Equal(("Statements · NATO membership", "nato"), (SampleBase.Ask("/statements NATO").Title, SampleBase.Ask("/statements NATO").Request.Arguments));
        Assert.Equal(["trump-nato-not-practical", "hegseth-nato-not-realistic"], SampleBase.Ask("/statements NATO").Ids());
    }

    [Fact]
    public void An_answer_leads_to_its_topics_and_to_the_speaker()
    {
        Assert.Equal(
            ["/statements lavrov ambassadors lang:en", "/statements lavrov talks lang:en", "/who lavrov lang:en"],
            SampleBase.Ask("/statements Lavrov").FollowUps.Select(f => f.Request.ToString()));
    }

    [Theory]
    [InlineData("/statements Russia", "lavrov russian-foreign-ministry peskov putin trump")]
    [InlineData("/statements Lavrov elections", "lavrov trump hegseth zelensky russian-foreign-ministry")]
    public void Where_the_base_has_none_it_says_so_and_offers_those_who_are_nearest(string text, string offered)
    {
        var answer = SampleBase.Ask(text);

        Assert.Equal((Outcome.Unknown, "The base holds no such statement. It has statements by:"), (answer.Outcome, answer.Prose()));
        Assert.Equal(offered, string.Join(' ', answer.FollowUps.Select(f => f.Request.Arguments)));
        Assert.All(answer.FollowUps, f => Assert.Equal(Outcome.Answered, SampleBase.Answerer.Answer(f.Request).Outcome));
    }

    [Theory]
    [InlineData("Lavrox", Outcome.Suggested, "The base has no such name. Did you mean one of these?", "lavrov")]
    [InlineData("Napoleon", Outcome.Unknown, "The base knows nobody of that name.", "")]
    [InlineData("", Outcome.Invalid, "Whose statements? For example: /statements Lavrov", "trump hegseth zelensky lavrov russian-foreign-ministry")]
    public void Nobody_is_made_up(string words, Outcome outcome, string prose, string offered)
    {
        var answer = SampleBase.Ask("/statements " + words);

        Assert.Equal((outcome, prose), (answer.Outcome, answer.Prose()));
        Assert.Equal(offered, string.Join(' ', answer.FollowUps.Select(f => f.Request.Arguments)));
        Assert.All(answer.FollowUps, f => Assert.Equal("statements", f.Request.Command));
        Assert.Empty(answer.Facts);
    }

    [Fact]
    public void Only_those_who_said_something_and_what_they_spoke_of_are_offered()
    {
        Assert.Equal(
            "bruce hegseth lavrov peskov putin russian-foreign-ministry state-department trump zelensky",
            string.Join(' ', SampleBase.Answerer.Complete("statements", "party", "", "en").Select(c => c.Value).Order(StringComparer.Ordinal)));
        Assert.Equal([new Completion("lavrov", "Сергей Лавров")], SampleBase.Answerer.Complete("statements", "party", "лавр", "ru"));
        Assert.Equal("nato territory elections guarantees seat ambassadors ceasefire calls summit delegations talks promises", string.Join(' ', SampleBase.Answerer.Complete("statements", "topic", "", "en").Select(c => c.Value)));
    }
}
