using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Answers.Tests;

public sealed class SuggestTests
{
    [Theory]
    [InlineData("lav", "en")]
    [InlineData("LAV", "en")]
    [InlineData("Лав", "ru")]
    [InlineData("лав", "en")]
    [InlineData("拉夫", "zh-Hant")]
    [InlineData("拉夫", "zh-Hans")]
    [InlineData("Лав", "uk")]
    public void The_beginning_of_a_name_in_any_language_suggests_the_person_first(string typed, string language)
    {
        var first = Suggest(typed, language)[0];

        Assert.Equal(new Request("who", "lavrov", language), first.Request);
        Assert.Equal(SampleBase.Facts.FindParty("lavrov")!.ShortName[Locales.FromTag(language)], first.Label);
    }

    [Theory]
    [InlineData("en", "Lavrov")]
    [InlineData("zh-Hant", "拉夫羅夫")]
    [InlineData("zh-Hans", "拉夫罗夫")]
    [InlineData("ru", "Лавров")]
    [InlineData("uk", "Лавров")]
    public void A_label_is_in_the_readers_language(string language, string label)
    {
        Assert.Equal(label, Suggest("lav", language)[0].Label);
    }

    [Theory]
    [InlineData("nato", "timeline", "nato")]
    [InlineData("How long did the Riyadh talks last?", "ask", "riyadh-talks-duration")]
    public void Topics_and_facts_are_suggested_too(string typed, string command, string words)
    {
        Assert.Contains(new Request(command, words, "en"), Suggest(typed, "en").Select(f => f.Request));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("?!")]
    [InlineData("\ud800")]
    public void Without_a_word_it_suggests_where_to_begin(string typed)
    {
        var requests = Suggest(typed, "uk").Select(f => f.Request).ToList();

        Assert.Equal(new Request("timeline", "", "uk"), requests[0]);
        Assert.Contains(new Request("corrections", "", "uk"), requests);
        Assert.Contains(new Request("help", "", "uk"), requests);
        Assert.All(SampleBase.Facts.Topics, t => Assert.Contains(new Request("timeline", t.Id, "uk"), requests));
    }

    [Theory]
    [InlineData("qwertyuiop")]
    [InlineData("щщщщщщ")]
    public void What_nothing_matches_suggests_nothing(string typed)
    {
        Assert.Empty(Suggest(typed, "en"));
    }

    [Fact]
    public void More_than_1000_characters_suggest_nothing()
    {
        Assert.NotEmpty(Suggest("lav" + new string(' ', 997), "en"));
        Assert.Empty(Suggest("lav" + new string(' ', 998), "en"));
    }

    [Theory]
    [MemberData(nameof(LanguageData.Locales), MemberType = typeof(LanguageData))]
    public void Each_request_is_suggested_once_answers_and_no_more_are_given_than_wanted(string locale)
    {
        Assert.All((string[])["", "t", "tr", "Trump", "р", "Пут", "特", "普京", "ri", "What did Trump say about NATO?", "2025"], typed =>
        {
            var suggestions = Suggest(typed, locale);

            Assert.Equal(suggestions.Count, suggestions.DistinctBy(s => s.Request).Count());
            Assert.Equal(suggestions.Take(3), SampleBase.Answerer.Suggest(typed, locale, 3));
            Assert.Equal(suggestions.Take(1), SampleBase.Answerer.Suggest(typed, locale, 1));
            Assert.All(suggestions, s => Assert.Equal(Outcome.Answered, SampleBase.Answerer.Answer(s.Request).Outcome));
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Fewer_than_one_suggestion_cannot_be_wanted(int most)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleBase.Answerer.Suggest("", "en", most));
    }

    private static List<FollowUp> Suggest(string typed, string language) => [.. SampleBase.Answerer.Suggest(typed, language, 50)];
}
