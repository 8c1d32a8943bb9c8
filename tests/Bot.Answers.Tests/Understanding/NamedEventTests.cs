using Bot.Answers.Model;

namespace Bot.Answers.Tests.Understanding;

/// <summary>Questions about an event as a whole reach every event that they name, and lead on to what came before and after it.</summary>
public sealed class NamedEventTests
{
    [Theory]
    [InlineData("Who was there on 3 July 2021?", "round-3-held")]
    [InlineData("What was agreed on 3 August 2021?", "round-4-agreed")]
    [InlineData("What was agreed on 3 August?", "round-4-agreed")]
    [InlineData("What was the outcome of ferry round 5?", "round-5-agreed")]
    [InlineData("2021年8月3日達成了什麼？", "round-4-agreed")]
    [InlineData("О чём договорились 3 августа 2021 года?", "round-4-agreed")]
    [InlineData("Про що домовилися 3 серпня 2021 року?", "round-4-agreed")]
    public void A_day_or_a_title_names_an_event_of_any_chapter(string question, string fact)
    {
        Assert.Equal(fact, LongBase.Ask(question).Ids().First());
    }

    [Fact]
    public void Of_several_events_in_a_place_the_latest_main_event_is_meant()
    {
        Assert.Equal("round-13-agreed", LongBase.Ask("What was the outcome in Storhamn?").Ids().First());
        Assert.Equal("round-14-agreed", LongBase.Ask("What was the outcome in Lillo?").Ids().First());
    }

    [Fact]
    public void Without_a_name_the_main_event_is_meant()
    {
        Assert.Equal("round-1-agreed", LongBase.Ask("Outcome?").Ids().First());
    }

    [Theory]
    [InlineData("en", "Outcome?")]
    [InlineData("en", "results?")]
    [InlineData("zh-Hant", "結果如何？")]
    [InlineData("zh-Hans", "结果？")]
    [InlineData("ru", "Итоги?")]
    [InlineData("uk", "Підсумки?")]
    public void Without_a_name_the_answer_names_the_main_event_and_leads_to_the_last_ones(string language, string question)
    {
        var answer = LongBase.Ask(question, language);

        Assert.Equal("Ferry round 1 in Storhamn", answer.Title);
        Assert.Equal(["call-14-held", "round-14-held"], Asked(answer));
        Assert.NotNull(LongBase.Answerer.Encode(answer.Request, "9fa0b8fc", 63));
    }

    [Fact]
    public void Without_a_name_the_answer_leads_to_what_the_base_names_as_the_present()
    {
        var answerer = new Answerer(LongBase.Load("overview: { now: [round-13-agreed, round-12-held] }\n"));

        Assert.Equal(["round-13-agreed", "round-12-held"], Asked(answerer.Answer("Outcome?", "en")));
    }

    [Theory]
    [InlineData("What happened after ferry round 5?", "call-5-held")]
    [InlineData("What happened next after 3 September 2021?", "call-5-held")]
    [InlineData("What happened after 3 September 2021?", "call-5-held")]
    [InlineData("What came before ferry round 5?", "call-4-held")]
    [InlineData("What happened before 3 September 2021?", "call-4-held")]
    [InlineData("2021年9月3日之後發生了什麼？", "call-5-held")]
    [InlineData("Что произошло после 3 сентября 2021 года?", "call-5-held")]
    [InlineData("Що сталося після 3 вересня 2021 року?", "call-5-held")]
    public void What_came_after_or_before_is_the_event_beside_it(string question, string fact)
    {
        Assert.Equal([fact], LongBase.Ask(question).Ids());
    }

    [Theory]
    [InlineData("en", "what happened next?", "call-5-held")]
    [InlineData("en", "What happened before?", "call-4-held")]
    [InlineData("zh-Hant", "後來發生了什麼？", "call-5-held")]
    [InlineData("zh-Hans", "之前发生了什么？", "call-4-held")]
    [InlineData("ru", "что было потом?", "call-5-held")]
    [InlineData("uk", "що сталося потім?", "call-5-held")]
    public void After_an_answer_it_is_what_came_after_or_before_that(string language, string question, string fact)
    {
        var request = new Request("ask", question, language) { FollowsUp = ["round-5-held"] };

        Assert.Equal([fact], LongBase.Answerer.Answer(request).Ids());
    }

    [Fact]
    public void After_the_last_event_the_next_steps_are_those_that_it_names()
    {
        var last = LongBase.Facts.Events.MaxBy(e => e.Date)!;
        Assert.Equal("call-14", last.Id);
        Assert.Equal(["riyadh-high-level-teams"], SampleBase.Ask("What happened next?").Ids().Take(1));
    }

    [Fact]
    public void A_question_that_names_another_event_goes_on_to_that_one()
    {
        var request = new Request("ask", "And what was agreed on 3 August 2021?", "en") { FollowsUp = ["round-9-held"] };

        Assert.Equal("round-4-agreed", LongBase.Answerer.Answer(request).Ids().First());
    }

    [Fact]
    public void An_answer_on_an_event_leads_to_the_one_before_and_the_one_after_and_to_no_other()
    {
        var answer = LongBase.Ask("What was the outcome of ferry round 5?");

        Assert.Equal(["call-4-held", "call-5-held"], Asked(answer));
        Assert.NotNull(LongBase.Answerer.Encode(answer.Request, "9fa0b8fc", 63));
    }

    private static IEnumerable<string> Asked(Answer answer) => answer.FollowUps.Where(f => f.Request.Command == "ask").Select(f => f.Request.Arguments);
}
