using Bot.Adapters.Text;

namespace Bot.Adapters.Tests.Text;

public sealed class ExcerptTests
{
    [Fact]
    public void A_text_that_fits_stays_whole_but_for_space_around_it()
    {
        Assert.Equal("two words", Excerpt.Take(" two words\n"));
        Assert.Equal(new string('a', 1000), Excerpt.Take(new string('a', 1000) + " "));
    }

    [Theory]
    [InlineData(' ')]
    [InlineData('\n')]
    [InlineData('。')]
    [InlineData('，')]
    [InlineData('.')]
    [InlineData(',')]
    public void A_longer_text_ends_with_a_word(char separator)
    {
        Assert.Equal(new string('a', 600), Excerpt.Take(new string('a', 600) + separator + new string('b', 600)));
    }

    [Fact]
    public void It_ends_as_late_as_it_can()
    {
        Assert.Equal(new string('a', 900) + " bb", Excerpt.Take(new string('a', 900) + " bb " + new string('c', 600)));
    }

    [Fact]
    public void Without_the_end_of_a_word_it_is_cut_where_it_must()
    {
        Assert.Equal(new string('战', 999), Excerpt.Take(new string('战', 1500)));
    }

    [Fact]
    public void Nothing_stays_nothing()
    {
        Assert.Equal("", Excerpt.Take(" \n "));
    }
}
