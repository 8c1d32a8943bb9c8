using Bot.Facts.Spelling;

namespace Bot.Facts.Tests.Rules;

public sealed class ClosestMatchTests
{
    [Theory]
    [InlineData("publsher", "publisher")]
    [InlineData("abuot", "about")]
    [InlineData("sources", null)]
    [InlineData("id", null)]
    public void The_nearest_word_differs_in_at_most_a_third_of_the_letters(string word, string? nearest)
    {
        Assert.Equal(nearest, ClosestMatch.Find(word, ["publisher", "published", "about", "by"]));
    }

    [Fact]
    public void The_nearer_of_two_wins() => Assert.Equal("publisher", ClosestMatch.Find("publishr", ["published", "publisher"]));
}
