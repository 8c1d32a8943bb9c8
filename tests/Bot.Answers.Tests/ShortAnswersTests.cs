using Bot.Answers.Model;
using Bot.Answers.Rendering;
using Bot.Facts.Model;

namespace Bot.Answers.Tests;

public sealed class ShortAnswersTests
{
    private static readonly string[] s_requests = ["ask", Request.Closest, Request.Check, "fact"];

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void Every_facts_text_is_whole_in_every_tier(string language)
    {
        var locale = Locales.FromTag(language);
        Assert.All(SampleBase.Facts.Facts, fact => Assert.All(s_requests, command => Assert.All(Enum.GetValues<Detail>(), detail =>
        {
            var shown = Summary.Of(SampleBase.Answerer.Answer(new Request(command, fact.Id, language) { Detail = detail }));
            Assert.Contains(fact.Text[locale], PlainTextRenderer.Write(shown), StringComparison.Ordinal);
        })));
    }

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void A_short_answer_of_one_fact_fits_a_phone_unless_its_own_sentences_alone_do_not(string language)
    {
        Assert.All(SampleBase.Facts.Facts, fact =>
        {
            var shown = Summary.Of(SampleBase.Answerer.Answer(new Request("ask", fact.Id, language)));
            var sentences = shown.Facts.Single() is var card ? card.Text.Length + (card.Note?.Length ?? 0) : 0;
            Assert.True(PlainTextRenderer.Measure(shown) <= Math.Max(Summary.MaxLength(language), sentences + 160), $"{fact.Id}: {PlainTextRenderer.Measure(shown)}");
        });
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    [InlineData("ru")]
    [InlineData("uk")]
    public void The_median_answer_is_at_most_twice_as_long_as_its_facts(string language)
    {
        var ratios = Question.All().Where(q => q.IsAnswerable && q.Language == language)
            .Select(q => Summary.Of(SampleBase.Ask(q.Text, language)))
            .Where(a => a.Outcome == Outcome.Answered)
            .Select(a => (double)PlainTextRenderer.Measure(a) / a.Facts.Sum(f => f.Text.Length))
            .Order()
            .ToList();

        Assert.InRange(ratios[ratios.Count / 2], 1, 2.2);
    }

    [Fact]
    public void Facts_that_the_record_does_not_confirm_keep_every_sentence()
    {
        var facts = SampleBase.Facts.Facts.Where(f => f.Status is VerificationStatus.Corrected or VerificationStatus.Unverified).ToList();

        Assert.NotEmpty(facts);
        Assert.All(facts, fact => Assert.Equal(fact.Note![Locale.English], Summary.Of(SampleBase.Ask(fact.Id)).Facts.Single().Note));
        Assert.Null(Summary.Of(SampleBase.Ask("riyadh-talks-duration")).Facts.Single().Note);
    }

    [Fact]
    public void The_closest_fact_has_no_status_and_the_next_ones_are_questions_to_press()
    {
        var answer = SampleBase.Answerer.Answer(new Request(Request.Closest, "riyadh-talks-duration riyadh-talks-held trump-putin-call-length", "en"));
        var shown = Summary.Of(answer);

        Assert.Equal(Outcome.Closest, answer.Outcome);
        Assert.Null(Assert.Single(shown.Facts).Status);
        Assert.Equal(["ask riyadh-talks-held", "ask trump-putin-call-length"], shown.FollowUps.Select(f => $"{f.Request.Command} {f.Request.Arguments}"));
        Assert.Equal(["riyadh-talks-held", "trump-putin-call-length"], answer.FurtherFacts.Select(f => f.Id));
        Assert.DoesNotContain("Confirmed", PlainTextRenderer.Write(shown), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_value_in_a_question_that_hardly_any_fact_is_like_corrects_nothing()
    {
        var answer = SampleBase.Ask("Did Japan send anyone to Riyadh on 3 March?");

        Assert.Equal(Outcome.Closest, answer.Outcome);
    }

    [Theory]
    [InlineData("The Riyadh talks were held in Dubai, right?", "Riyadh: that is the place in the base, not the one in the question.")]
    [InlineData("Did the Riyadh talks last two days?", "4.5 hours: that is the figure in the base, not the one in the question.")]
    [InlineData("Did Trump and Putin speak by phone on 20 February 2025?", "12 February 2025: that is the date in the base, not the one in the question.")]
    public void A_wrong_premise_is_led_by_the_value_of_the_base(string question, string lead)
    {
        var answer = SampleBase.Ask(question);

        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Equal(lead, answer.Sections[0].Paragraphs[0]);
        Assert.Equal(PlainTextRenderer.Write(answer), PlainTextRenderer.Write(SampleBase.Answerer.Answer(answer.Request)));
    }

    [Fact]
    public void A_date_that_the_text_gives_is_not_given_twice_and_an_open_end_has_the_day_of_the_check()
    {
        Assert.All(SampleBase.Facts.Facts.Where(f => f.Date.Precision == DatePrecision.Day), fact =>
        {
            var card = SampleBase.Ask(fact.Id).Facts.Single();
            Assert.Equal(fact.Text[Locale.English].Contains(fact.Date.First.ToString("d MMMM", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal), card.Date is null);
        });
        Assert.All(SampleBase.Facts.Facts.Where(f => f.Date.Precision == DatePrecision.From), fact => Assert.Contains("as of 22 November 2026", SampleBase.Ask(fact.Id).Facts.Single().Remarks));
    }

    [Fact]
    public void An_open_end_has_the_day_on_which_the_fact_itself_was_checked()
    {
        var folder = Directory.CreateTempSubdirectory("bot-tests-");
        try
        {
            var fact = SampleBase.Facts.Facts.First(f => f.Date.Precision == DatePrecision.From);
            var answerer = new Answerer(SampleBase.Load(SampleBase.Copy(folder.FullName, $"  - id: {fact.Id}\n", $"  - id: {fact.Id}\n    checked: 2026-12-24\n")));

            Assert.Contains("as of 24 December 2026", answerer.Answer(fact.Id, "en").Facts.Single().Remarks);
            Assert.Contains("по состоянию на 24 декабря 2026 года", answerer.Answer(fact.Id, "ru").Facts.Single().Remarks);
            Assert.Contains("22 November 2026", PlainTextRenderer.Write(answerer.Answer("/about", "en")), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_list_begins_with_a_page_that_fits_a_phone()
    {
        string[] lists = ["/who lavrov", "/timeline calls", "/corrections", "/statements trump"];
        Assert.All(lists, list =>
        {
            var first = Pager.Page(Summary.Of(SampleBase.Ask(list)), 1, Summary.FitsPhone);
            Assert.InRange(PlainTextRenderer.Measure(first), 1, Math.Max(Summary.PhoneLength, first.Facts.First().Text.Length + (first.Facts.First().Note?.Length ?? 0) + 300));
            Assert.True(first.Pages > 1);
        });
    }
}
