using System.Text;
using System.Xml.Linq;
using Bot.Adapters.Pipeline;
using Bot.Answers.Buttons;
using Bot.Answers.Model;
using Bot.Answers.Rendering;
using Bot.Telegram.Rendering;

namespace Bot.Telegram.Tests.Live;

/// <summary>Whatever fact is added, Telegram takes the answers that show it.</summary>
public sealed class EveryAnswerFitsTests
{
    private readonly TelegramRenderer _renderer = new(LiveBase.Answerer);
    private readonly ButtonCode _code = new(LiveBase.Answerer);

    [Theory]
    [MemberData(nameof(EveryCommand.Shares), MemberType = typeof(EveryCommand))]
    public void Telegram_takes_every_page_and_each_fact_is_on_one(string locale, int first, int step)
    {
        Assert.InRange(Longest(locale, first, step, Detail.Short), 2, EveryCommand.MaxPages);
        Assert.InRange(Longest(locale, first, step, Detail.Full), 2, EveryCommand.MaxPages);
    }

    [Theory]
    [MemberData(nameof(LanguageData.Locales), MemberType = typeof(LanguageData))]
    public void Every_button_that_is_shown_asks_what_it_was_made_from(string locale)
    {
        var (seen, next) = (new HashSet<Request>(), new Queue<Request>());
        Reach(new Request("start", "", locale));
        Reach(new Request("help", "", locale));
        foreach (var id in LongRun.Some(LiveBase.Facts.Parties).Select(p => p.Id))
        {
            Reach(new Request("who", id, locale));
        }

        foreach (var id in LongRun.Some(LiveBase.Facts.Facts).Select(f => f.Id))
        {
            Reach(new Request("ask", id, locale));
            Reach(new Request("fact", id, locale));
        }

        foreach (var command in (string[])["positions", "reactions", "about"])
        {
            Reach(new Request(command, "", locale));
        }

        while (next.TryDequeue(out var request))
        {
            var ((_, keyboard), answer) = Show(request);
            Request[] turns = [.. ((int[])[answer.Page - 1, answer.Page + 1]).Where(n => n >= 1 && n <= answer.Pages).Select(answer.Request.WithPage)];
            (ButtonAction, DecodedRequest)?[] made =
            [
                .. answer.HasDetails ? [(ButtonAction.Page, new DecodedRequest(answer.Request.WithPage(1) with { Detail = Detail.Full }, answer.Version))] : Array.Empty<(ButtonAction, DecodedRequest)?>(),
                .. turns.Select(r => (ButtonAction.Page, new DecodedRequest(r, answer.Version))),
                .. answer.FollowUps.Take(16).Select(f => (ButtonAction.FollowUp, new DecodedRequest(f.Request, answer.Version))),
            ];
            var buttons = keyboard?.InlineKeyboard.SelectMany(row => row).Select(b => b.CallbackData!).ToList() ?? [];

            Assert.Equal(Outcome.Answered, answer.Outcome);
            Assert.All(buttons, data => Assert.InRange(Encoding.UTF8.GetByteCount(data), 1, 64));
            Assert.Equal(made, buttons.Select(data => _code.Read(data)));
            foreach (var (_, coded) in made.OfType<(ButtonAction, DecodedRequest)>())
            {
                Reach(coded.Request);
            }
        }

        Assert.InRange(seen.Count, 250, 33 * LiveBase.Facts.Facts.Length);

        void Reach(Request request)
        {
            if (seen.Count < LongRun.Requests && seen.Add(request))
            {
                next.Enqueue(request);
            }
        }
    }

    private int Longest(string locale, int first, int step, Detail detail)
    {
        var longest = 1;
        for (var i = first; i < EveryCommand.All.Length; i += step)
        {
            var (name, words) = EveryCommand.All[i];
            var request = Request.Parse($"/{name} {words}", locale) with { Detail = detail };
            var whole = Summary.Of(LiveBase.Answerer.Answer(request));
            List<Answer> pages = [Show(request).Page];
            pages.AddRange(Enumerable.Range(2, pages[0].Pages - 1).Select(n => Show(request.WithPage(n)).Page));

            Assert.All(pages, AssertFits);
            Assert.Equal(Enumerable.Range(1, pages.Count), pages.Select(p => p.Page));
            Assert.Equal(whole.Facts.Select(f => f.Id), pages.SelectMany(p => p.Facts).Select(f => f.Id));
            Assert.Equal(whole.Citations.Select(c => c.Label).Order(), pages.SelectMany(p => p.Citations).Select(c => c.Label).Distinct().Order());
            longest = Math.Max(longest, pages.Count);
        }

        return longest;
    }

    private Rendered<TelegramPage> Show(Request request) => _renderer.Render(LiveBase.Answerer.Answer(request), default);

    private static void AssertFits(Answer page)
    {
        var html = AnswerHtmlWriter.Write(page);

        // Fails on a tag that is not closed, or an ampersand that is not escaped.
        var parsed = XElement.Parse("<html>" + html.ToString().Replace("<blockquote expandable>", "<blockquote>", StringComparison.Ordinal) + "</html>", LoadOptions.PreserveWhitespace);
        Assert.Equal(parsed.Value.Length, html.Length);
        Assert.InRange(parsed.Value.Length, 1, 4096);
        Assert.All(page.Facts, f => Assert.Contains(f.Text, parsed.Value, StringComparison.Ordinal));
        Assert.Subset(new HashSet<string> { "b", "i", "a", "blockquote" }, parsed.Descendants().Select(e => e.Name.LocalName).ToHashSet());
    }
}
