using System.Collections.Immutable;
using Bot.Answers.Model;
using Bot.Answers.Rendering;

namespace Bot.Answers.Tests;

public sealed class PagerTests
{
    private const int Size = 3500;

    private static readonly string[] s_tags = ["en", "zh-Hant", "zh-Hans", "ru", "uk"];

    private readonly Answerer _answerer = SampleBase.Answerer;

    [Theory]
    [InlineData("/corrections")]
    [InlineData("/timeline trump")]
    [InlineData("/source")]
    public void Pages_together_hold_every_fact_and_source_once_and_fit(string text)
    {
        foreach (var tag in s_tags)
        {
            var request = Request.Parse(text, tag);
            var whole = _answerer.Answer(request);
            var count = Page(request).Pages;
            var pages = Enumerable.Range(1, count).Select(n => Page(request.WithPage(n))).ToList();

            Assert.True(count > 1);
            Assert.Equal(whole.Facts.Select(f => f.Id), pages.SelectMany(p => p.Facts).Select(f => f.Id));
            Assert.Equal(
                whole.Sections.SelectMany(s => s.Paragraphs),
                pages.SelectMany(p => p.Sections).SelectMany(s => s.Paragraphs));
            Assert.Equal(
                whole.Citations.Select(c => c.Label).Order(),
                pages.SelectMany(p => p.Citations).Select(c => c.Label).Distinct().Order());
            Assert.All(pages, p => Assert.InRange(PlainTextRenderer.Write(p).Length, 1, Size));
            Assert.Equal(Enumerable.Range(1, count), pages.Select(p => p.Page));
        }
    }

    [Fact]
    public void A_page_cites_what_its_facts_stand_on()
    {
        var page = Page(Request.Parse("/timeline trump page:2", "en"));

        Assert.Equal(2, page.Page);
        Assert.Equal(page.Facts.SelectMany(f => f.Labels).Distinct().Order(), page.Citations.Select(c => c.Label).Order());
    }

    [Fact]
    public void A_page_says_its_number()
    {
        var page = Page(Request.Parse("/source page:2", "ru"));

        Assert.Contains("Страница 2 из ", PlainTextRenderer.Write(page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_after_the_last_page_means_the_last()
    {
        var last = Page(Request.Parse("/source page:999", "en"));

        Assert.Equal(last.Pages, last.Page);
    }

    [Fact]
    public void A_short_answer_is_one_page()
    {
        var answer = Page(Request.Parse("/fact riyadh-talks-duration", "en"));

        Assert.Equal((1, 1), (answer.Page, answer.Pages));
    }

    [Fact]
    public void A_source_that_a_sentence_cites_stands_on_that_sentences_page()
    {
        string[] sentences = ["A role. [10]", "Nothing.", "A copy: Observer [a], Times [b]", "Again [a], not a [c d]."];
        var whole = Made([.. sentences], "10", "a", "b", "c");

        var pages = Pages(whole, 1);

        Assert.Equal(["10", "", "a b", "a", "c"], pages.Select(p => string.Join(' ', p.Citations.Select(c => c.Label))));
        Assert.Equal(sentences, pages.SelectMany(p => p.Sections).SelectMany(s => s.Paragraphs));
        Assert.Equal([.. Enumerable.Repeat("Heading", 4)], pages.SelectMany(p => p.Sections).Select(s => s.Heading));
        Assert.Empty(pages[4].Sections);
    }

    [Theory]
    [InlineData("/who biden")]
    [InlineData("/who trump")]
    [InlineData("/source 10")]
    public void On_the_real_base_every_label_in_a_sentence_or_fact_is_explained_on_the_same_page(string text)
    {
        foreach (var tag in s_tags)
        {
            Assert.All(Pages(_answerer.Answer(text, tag), 700), page =>
            {
                var cited = page.Facts.SelectMany(f => f.Labels)
                    .Concat(page.Citations.Select(c => c.Label).Where(l => page.Prose().Contains($"[{l}]", StringComparison.Ordinal)));
                Assert.Subset(page.Citations.Select(c => c.Label).ToHashSet(), cited.ToHashSet());
            });
        }
    }

    [Theory]
    [InlineData(1500)]
    [InlineData(2000)]
    [InlineData(4096)]
    public void A_page_is_never_too_long_and_could_never_have_taken_what_begins_the_next(int size)
    {
        foreach (var tag in s_tags)
        {
            foreach (var text in (string[])["/corrections", "/timeline trump", "/source", "/who trump", "/reactions", "/timeline"])
            {
                var whole = _answerer.Answer(text, tag);
                var pages = Pages(whole, size);

                // What cannot be cut may be longer: one sentence, fact or source alone.
                Assert.All(pages, page => Assert.True(Measure(page) <= size || Units(page) == 1, $"{tag} {text} {page.Page}: {Measure(page)}"));
                Assert.All(pages.Zip(pages.Skip(1)), pair => Assert.True(
                    Measure(With(pair.First, pair.Second)) > size,
                    $"{tag} {text} {pair.First.Page}: {Measure(With(pair.First, pair.Second))}"));
            }
        }
    }

    [Fact]
    public void A_page_asks_for_itself()
    {
        var page = Page(Request.Parse("/timeline Трамп page:2", "ru"));

        Assert.Equal(new Request("timeline", "trump", "ru", 2), page.Request);
        Assert.Equal(PlainTextRenderer.Write(page), PlainTextRenderer.Write(Page(page.Request)));
    }

    [Fact]
    public void A_number_after_the_only_page_asks_for_the_first()
    {
        Assert.Equal(1, Page(Request.Parse("/fact riyadh-talks-duration page:9", "en")).Request.Page);
    }

    private static int Measure(Answer answer) => PlainTextRenderer.Write(answer with { FollowUps = [] }).Length;

    private static List<Answer> Pages(Answer whole, int size)
    {
        var count = Pager.Page(whole, 1, (page, _) => Measure(page) <= size).Pages;
        return [.. Enumerable.Range(1, count).Select(n => Pager.Page(whole, n, (page, _) => Measure(page) <= size))];
    }

    private static int Units(Answer page) =>
        page.Sections.Sum(s => s.Paragraphs.Length + s.Facts.Length) is > 0 and var count ? count : page.Citations.Length;

    // A page with the first sentence, fact or source of the next one, numbered as widely as pages may be.
    private static Answer With(Answer page, Answer next)
    {
        var added = new HashSet<string>();
        var sections = page.Sections.ToList();
        if (next.Sections.FirstOrDefault() is { } section)
        {
            var fact = section.Paragraphs.Length > 0 ? null : section.Facts[0];
            added.UnionWith(fact?.Labels ?? [.. next.Citations.Select(c => c.Label).Where(l => section.Paragraphs[0].Contains($"[{l}]", StringComparison.Ordinal))]);
            var first = new Section(section.Heading, section.Paragraphs.Length > 0 ? section.Paragraphs[..1] : [], fact is null ? [] : [fact]);
            if (sections.Count > 0 && sections[^1].Heading == first.Heading && (fact is not null || sections[^1].Facts.IsEmpty))
            {
                sections[^1] = new(first.Heading, [.. sections[^1].Paragraphs, .. first.Paragraphs], [.. sections[^1].Facts, .. first.Facts]);
            }
            else
            {
                sections.Add(first);
            }
        }
        else
        {
            added.Add(next.Citations[0].Label);
        }

        return page with
        {
            Sections = [.. sections],
            Citations = [.. page.Citations, .. next.Citations.Where(c => added.Contains(c.Label) && !page.Citations.Contains(c))],
            Page = 99,
            Pages = 99,
        };
    }

    private static Answer Made(ImmutableArray<string> paragraphs, params string[] labels) => new()
    {
        Outcome = Outcome.Answered,
        Request = new Request("who", "somebody", "en"),
        Language = "en",
        Title = "Title",
        Sections = [new Section("Heading", paragraphs, [])],
        Citations = [.. labels.Select(l => new Citation(l, "id-" + l, null, null, null, null, "en", null, "Source", "Source"))],
        Version = "00000000",
    };

    private Answer Page(Request request) => Pager.Page(_answerer.Answer(request), request.Page, (page, _) => PlainTextRenderer.Write(page).Length <= Size);
}
