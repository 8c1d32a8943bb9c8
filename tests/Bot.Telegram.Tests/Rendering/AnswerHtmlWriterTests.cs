using System.Xml.Linq;
using Bot.Adapters.Pipeline;
using Bot.Answers.Model;
using Bot.Facts.Model;
using Bot.Telegram.Rendering;

namespace Bot.Telegram.Tests.Rendering;

public sealed class AnswerHtmlWriterTests
{
    private static readonly Citation s_reference = new("1", "ref-1", 1, null, null, null, "en", "https://example.org/?a&b", "C<", "S<");

    [Theory]
    [InlineData("fact", "/fact riyadh-talks-duration")]
    [InlineData("corrected", "/fact ratcliffe-named-to-us-team")]
    [InlineData("page", "/corrections page:2")]
    [InlineData("source", "/source 10")]
    [InlineData("unknown", "/who qwertyuiop")]
    [InlineData("suggested", "/who lavrof")]
    [InlineData("invalid", "/nonsense")]
    [InlineData("menu", "/start")]
    public void Each_form_of_an_answer_is_shown_as_approved_in_every_language(string form, string text)
    {
        Approved.Matches(
            "Bot.Telegram.Tests",
            $"{form}.html",
            Languages.Tags.Select(language => (language, Show(Request.Parse(text, language)).Content.Html + "\n")));
    }

    [Theory]
    [InlineData("/corrections")]
    [InlineData("/source")]
    [InlineData("/timeline trump")]
    [InlineData("/reactions")]
    [InlineData("/who trump")]
    [InlineData("/fact riyadh-talks-duration")]
    [InlineData("/help")]
    public void Every_page_is_valid_and_as_long_as_was_counted(string text)
    {
        foreach (var language in (string[])["en", "zh-Hant", "zh-TW", "zh-HK", "zh-Hans", "ru", "uk"])
        {
            var request = Request.Parse(text, language);
            var pages = Show(request).Page.Pages;
            foreach (var page in Enumerable.Range(1, pages))
            {
                var shown = Show(request.WithPage(page));

                // Fails on a tag that is not closed, or an ampersand that is not escaped.
                var parsed = XElement.Parse("<html>" + shown.Content.Html.Replace("<blockquote expandable>", "<blockquote>", StringComparison.Ordinal) + "</html>", LoadOptions.PreserveWhitespace);
                Assert.Equal(page, shown.Page.Page);
                Assert.Equal(parsed.Value.Length, AnswerHtmlWriter.Write(shown.Page).Length);
                Assert.InRange(parsed.Value.Length, 1, 4096);
                Assert.Subset(new HashSet<string> { "b", "i", "a", "blockquote" }, parsed.Descendants().Select(e => e.Name.LocalName).ToHashSet());
            }
        }
    }

    [Fact]
    public void Long_answers_have_pages()
    {
        Assert.All((string[])["/corrections", "/timeline trump", "/who trump"], text =>
            Assert.InRange(Show(Request.Parse(text, "en")).Page.Pages, 2, 35));
    }

    [Fact]
    public void Every_part_of_an_answer_is_escaped_and_sources_without_an_address_are_no_links()
    {
        var answer = new Answer
        {
            Outcome = Outcome.Answered,
            Request = new Request("fact", "x", "en"),
            Language = "en",
            Title = "T<",
            Sections =
            [
                new Section("H<", ["P<"], []),
                new Section(
                    null,
                    [],
                    [
                        new FactCard("one", [], "2025", "F<") { Date = "D<", Status = new StatusBadge("corrected", "✎", "Corrected"), Note = "N<", Remarks = ["R<"], Labels = ["1", "a"] },
                        new FactCard("two", [], "2025", "F") { Status = new StatusBadge("confirmed", "✓", "Confirmed"), Source = s_reference },
                    ]),
            ],
            Remarks = ["M<"],
            Citations =
            [
                s_reference,
                new Citation("a", "copy", null, null, null, null, "en", null, "C&", "S&"),
            ],
            Page = 2,
            Pages = 3,
            Version = "00000000",
        };

        Assert.Equal(
            """
            <b>T&lt;</b>

            <b>H&lt;</b>
            P&lt;

            <b>D&lt;</b> — F&lt;
            ✎ <i>Corrected</i> · R&lt; [1] [a]
            N&lt;

            F
            ✓ <i>Confirmed</i> · <a href="https://example.org/?a&amp;b">S&lt;</a>

            <i>M&lt;</i>

            <i>Page 2 of 3</i>

            <blockquote expandable><b>Sources</b>
            [1] <a href="https://example.org/?a&amp;b">C&lt;</a>
            [a] C&amp;</blockquote>
            """,
            AnswerHtmlWriter.Write(answer).ToString());
    }

    private static Rendered<TelegramPage> Show(Request request) => Some.Page(SampleBase.Answerer, request);
}
