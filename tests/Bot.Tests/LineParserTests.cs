using Bot.Adapters.Pipeline;
using Bot.Answers.Model;
using Bot.Terminal;

namespace Bot.Tests;

public sealed class LineParserTests
{
    [Theory]
    [InlineData("how long did the talks last", "en")]
    [InlineData("/ask how long did the talks last", "en")]
    [InlineData("/ask\u3000how long did the talks last", "en")]
    [InlineData("／提問 how long did the talks last", "en")]
    [InlineData("/хто\u00a0lavrov", "uk")]
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
    public void White_space_of_every_kind_ends_the_name_of_a_command_and_both_slashes_begin_one()
    {
        Assert.All(Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(char.IsWhiteSpace), space =>
        {
            Assert.Equal(new Input.Ask(new Request("who", "Lavrov", "uk")), new LineParser("uk").Parse($"/who{space}Lavrov").Input);
            Assert.Equal(new Input.Ask(new Request("who", "Lavrov", "uk")), new LineParser("uk").Parse($"{space}／хто{space}Lavrov").Input);
        });
    }

    [Theory]
    [InlineData("/кто Лавров", "who", "Лавров")]
    [InlineData("/人物 拉夫羅夫", "who", "拉夫羅夫")]
    [InlineData("/提问 谁参加了会谈", "ask", "谁参加了会谈")]
    [InlineData("\u200b/who: Lavrov", "who", "Lavrov")]
    [InlineData("/ask@ hi", "ask", "hi")]
    [InlineData("/who:Lavrov", "who", "Lavrov")]
    [InlineData("／ｗｈｏ，Lavrov", "who", "Lavrov")]
    [InlineData("/who,", "who", "")]
    [InlineData("/кого Лавров", "кого", "Лавров")]
    public void A_command_has_its_name_in_every_language(string line, string command, string words)
    {
        Assert.Equal(new Input.Ask(new Request(command, words, "en")), new LineParser("en").Parse(line).Input);
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
