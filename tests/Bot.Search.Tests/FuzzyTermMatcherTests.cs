using Bot.Search.Index;
using Bot.Search.Ranking;

namespace Bot.Search.Tests;

public sealed class FuzzyTermMatcherTests
{
    private static readonly string[] s_words =
    [
        "negotiations", "negotiation", "negotiator", "talks", "talk", "riyadh", "meeting", "met", "ambassador", "ambassadors",
        "переговоры", "переговоров", "встреча", "встречи", "2014", "2015", "reject", "object", "利", "会谈",
    ];

    [Theory]
    [InlineData("negotiations", "negotiations negotiation negotiator")]
    [InlineData("negotiating", "negotiation negotiations negotiator meeting")]
    [InlineData("ryadh", "riyadh")]
    [InlineData("meting", "meeting met")]
    [InlineData("переговорах", "переговоры переговоров")]
    [InlineData("встречу", "встреча встречи")]
    [InlineData("ambasador", "ambassador ambassadors")]
    public void A_word_finds_its_inflections_and_its_right_spelling_the_likest_first(string word, string like)
    {
        Assert.Equal(like, string.Join(' ', Find(word).Select(m => m.Word)));
    }

    [Theory]
    [InlineData("talks", 1)]
    [InlineData("talk", 1)]
    public void The_word_itself_is_like_1_and_the_others_less(string word, float similarity)
    {
        var found = Find(word);

        Assert.Equal((word, similarity), found[0]);
        Assert.All(found.Skip(1), m => Assert.InRange(m.Similarity, 0.01f, 0.99f));
    }

    [Theory]
    [InlineData("2014", "2014")]
    [InlineData("2016", "")]
    [InlineData("20145", "")]
    public void A_number_is_like_itself_alone(string number, string like)
    {
        Assert.Equal(like, string.Join(' ', Find(number).Select(m => m.Word)));
    }

    [Theory]
    [InlineData("xylophone")]
    [InlineData("q")]
    public void A_word_that_shares_little_finds_nothing(string word)
    {
        Assert.Empty(Find(word));
    }

    [Fact]
    public void What_does_not_fit_is_what_is_least_alike()
    {
        Assert.Equal(["negotiations", "negotiation"], Find("negotiations", room: 2).Select(m => m.Word));
    }

    private static List<(string Word, float Similarity)> Find(string word, int room = 10)
    {
        var terms = new TermDictionary();
        foreach (var known in s_words)
        {
            terms.GetOrAdd(known);
        }

        var matcher = new FuzzyTermMatcher(terms);
        var matches = new TermMatch[room];
        var shared = new float[terms.Count];
        var count = matcher.Find(word, terms.Find(word), shared, new int[terms.Count + 1], matches);

        Assert.All(shared, s => Assert.Equal(0, s));
        return [.. matches[..count].OrderByDescending(m => m.Similarity).Select(m => (terms[m.Term].ToString(), m.Similarity))];
    }
}
