using Bot.Adapters.Pipeline;
using Bot.Answers.Model;
using Bot.Terminal;

namespace Bot.Tests;

public sealed class LineParserTests
{
    [Theory]
    [InlineData("how long did the talks last", "en")]
    [InlineData("/ask how long did the talks last", "en")]
    [InlineData("/who lavrov", "uk")]
    [InlineData(" /WHO lavrov", "uk")]
    [InlineData("/about", "uk")]
    [InlineData("", "uk")]
    [InlineData("12345", "uk")]
    [InlineData("/who Лаврова", "uk")]
    [InlineData("/who 拉夫罗夫", "zh-Hans")]
    [InlineData("кто такой Рубио", "ru")]
    public void A_line_is_in_its_own_language_where_it_tells_one_and_else_in_the_readers(string line, string language)
    {
        var parser = new LineParser("") { Language = "uk" };

        Assert.Equal((language, language), (parser.LanguageOf(line), parser.Parse(line).Language));
    }

    [Theory]
    [InlineData("кто такой Рубио")]
    [InlineData("/who lavrov")]
    public void A_language_that_is_set_is_always_spoken(string line)
    {
        Assert.Equal("zh-CN", new LineParser("zh-CN").LanguageOf(line));
    }

    [Fact]
    public void A_line_asks_for_an_answer_and_nobody_is_counted()
    {
        Assert.Equal(
            new Incoming(new Input.Ask(new Request("who", "Lavrov", "uk", 2)), new Asker("Terminal", null, null), default, "uk", "line"),
            new LineParser("uk").Parse("/who Lavrov page:2"));
        Assert.Equal(new Input.Ask(new Request("ask", "", "uk")), new LineParser("uk").Parse("").Input);
    }

    [Fact]
    public void A_language_that_is_given_with_the_line_comes_before_any_other()
    {
        var incoming = new LineParser("uk").Parse("/who Lavrov", "ru");

        Assert.Equal((new Input.Ask(new Request("who", "Lavrov", "ru")), "ru"), (incoming.Input, incoming.Language));
    }
}
