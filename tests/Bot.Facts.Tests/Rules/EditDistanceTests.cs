using Bot.Facts.Spelling;

namespace Bot.Facts.Tests.Rules;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("trump", "trump", 0)]
    [InlineData("trump", "tramp", 1)]
    [InlineData("trump", "trum", 1)]
    [InlineData("trump", "trumpp", 1)]
    [InlineData("trump", "turmp", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("", "", 0)]
    public void Letters_put_in_left_out_replaced_or_exchanged_count_one(string a, string b, int distance)
    {
        Assert.Equal(distance, EditDistance.Compute(a, b, 3));
        Assert.Equal(distance, EditDistance.Compute(b, a, 3));
    }

    [Theory]
    [InlineData("kitten", "sitting", 2)]
    [InlineData("", "abc", 2)]
    [InlineData("a", "b", 0)]
    public void Words_farther_apart_than_asked_have_no_distance(string a, string b, int most)
    {
        Assert.Null(EditDistance.Compute(a, b, most));
    }
}
