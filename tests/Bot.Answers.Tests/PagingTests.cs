using Bot.Facts;
using Bot.Testing;

namespace Bot.Answers.Tests;

public sealed class PagingTests
{
    private const int Size = 3500;

    private static readonly string[] s_tags = ["en", "zh-Hant", "zh-Hans", "ru", "uk"];

    private readonly Answerer _answerer = new(FactBaseLoader.Load(Repository.Facts).Base!);

    [Theory]
    [InlineData("/corrections")]
    [InlineData("/timeline trump")]
    [InlineData("/source")]
    public void Pages_together_hold_every_fact_and_source_once_and_fit(string text)
    {
        foreach (var tag in s_tags)
        {
            var request = Request.Read(text, tag);
            var whole = _answerer.Answer(request);
            var count = Page(request).Pages;
            var pages = Enumerable.Range(1, count).Select(n => Page(request.At(n))).ToList();

            Assert.True(count > 1);
            Assert.Equal(whole.Facts.Select(f => f.Id), pages.SelectMany(p => p.Facts).Select(f => f.Id));
            Assert.Equal(
                whole.Sections.SelectMany(s => s.Paragraphs),
                pages.SelectMany(p => p.Sections).SelectMany(s => s.Paragraphs));
            Assert.Equal(
                whole.Citations.Select(c => c.Label).Order(),
                pages.SelectMany(p => p.Citations).Select(c => c.Label).Distinct().Order());
            Assert.All(pages, p => Assert.InRange(PlainText.Write(p).Length, 1, Size));
            Assert.Equal(Enumerable.Range(1, count), pages.Select(p => p.Page));
        }
    }

    [Fact]
    public void A_page_cites_what_its_facts_stand_on()
    {
        var page = Page(Request.Read("/timeline trump page:2", "en"));

        Assert.Equal(2, page.Page);
        Assert.Equal(page.Facts.SelectMany(f => f.Labels).Distinct().Order(), page.Citations.Select(c => c.Label).Order());
    }

    [Fact]
    public void A_page_says_its_number()
    {
        var page = Page(Request.Read("/source page:2", "ru"));

        Assert.Contains("Страница 2 из ", PlainText.Write(page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_after_the_last_page_means_the_last()
    {
        var last = Page(Request.Read("/source page:999", "en"));

        Assert.Equal(last.Pages, last.Page);
    }

    [Fact]
    public void A_short_answer_is_one_page()
    {
        var answer = Page(Request.Read("/fact riyadh-talks-duration", "en"));

        Assert.Equal((1, 1), (answer.Page, answer.Pages));
    }

    private Answer Page(Request request) => Paging.Page(_answerer.Answer(request), request.Page, Size, page => PlainText.Write(page).Length);
}
