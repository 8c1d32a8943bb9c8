using Bot.Answers.Rendering;
using Bot.Facts.Model;

namespace Bot.Answers.Tests;

/// <summary>What a base says about a time of which it knows little.</summary>
public sealed class RemarksTests
{
    private const string Sentence = "Few reports were looked at for this time.";

    private static readonly Answerer s_answerer = new(OtherBase.LoadWithSides(Remark("2021-05-03")));

    [Theory]
    [InlineData("How many ferries were promised?")]
    [InlineData("When did the harbour open?")]
    [InlineData("/fact f-opened")]
    [InlineData("/timeline 3 May 2021")]
    [InlineData("/who Ada Berg")]
    [InlineData("/statements Nordline")]
    public void An_answer_with_facts_of_that_time_has_it_once(string question)
    {
        var answer = s_answerer.Answer(question, "en");

        Assert.Equal([Sentence], answer.Remarks);
        Assert.Equal(2, PlainTextRenderer.Write(Summary.Of(answer)).Split(Sentence).Length);
    }

    [Theory]
    [InlineData("en", Sentence)]
    [InlineData("zh-TW", "這段時間查閱的報道不多。")]
    [InlineData("ru", "За это время просмотрено мало сообщений.")]
    public void It_is_in_the_readers_language(string language, string sentence)
    {
        Assert.Equal([sentence], s_answerer.Answer("/fact f-promise", language).Remarks);
    }

    [Theory]
    [InlineData("/help")]
    [InlineData("hello")]
    [InlineData("/timeline 1 May 2019")]
    public void An_answer_without_facts_has_none(string question)
    {
        Assert.Empty(s_answerer.Answer(question, "en").Remarks);
    }

    [Theory]
    [InlineData("from 2021-05-04", 0)]
    [InlineData("from 2021-05-01", 1)]
    [InlineData("2021-04-01 to 2021-05-02", 0)]
    [InlineData("2021", 1)]
    public void A_fact_of_another_time_has_none(string when, int count)
    {
        Assert.Equal(count, new Answerer(OtherBase.LoadWithSides(Remark(when))).Answer("/fact f-opened", "en").Remarks.Length);
    }

    [Theory]
    [InlineData("from 2021-01-01", false)]
    [InlineData("from 2021-06-30", true)]
    [InlineData("before 2021-07-01", true)]
    [InlineData("before 2022-01-01", false)]
    [InlineData("2021", true)]
    [InlineData("2021-06-30 to 2021-07-01", true)]
    [InlineData("2021-06-28 to 2021-06-29", false)]
    public void What_goes_on_is_of_the_time_in_which_it_began(string when, bool isOn)
    {
        Assert.True(FactDate.TryParse(when, out var date));

        Assert.Equal(isOn, new DatedRemark(FactDate.Day(new DateOnly(2021, 6, 30)), Text()).IsOn(date));
    }

    [Fact]
    public void The_first_page_has_it_and_no_other()
    {
        var whole = s_answerer.Answer("/timeline Saltvik", "en");
        Assert.Equal([Sentence], whole.Remarks);

        var pages = Enumerable.Range(1, 3).Select(n => Pager.Page(whole, n, (page, _) => page.Facts.Count() < 2)).ToList();

        Assert.True(pages[0].Pages > 1);
        Assert.Equal([Sentence], pages[0].Remarks);
        Assert.Empty(pages[1].Remarks);
    }

    [Fact]
    public void About_lists_it()
    {
        Assert.Contains(Sentence, s_answerer.Answer("/about", "en").Prose(), StringComparison.Ordinal);
    }

    private static LocalizedText Text() => new([.. Enumerable.Repeat("", Locales.Count)]);

    private static string Remark(string when) =>
        $$"""
        remarks:
          - when: {{when}}
            text: { en: {{Sentence}}, zh-Hant: 這段時間查閱的報道不多。, zh-Hans: 这段时间查阅的报道不多。, ru: За это время просмотрено мало сообщений., uk: За цей час переглянуто мало повідомлень. }

        """;
}
