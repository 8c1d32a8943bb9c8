using Bot.Terminal;

namespace Bot.Tests;

public sealed class LineCompletionTests
{
    private readonly LineCompletion _completion = new(SampleBase.Answerer);

    [Theory]
    [InlineData("/timel", "/timeline ")]
    [InlineData("/who lavr", "/who lavrov")]
    [InlineData("/timeline 18 Feb", "/timeline 2025-02-18")]
    [InlineData("/timeline 2025-02-18 ceasef", "/timeline 2025-02-18 ceasefire")]
    [InlineData("/statements lavrov ceasef", "/statements lavrov ceasefire")]
    [InlineData("/fact S41", "/fact riyadh-talks-duration")]
    [InlineData("/who lavrov lang:u", "/who lavrov lang:uk")]
    [InlineData("/who lavrov lang:zh-hant", "/who lavrov lang:zh-Hant")]
    public void The_first_line_offered_is_the_one_that_is_meant(string line, string completed)
    {
        Assert.Equal(completed, _completion.Find(line, "en")[0].Line);
    }

    [Fact]
    public void The_languages_of_the_base_are_offered_after_lang()
    {
        Assert.Equal(["/about lang:en", "/about lang:zh-Hant", "/about lang:zh-Hans", "/about lang:ru", "/about lang:uk"], _completion.Find("/about lang:", "en").Select(l => l.Line));
    }

    [Fact]
    public void A_question_is_completed()
    {
        Assert.Contains(_completion.Find("how long did the talks last", "en"), l => l.Line == SampleBase.Facts.FindFact("riyadh-talks-duration")!.Question[Bot.Facts.Model.Locale.English]);
    }

    [Fact]
    public void The_second_parameter_is_offered_once_the_first_is_typed()
    {
        Assert.All(_completion.Find("/timeline 2025-02-18 ", "en"), l => Assert.StartsWith("/timeline 2025-02-18 ", l.Line, StringComparison.Ordinal));
        Assert.NotEmpty(_completion.Find("/timeline 2025-02-18 ", "en"));
    }

    [Fact]
    public void The_letters_that_all_values_begin_with_are_inserted_only_after_letters_that_are_typed()
    {
        Assert.Null(LineCompletion.Replace("/timeline ", _completion.Find("/timeline ", "en")));
        Assert.Equal("/timeline ", LineCompletion.Replace("/timel", _completion.Find("/timel", "en")));
        Assert.Equal("/who lavrov", LineCompletion.Replace("/who lav", [("/who lavrov", "")]));
        Assert.Equal("/sta", LineCompletion.Replace("/s", [("/start ", ""), ("/statements ", "")]));
        Assert.Null(LineCompletion.Replace("/nothing", []));
    }
}
