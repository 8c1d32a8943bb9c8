using Bot.Answers.Values;
using Bot.Facts.Model;

namespace Bot.Answers.Tests.Values;

public sealed class AssumedYearTests
{
    private static readonly FactBase s_openBase = LongBase.Load("", "span: from 2022-06-01\n");

    [Fact]
    public void A_base_whose_last_chapter_goes_on_ends_with_the_year_of_its_last_check()
    {
        Assert.Equal(2022, new AssumedYear(s_openBase).Latest);
    }

    [Theory]
    [InlineData("3 July", "2021-07-03")]
    [InlineData("25 Jan", "2022-01-25")]
    [InlineData("25 Nov", "2021-11-25")]
    [InlineData("1-4 July", "2021-07-01 to 2021-07-04")]
    [InlineData("20 Dec - 10 Jan", "2021-12-20 to 2022-01-10")]
    public void A_date_without_a_year_is_of_the_latest_year_in_which_something_happened_then(string text, string meant)
    {
        Assert.Equal(meant, DateParser.Find(text, DateContext.OfCommand(new AssumedYear(s_openBase), Locale.English))?.Date.ToString());
    }

    [Fact]
    public void A_question_without_a_year_is_answered_from_a_base_that_goes_on()
    {
        Assert.NotEmpty(new Answerer(s_openBase).Answer("what happened on 3 July?", "en").Facts);
    }
}
