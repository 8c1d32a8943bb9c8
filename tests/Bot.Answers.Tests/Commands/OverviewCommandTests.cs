using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Commands;

/// <summary>The present state of a base's subject, asked for in the reader's own words.</summary>
public sealed class OverviewCommandTests
{
    private static readonly FactBase s_base = OtherBase.LoadWithSides("overview: { now: [f-reaction, f-opened], negotiators: [f-promise] }\n");
    private static readonly Answerer s_answerer = new(s_base);

    [Theory]
    [InlineData("en", "Where do the talks stand?", "As of 30 June 2021")]
    [InlineData("zh-Hant", "談判進展如何？", "截至2021年6月30日")]
    [InlineData("zh-Hans", "谈判进展如何？", "截至2021年6月30日")]
    [InlineData("ru", "На каком этапе переговоры?", "По состоянию на 30 июня 2021 года")]
    [InlineData("uk", "На якому етапі перемовини?", "Станом на 30 червня 2021 року")]
    public void The_present_state_has_the_newest_fact_first_and_the_day_up_to_which_it_is_known(string language, string question, string title)
    {
        var answer = s_answerer.Answer(question, language);

        Assert.Equal((Outcome.Answered, title), (answer.Outcome, answer.Title));
        Assert.Equal(["f-opened", "f-reaction"], answer.Ids());
    }

    [Fact]
    public void Each_fact_says_its_day()
    {
        var answer = s_answerer.Answer("where do the talks stand", "en");

        Assert.All(answer.Facts, f => Assert.True(f.Date is not null || f.Text.Contains("2021", StringComparison.Ordinal)));
        Assert.Equal([null, "May 2021"], answer.Facts.Select(f => f.Date));
    }

    [Fact]
    public void Those_who_negotiate_are_asked_for_apart()
    {
        Assert.Equal(["f-promise"], s_answerer.Answer("who negotiates now?", "en").Ids());
    }

    [Fact]
    public void The_names_of_the_sides_leave_the_question_general()
    {
        Assert.Equal(["f-promise"], s_answerer.Answer("Who negotiates for Saltvik and Nordline?", "en").Ids());
    }

    [Fact]
    public void An_answer_is_shortened_to_what_was_asked_so_that_an_old_button_shows_what_is_true_today()
    {
        var request = s_answerer.Answer("where do the talks stand", "en").Request;
        Assert.Equal(new Request("overview", "now", "en"), request);

        var today = new Answerer(OtherBase.LoadWithSides("overview: { now: [f-promise] }\n"));
        Assert.Equal(["f-promise"], today.Answer(request).Ids());
        Assert.Equal(["f-opened", "f-reaction"], s_answerer.FactsOf(request));
    }

    [Fact]
    public void A_question_of_a_fact_keeps_that_fact()
    {
        Assert.Equal(["f-promise"], s_answerer.Answer("How many ferries were promised?", "en").Ids());
    }

    [Fact]
    public void A_base_without_an_overview_answers_as_before()
    {
        Assert.NotEqual("overview", new Answerer(OtherBase.WithSides).Answer("where do the talks stand", "en").Request.Command);
        Assert.Equal(Outcome.Unknown, new Answerer(OtherBase.WithSides).Answer("/overview now", "en").Outcome);
    }
}
