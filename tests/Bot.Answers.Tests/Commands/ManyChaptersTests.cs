using Bot.Answers.Model;

namespace Bot.Answers.Tests.Commands;

/// <summary>Lists over many chapters and more than one year.</summary>
public sealed class ManyChaptersTests
{
    // What is left of a Telegram button's 64 bytes.
    private const int MaxBytes = 63;

    [Fact]
    public void A_timeline_without_words_shows_the_chapters_each_to_press()
    {
        var answer = LongBase.Ask("/timeline");

        Assert.Empty(answer.Facts);
        Assert.Equal(LongBase.Chapters, answer.FollowUps.Length);
        Assert.Equal(("Ferry talks, part 1", "3–20 May 2021 · 3 facts · Ferry round 1 in Storhamn"), (answer.Sections[0].Heading, answer.Sections[0].Paragraphs.Single()));
        Assert.Equal("Choose a chapter, or add a month, a day, a person or a topic to the command.", answer.Sections[^1].Paragraphs.Single());
        Assert.Equal(new FollowUp("Ferry talks, part 14", new Request("timeline", "2022-06", "en")), answer.FollowUps[^1]);
    }

    [Fact]
    public void A_chapter_shows_the_first_fact_of_each_event_and_an_event_all_of_its_facts()
    {
        var chapter = LongBase.Ask("/timeline 2021-06");
        Assert.Equal("Ferry talks, part 2", chapter.Title);
        Assert.Equal(["round-2-held", "call-2-held"], chapter.Ids());
        Assert.Equal(["round-2", "call-2"], chapter.FollowUps.Select(f => f.Request.Arguments));

        var @event = LongBase.Ask("/timeline round-2");
        Assert.Equal("Ferry round 2 in Lillo", @event.Title);
        Assert.Equal(["round-2-held", "round-2-agreed"], @event.Ids());
    }

    [Theory]
    [InlineData("round-2", "call-1", "call-2", "2021-06")]
    [InlineData("round-1", "call-1", "2021-05")]
    [InlineData("call-14", "round-14", "2022-06")]
    public void An_event_leads_to_those_before_and_after_it_and_to_its_chapter(string id, params string[] next)
    {
        Assert.Equal(next, LongBase.Ask("/timeline " + id).FollowUps.Select(f => f.Request.Arguments));
    }

    [Fact]
    public void A_year_shows_its_chapters_and_a_month_its_facts()
    {
        Assert.Equal(8, LongBase.Ask("/timeline 2021").FollowUps.Length);
        Assert.Equal("Timeline · 2022", LongBase.Ask("/timeline 2022").Title);
        Assert.Equal(["round-8-held", "round-8-agreed", "call-8-held"], LongBase.Ask("/timeline December 2021").Ids());
        Assert.All(LongBase.Ask("/timeline 2021 Ada Berg").Facts, f => Assert.StartsWith("2021", f.When, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("3 May", "2022-05-03")]
    [InlineData("3 July", "2021-07-03")]
    [InlineData("20 December", "2021-12-20")]
    [InlineData("3.07", "2021-07-03")]
    [InlineData("7月3日", "2021-07-03")]
    public void A_day_without_a_year_is_the_latest_on_which_something_happened(string day, string meant)
    {
        Assert.Equal(meant, LongBase.Ask("/timeline " + day).Request.Arguments);
    }

    [Fact]
    public void A_day_without_a_year_on_which_nothing_happened_is_not_in_the_future()
    {
        var answer = LongBase.Ask("/timeline 11 August");

        Assert.Equal((Outcome.Unknown, "2021-08-11"), (answer.Outcome, answer.Request.Arguments));
        Assert.Equal(["2021-07-03", "2021-07-20", "2021-08-03", "2021-08-20", "2021-09-03"], answer.FollowUps.Select(f => f.Request.Arguments));
    }

    [Theory]
    [InlineData("/who Ada Berg", "Said or did · 2021", "Said or did · 2022")]
    [InlineData("/timeline Ada Berg", "Ferry round 1 in Storhamn · 2021", "Phone call 14 of the mayor and the captain · 2022")]
    public void Long_lists_have_the_years_in_their_headings(string request, string first, string second)
    {
        var headings = LongBase.Ask(request).Headings().ToList();

        Assert.Contains(first, headings);
        Assert.Contains(second, headings);
    }

    [Fact]
    public void Statements_have_the_latest_year_first()
    {
        Assert.Equal(["2022", "2021"], LongBase.Ask("/statements Ada Berg").Headings());
    }

    [Fact]
    public void A_list_of_one_year_has_none()
    {
        Assert.Equal(["Ferry round 1 in Storhamn", "Phone call 1 of the mayor and the captain"], LongBase.Ask("/timeline May 2021").Headings());
    }

    [Fact]
    public void Chapters_are_offered_first_and_events_by_their_titles()
    {
        var offered = LongBase.Answerer.Complete("timeline", "when", "", "en");
        Assert.Equal(25, offered.Length);
        Assert.Equal(Enumerable.Range(1, LongBase.Chapters).Select(n => $"Ferry talks, part {n}"), offered.Take(LongBase.Chapters).Select(c => c.Label));

        Assert.Equal(["round-13"], LongBase.Answerer.Complete("timeline", "when", "ferry round 13", "en").Select(c => c.Value));
        Assert.All(offered, c => Assert.Equal(Outcome.Answered, LongBase.Answerer.Answer(new Request("timeline", c.Value, "en")).Outcome));
    }

    [Fact]
    public void Whatever_a_list_leads_to_fits_a_button()
    {
        string[] requests = ["/timeline", "/timeline 2021-06", "/timeline round-2", "/who Ada Berg", "/statements Ada Berg"];
        Assert.All(requests.Select(r => LongBase.Ask(r)).SelectMany(a => a.FollowUps.Select(f => f.Request).Append(a.Request)), request =>
        {
            var code = LongBase.Answerer.Encode(request, "9fa0b8fc", MaxBytes);
            Assert.NotNull(code);
            Assert.Equal(request, LongBase.Answerer.Decode(code)!.Request);
        });
    }
}
