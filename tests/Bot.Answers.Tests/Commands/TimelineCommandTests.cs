using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Commands;

public sealed class TimelineCommandTests
{
    [Theory]
    [InlineData("en", "18 Feb")]
    [InlineData("en", "2025-02-18")]
    [InlineData("zh-Hant", "2月18日")]
    [InlineData("zh-Hans", "2025年2月18日")]
    [InlineData("ru", "18 февраля")]
    [InlineData("uk", "18 лютого 2025 року")]
    public void A_day_shows_what_happened_on_it(string language, string day)
    {
        var answer = SampleBase.Ask("/timeline " + day, language);

        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Contains("riyadh-talks-held", answer.Ids());
        Assert.Contains("riyadh-talks-duration", answer.Ids());
        Assert.All(answer.Ids(), id => Assert.True(SampleBase.Facts.FindFact(id)!.Date.Overlaps(FactDate.Day(new DateOnly(2025, 2, 18)))));
    }

    [Theory]
    [InlineData("en", "17-18 Feb", "Timeline · 17–18 February 2025")]
    [InlineData("zh-Hant", "2月17日至18日", "時間線 · 2025年2月17日至18日")]
    [InlineData("zh-Hans", "2月17-18日", "时间线 · 2025年2月17日至18日")]
    [InlineData("ru", "с 17 по 18 февраля", "Хронология · 17–18 февраля 2025 года")]
    [InlineData("uk", "17-18 лютого", "Хронологія · 17–18 лютого 2025 року")]
    public void A_span_shows_what_happened_in_it(string language, string span, string title)
    {
        var answer = SampleBase.Ask("/timeline " + span, language);

        Assert.Equal(title, answer.Title);
        Assert.Equal(2, answer.Sections.Length);
        Assert.DoesNotContain(answer.Ids(), id => SampleBase.Facts.FindFact(id)!.Date.Last < new DateOnly(2025, 2, 17));
    }

    [Theory]
    [InlineData("en", "Ushakov")]
    [InlineData("zh-Hant", "烏沙科夫")]
    [InlineData("zh-TW", "鄂夏柯夫")]
    [InlineData("zh-Hans", "乌沙科夫")]
    [InlineData("ru", "Ушаков")]
    [InlineData("uk", "Ушакова")]
    public void A_person_shows_what_they_are_in(string language, string person)
    {
        var answer = SampleBase.Ask("/timeline " + person, language);

        Assert.NotEmpty(answer.Ids());
        Assert.All(answer.Ids(), id => Assert.Contains("ushakov", Parties(id)));
    }

    [Theory]
    [InlineData("en", "NATO")]
    [InlineData("zh-Hant", "北約")]
    [InlineData("zh-Hans", "北约")]
    [InlineData("ru", "НАТО")]
    [InlineData("uk", "вступ до НАТО")]
    public void A_topic_shows_what_is_on_it(string language, string topic)
    {
        var answer = SampleBase.Ask("/timeline " + topic, language);

        Assert.NotEmpty(answer.Ids());
        Assert.All(answer.Ids(), id => Assert.True(
            SampleBase.Facts.FindFact(id)!.Topics.Any(t => t.Id == "nato") || Parties(id).Contains("nato"), id));
    }

    [Theory]
    [InlineData("en", "12 Feb NATO")]
    [InlineData("zh-Hant", "2月12日北約")]
    [InlineData("zh-Hans", "2月12日 北约")]
    [InlineData("ru", "НАТО 12 февраля")]
    [InlineData("uk", "12 лютого НАТО")]
    public void A_day_and_a_topic_narrow_each_other(string language, string words)
    {
        Assert.Equal(
            SampleBase.Ask("/timeline 12 Feb").Ids().Intersect(SampleBase.Ask("/timeline NATO").Ids()),
            SampleBase.Ask("/timeline " + words, language).Ids());
    }

    [Theory]
    [InlineData("/timeline 1 Jan 1999", Outcome.Unknown)]
    [InlineData("/timeline 30 Feb", Outcome.Unknown)]
    [InlineData("/timeline Lavrovsky", Outcome.Suggested)]
    public void What_has_no_place_in_it_is_not_made_up(string text, Outcome outcome)
    {
        var answer = SampleBase.Ask(text);

        Assert.Equal(outcome, answer.Outcome);
        Assert.Empty(answer.Facts);
        Assert.All(answer.FollowUps, f => Assert.Equal(Outcome.Answered, SampleBase.Answerer.Answer(f.Request).Outcome));
    }

    [Theory]
    [MemberData(nameof(LanguageData.Languages), MemberType = typeof(LanguageData))]
    public void Without_words_it_shows_the_first_fact_of_every_event_in_the_order_of_time(string language)
    {
        var answer = SampleBase.Ask("/timeline", language);
        var dates = answer.Ids().Select(id => SampleBase.Facts.FindFact(id)!.Date).ToList();

        Assert.Equal(SampleBase.Facts.Events.Length, answer.Facts.Count());
        Assert.Equal(dates.Order(), dates);
    }

    private static IEnumerable<string> Parties(string fact)
    {
        var known = SampleBase.Facts.FindFact(fact)!;
        return known.By.Concat(known.About).Select(p => p.Id);
    }
}
