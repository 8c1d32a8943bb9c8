using Bot.Facts.Model;

namespace Bot.Answers.Tests.Live;

public sealed class ListsTests
{
    [Fact]
    public void Days_never_go_back_in_a_timeline_apart_from_the_background()
    {
        string[] spans = ["2025", "Feb - Apr 2025", "12 Feb 2025 - 30 Nov 2025", "until 1 March 2025", "1 March 2025 onwards", "from 31 Dec to 20 Jan"];
        var named = LiveBase.Facts.Events.Select(e => e.Id).Concat(LiveBase.Facts.Chapters.Select(c => c.Id)).Concat(spans).Select(words => "/timeline " + words);
        Assert.All(EveryRequest.Commands(LiveBase.Facts, LiveBase.Answerer).Where(r => r.StartsWith("/timeline", StringComparison.Ordinal)).Concat(named), request =>
        {
            var shown = LiveBase.Ask(request).Facts.Select(f => LiveBase.Facts.FindFact(f.Id)!).ToList();
            var background = shown.FindIndex(f => f.Kind == FactKind.Background);
            var days = (background < 0 ? shown : shown[..background]).Select(f => f.Date).ToList();
            Assert.Equal(days.Order(), days);
            Assert.All(background < 0 ? [] : shown[background..], f => Assert.Equal(FactKind.Background, f.Kind));
        });
    }

    [Fact]
    public void Reactions_of_a_country_are_in_the_order_of_days()
    {
        Assert.All(EveryRequest.Commands(LiveBase.Facts, LiveBase.Answerer).Where(r => r.StartsWith("/reactions", StringComparison.Ordinal)), request =>
            Assert.All(LiveBase.Ask(request).Sections, section =>
            {
                var days = section.Facts.Select(f => LiveBase.Facts.FindFact(f.Id)!.Date).ToList();
                Assert.Equal(days.Order(), days);
            }));
    }

    [Fact]
    public void Of_the_dates_that_begin_on_a_day_the_shorter_come_first()
    {
        FactDate[] dates = [FactDate.Year(2025), FactDate.Range(new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 3)), FactDate.Day(new DateOnly(2025, 1, 1)), FactDate.Month(2025, 1)];

        Assert.Equal(["2025-01-01", "2025-01-01 to 2025-01-03", "2025-01", "2025"], dates.Order().Select(d => d.ToString()));
    }

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void A_sentence_that_announces_a_list_is_followed_by_one(string language)
    {
        string[] wrong = ["/fact nosuchfact", "/fact zzz", "/who zzz", "/who", "/positions zzz", "/reactions zzz", "/statements zzz", "/statements lavrov zzz", "/timeline zzz", "/timeline 1999", "/source zzz", "/nope", "zzz", "/help"];
        Assert.All(EveryRequest.Commands(LiveBase.Facts, LiveBase.Answerer).Concat(wrong), request =>
        {
            var answer = LiveBase.Ask(request, language);
            var last = answer.Sections.SelectMany(s => s.Paragraphs).LastOrDefault();
            Assert.True(last is null || !(last.EndsWith(':') || last.EndsWith('：')) || answer.FollowUps.Length > 0 || answer.Facts.Any(), $"{request}: {last}");
        });
    }
}
