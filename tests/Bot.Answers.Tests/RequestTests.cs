using Bot.Answers.Model;

namespace Bot.Answers.Tests;

public sealed class RequestTests
{
    [Theory]
    [InlineData("/who Lavrov", "who", "Lavrov")]
    [InlineData("  /WHO   Lavrov  ", "who", "Lavrov")]
    [InlineData("/who\tLavrov", "who", "Lavrov")]
    [InlineData("/who\nLavrov", "who", "Lavrov")]
    [InlineData("/help", "help", "")]
    [InlineData("/", "", "")]
    [InlineData("who is Lavrov", "ask", "who is Lavrov")]
    [InlineData("what does lang:uk mean", "ask", "what does lang:uk mean")]
    [InlineData("", "ask", "")]
    public void A_slash_makes_a_command_and_anything_else_a_question(string text, string command, string words)
    {
        Assert.Equal(new Request(command, words, "ru"), Request.Parse(text, "ru"));
    }

    [Theory]
    [InlineData("/who Lavrov lang:uk", "Lavrov", "uk", 1)]
    [InlineData("/who lang:zh-TW Lavrov", "Lavrov", "zh-TW", 1)]
    [InlineData("/who Sergey LANG:RU Lavrov PAGE:2", "Sergey Lavrov", "RU", 2)]
    [InlineData("/who page:3", "", "en", 3)]
    [InlineData("/who slang:uk", "slang:uk", "en", 1)]
    public void Options_may_stand_anywhere_among_a_commands_words(string text, string words, string language, int page)
    {
        Assert.Equal(new Request("who", words, language, page), Request.Parse(text, "en"));
    }

    [Theory]
    [InlineData("/who Lavrov lang:de", RequestError.UnknownLanguage)]
    [InlineData("/who Lavrov lang:", RequestError.UnknownLanguage)]
    [InlineData("/timeline page:0", RequestError.BadPage)]
    [InlineData("/timeline page:-1", RequestError.BadPage)]
    [InlineData("/timeline page:two", RequestError.BadPage)]
    [InlineData("/timeline page:99999999999999999999", RequestError.BadPage)]
    [InlineData("/timeline page:", RequestError.BadPage)]
    public void A_wrong_option_is_a_fault(string text, RequestError fault)
    {
        Assert.Equal(fault, Request.Parse(text, "en").Error);
        Assert.Equal(Outcome.Invalid, SampleBase.Ask(text).Outcome);
    }

    [Fact]
    public void More_than_1000_characters_are_too_long()
    {
        Assert.Equal(RequestError.None, Request.Parse(new string('a', 1000), "en").Error);
        Assert.Equal(RequestError.TooLong, Request.Parse(new string('a', 1001), "en").Error);
        Assert.Empty(Request.Parse(new string('a', 1001), "en").Arguments);
    }

    [Theory]
    [InlineData("/who Lavrov lang:uk")]
    [InlineData("/timeline 17-18 лютого lang:uk page:2")]
    [InlineData("/help lang:zh-Hant")]
    [InlineData("How long did the talks last?")]
    public void A_printed_request_reads_back_whoever_the_reader_is(string text)
    {
        var request = Request.Parse(text, "en");

        Assert.Equal(request, Request.Parse(request.ToString(), "ru"));
    }

    [Fact]
    public void A_request_is_printed_as_it_is_typed()
    {
        Assert.Equal("/who Sergey Lavrov lang:uk page:2", new Request("who", "Sergey Lavrov", "uk").WithPage(2).ToString());
        Assert.Equal("/help lang:en", new Request("help", "", "en").ToString());
    }

    [Fact]
    public void Requests_are_equal_when_they_ask_the_same_about_the_same_facts()
    {
        var request = new Request("ask", "who said so", "en") { FollowsUp = ["one", "two"] };
        Request same = new("ask", "who said so", "en") { FollowsUp = ["one", "two"] };

        Assert.Equal(request, same);
        Assert.Equal(request.GetHashCode(), same.GetHashCode());
        Assert.Equal(new Request("ask", "who said so", "en"), request with { FollowsUp = [] });
        Assert.All(
            [
                request with { FollowsUp = [] },
                request with { FollowsUp = ["one"] },
                request with { FollowsUp = ["two", "one"] },
                request with { FollowsUp = ["one", "three"] },
                request with { Command = "who" },
                request with { Arguments = "who" },
                request with { Language = "uk" },
                request with { Page = 2 },
                request with { Error = RequestError.BadPage },
            ],
            other => Assert.NotEqual(request, other));
    }
}
